import type { Digest } from "../../digest/digest.ts";
import { PHASES, type Phase } from "../../facts/phase.ts";
import { formatDay } from "../../i18n/dates.ts";
import { en } from "../../i18n/en.ts";
import type { CalendarDate } from "../../lib/calendar-date.ts";
import { whoOf } from "../../messages/digest/round.ts";
import { createWording } from "../../messages/digest/wording.ts";
import type { Core } from "../core.ts";

/** Where the talks stand, in the few words that the demo follows. */
export type Standing = {
  readonly phase: string;
  /** One row, or two where a row says whose word alone it is. */
  readonly round: string;
  /** What other sources say of the phase, while it is contested. */
  readonly rivals: string | null;
};

/** Before anything is told. */
export const NOTHING_TOLD: Standing = { phase: "", round: "", rivals: null };

/** A day as a heading: "Friday 6 February"; a day of contradictions says so. */
export function dayHeading(day: CalendarDate, isContested: boolean): string {
  const name = withoutYear(day);
  return isContested ? `${name} \u2013 sources contradict each other` : name;
}

const withoutYear = (day: CalendarDate): string => formatDay("en", day).replace(/ \d{4}$/, "");

/** Reads the few words off a digest. */
export const standingOf = (core: Core, digest: Digest): Standing => ({
  phase: digest.phase === null ? "Nothing reported" : en["phase.label"][digest.phase],
  round: roundOf(core, digest),
  rivals: digest.contested ? rivalsOf(digest) : null,
});

/** The rows that tell what is other than before; `isMoved` when more than the doubt about it is. */
export function changedRows(
  before: Standing,
  now: Standing,
): { readonly rows: readonly string[]; readonly isMoved: boolean } {
  const isMoved = now.phase !== before.phase || now.round !== before.round;
  const isDoubted = now.rivals !== null && now.rivals !== before.rivals;
  const isCleared = now.rivals === null && before.rivals !== null;
  if (!isMoved && !isDoubted && !isCleared) return { rows: [], isMoved: false };
  const doubt = isDoubted ? [`contested: other sources say ${now.rivals}`] : [];
  const rows = [
    isCleared && !isMoved ? `${now.phase}, no longer contested` : now.phase,
    ...(now.round === before.round ? [] : now.round.split("\n")),
    ...doubt,
  ];
  return { rows, isMoved: isMoved || isDoubted };
}

function roundOf({ names }: Core, digest: Digest): string {
  const { nextRound } = digest;
  if (nextRound === null) return "no next round";
  const wording = createWording(names, digest, "en", names.dossier.timeZone);
  const { date, time, venue, attributedTo } = nextRound;
  const parts = [
    date === null ? en["round.dateOpen"] : withoutYear(date),
    time,
    venue === null ? null : wording.venue(venue),
  ];
  const row = `round: ${parts.filter((part) => part !== null && part !== "").join(", ")}`;
  return attributedTo === null
    ? row
    : `${row}\non the word of ${whoOf(attributedTo, wording)} alone`;
}

const rivalsOf = ({ phase, disputes }: Digest): string => {
  const rivals = disputes
    .filter(({ about }) => about === "phase")
    .flatMap(({ versions }) => versions.map(({ value }) => value))
    .filter(isPhase)
    .filter((value) => value !== phase)
    .map((value) => en["phase.label"][value].toLowerCase())
    .toSorted();
  return rivals.length === 0 ? "otherwise" : rivals.join(" or ");
};

const isPhase = (value: string): value is Phase => (PHASES as readonly string[]).includes(value);
