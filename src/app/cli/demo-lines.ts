import type { Digest } from "../../digest/digest.ts";
import { PHASES, type Phase } from "../../facts/phase.ts";
import { en } from "../../i18n/en.ts";
import { formatDay } from "../../i18n/dates.ts";
import type { CalendarDate } from "../../lib/calendar-date.ts";
import { createWording } from "../../messages/digest/wording.ts";
import type { Core } from "../core.ts";

/** A day as a heading: "Friday 6 February". */
export const dayHeading = (day: CalendarDate): string =>
  formatDay("en", day).replace(/ \d{4}$/, "");

/** Phase and next round in one row. */
export function standingLine(core: Core, digest: Digest): string {
  const phase = digest.phase === null ? "Nothing reported" : en["phase.label"][digest.phase];
  return `${phase} \u00b7 ${roundOf(core, digest)}`;
}

function roundOf(core: Core, digest: Digest): string {
  const { nextRound } = digest;
  if (nextRound === null) return "no next round";
  const wording = createWording(core.names, digest, "en", core.names.dossier.timeZone);
  const day = nextRound.date === null ? en["round.dateOpen"] : dayHeading(nextRound.date);
  const place = nextRound.venue === null ? "place not known" : wording.venue(nextRound.venue);
  const hour = nextRound.time === null ? [] : [nextRound.time];
  return [`next: ${day}`, ...hour, place].filter((part) => part !== "").join(", ");
}

/** What other sources say of the phase, while it is contested; else null. */
export function contestedLine(core: Core, { contested, phase, disputes }: Digest): string | null {
  if (!contested) return null;
  const rivals = disputes
    .filter(({ about }) => about === "phase")
    .flatMap(({ versions }) => versions.map(({ value }) => value))
    .filter((value) => value !== phase && isPhase(value))
    .map((value) => en["phase.label"][value as Phase].toLowerCase());
  return rivals.length === 0
    ? "contested: sources contradict each other"
    : `contested: other sources say ${rivals.join(" or ")}`;
}

const isPhase = (value: string): value is Phase => (PHASES as readonly string[]).includes(value);
