import { type CalendarEntry, writeCalendar } from "../../commands/calendar-file.ts";
import { statusOf } from "../../commands/reading/next.ts";
import type { Language } from "../../lib/language.ts";
import { beginningOf } from "../../digest/next-round.ts";
import { attributed, plannedThen } from "../../messages/digest/round.ts";
import { createWording } from "../../messages/digest/wording.ts";
import { type RoundHistory, roundsOf, uidOf } from "../../digest/rounds.ts";
import type { Snapshot } from "./snapshot.ts";

const MINUTE_MS = 60_000;

/** The rounds past and next, for calendar programs that ask again and again. */
export function composeCalendar(snapshot: Snapshot, language: Language): string {
  const { names, timeline } = snapshot;
  const rounds = roundsOf(timeline, names.dossier.timeZone);
  const entries = rounds.map((round) => entryOf(round, snapshot, language));
  return writeCalendar(names.dossier.names[language], entries);
}

function entryOf(
  { round, date, changedAt, sources, firstDate, came }: RoundHistory,
  { names, digest }: Snapshot,
  language: Language,
): CalendarEntry {
  const wording = createWording(names, { sources }, language, names.dossier.timeZone);
  const ground = wording.phrases.confirmation[round.confirmation];
  const told = { ...round, date };
  return {
    uid: uidOf(digest.talks, firstDate),
    // The same scale as in the files that chats are sent.
    sequence: Math.floor(changedAt.getTime() / MINUTE_MS),
    writtenAt: changedAt,
    begins: beginningOf(told) ?? date,
    status: came === "met" ? "CONFIRMED" : statusOf(round),
    summary: names.dossier.names[language],
    location: round.venue === null ? null : wording.venue(round.venue),
    description: [
      attributed(plannedThen(told, wording), round, wording),
      wording.phrases["round.confirmation"]({ ground }),
      ...sources.map(({ url }) => url),
    ].join("\n"),
    url: sources[0]?.url ?? null,
  };
}
