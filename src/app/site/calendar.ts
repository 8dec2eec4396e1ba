import { writeCalendar } from "../../commands/calendar-file.ts";
import { roundEntry } from "../../commands/round-entry.ts";
import type { Language } from "../../lib/language.ts";
import { createWording } from "../../messages/digest/wording.ts";
import { uidOf } from "../../digest/rounds.ts";
import type { Snapshot } from "./snapshot.ts";

/** The rounds past and next, for calendar programs that ask again and again. */
export function composeCalendar(snapshot: Snapshot, language: Language): string {
  const { names, rounds, digest } = snapshot;
  const { timeZone, names: titles } = names.dossier;
  const title = titles[language];
  const entries = rounds.map(({ round, date, sources, firstDate, came }) => {
    const wording = createWording(names, { sources }, language, timeZone);
    const uid = uidOf(digest.talks, firstDate);
    const kept = { uid, round: { ...round, date }, met: came === "met", sources };
    return roundEntry(kept, digest, wording, title);
  });
  return writeCalendar(title, entries);
}
