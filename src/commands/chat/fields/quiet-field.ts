import type { QuietHours } from "../../../deliveries/schedule.ts";
import { formatClock } from "../../../i18n/dates.ts";
import { echo } from "../../refusals.ts";
import { readQuietHours } from "../read-time.ts";
import { readWord } from "../read-word.ts";
import type { Tools } from "../tools.ts";
import type { Field } from "./field.ts";

const USUAL = ["22:00-07:00", "23:00-07:00", "00:00-08:00", "none"];

/** Hours in which alerts wait. */
export const quietField: Field = {
  read: (said, current, { asked, phrases }) => {
    if (readWord(said, ["none"]) !== null)
      return { kind: "set", to: { ...current, quietHours: null } };
    const quietHours = readQuietHours(said);
    if (quietHours !== null && quietHours.from !== quietHours.until)
      return { kind: "set", to: { ...current, quietHours } };
    const says = phrases["quiet.unreadable"]({ value: echo(said, asked.language) });
    return { kind: "unreadable", says };
  },
  show: ({ quietHours }, tools) => labelOf(quietHours, tools),
  choices: ({ quietHours }, tools) =>
    [...new Set([...USUAL, valueOf(quietHours)])].map((value) => ({
      label: labelOf(readQuietHours(value), tools),
      value,
      chosen: value === valueOf(quietHours),
    })),
  complete: (_typed, tools) =>
    USUAL.map((value) => ({ label: labelOf(readQuietHours(value), tools), value })),
};

const valueOf = (quiet: QuietHours | null): string =>
  quiet === null ? "none" : `${quiet.from}-${quiet.until}`;

const labelOf = (quiet: QuietHours | null, { asked: { language }, phrases }: Tools): string =>
  quiet === null
    ? phrases["quiet.none"]
    : phrases["quiet.span"]({
        from: formatClock(language, quiet.from),
        until: formatClock(language, quiet.until),
      });
