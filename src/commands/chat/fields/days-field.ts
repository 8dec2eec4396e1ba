import { checkCron } from "../../../deliveries/cron.ts";
import type { Schedule } from "../../../deliveries/schedule.ts";
import { SETTING_WORDS } from "../../../i18n/settings/words.ts";
import { comparable } from "../../arguments/option-value.ts";
import { echo } from "../../refusals.ts";
import { describeSchedule } from "../describe.ts";
import { readWord } from "../read-word.ts";
import { rescheduled, timeOf, USUAL_TIME } from "../scheduling.ts";
import type { Tools } from "../tools.ts";
import { readWeekday, weekdayName, weekOf } from "../weekdays.ts";
import type { Field, FieldReading } from "./field.ts";

/** The days of scheduled briefings, or a cron expression for days and times at once. */
export const daysField: Field = {
  read: (said, current, tools) => {
    const read = readDays(said, current.schedule);
    if (read.kind === "unreadable") return refuse(said, tools);
    const { schedule } = read;
    if (schedule?.kind === "cron") {
      const refusal = refuseCron(schedule.expression, tools);
      if (refusal !== null) return refusal;
    }
    return { kind: "set", to: rescheduled(current, schedule, tools.asked.now) };
  },
  show: (current, tools) => describeSchedule(current, tools),
  choices: ({ schedule }, tools) =>
    sayable(tools).map(({ label, value }) => ({
      label,
      value,
      chosen: value === valueOf(schedule),
    })),
  complete: (_typed, tools) => sayable(tools),
};

type Days =
  | { readonly kind: "days"; readonly schedule: Schedule | null }
  | { readonly kind: "unreadable" };

/** Reads days as people say them; the time of day stays as it was. */
function readDays(said: string, current: Schedule | null): Days {
  const at = timeOf(current) ?? USUAL_TIME;
  const word = readWord(said, ["daily", "workdays", "none"]);
  if (word === "none") return { kind: "days", schedule: null };
  if (word !== null) return { kind: "days", schedule: { kind: word, at } };
  const day = readWeekday(withoutWeekly(said));
  if (day !== null) return { kind: "days", schedule: { kind: "weekly", day, at } };
  const expression = comparable(said);
  if (!looksLikeCron(expression)) return { kind: "unreadable" };
  return { kind: "days", schedule: { kind: "cron", expression } };
}

/** Several fields that hold what only cron expressions are made of. */
const looksLikeCron = (said: string): boolean =>
  /^[\w*,/-]+(?: [\w*,/-]+){3,}$/.test(said) && /[\d*]/.test(said);

/** Whether something is meant as days, right or wrong. */
export const readsAsDays = (said: string): boolean =>
  readDays(said, null).kind === "days" || looksLikeCron(comparable(said));

function withoutWeekly(said: string): string {
  const plain = comparable(said);
  const first = SETTING_WORDS.weekly
    .map((word) => `${comparable(word)} `)
    .find((word) => plain.startsWith(word));
  return first === undefined ? plain : withoutWeekly(plain.slice(first.length));
}

const refuse = (said: string, { asked, phrases }: Tools): FieldReading => ({
  kind: "unreadable",
  says: phrases["days.unreadable"]({ value: echo(said, asked.language) }),
});

function refuseCron(expression: string, { asked, phrases }: Tools): FieldReading | null {
  const check = checkCron(expression);
  if (check.kind === "ok") return null;
  const says = phrases["days.cronRefused"]({
    value: echo(expression, asked.language),
    reason: phrases["days.cronFault"][check.reason],
  });
  return { kind: "unreadable", says };
}

const sayable = ({ asked: { language }, phrases }: Tools) => [
  { label: phrases["days.daily"], value: "daily" },
  { label: phrases["days.workdays"], value: "workdays" },
  ...weekOf(language).map((day) => ({
    label: weekdayName(language, day),
    value: weekdayName("en", day, "long").toLowerCase(),
  })),
  { label: phrases["days.none"], value: "none" },
];

function valueOf(schedule: Schedule | null): string {
  if (schedule === null) return "none";
  return schedule.kind === "weekly"
    ? weekdayName("en", schedule.day, "long").toLowerCase()
    : schedule.kind;
}
