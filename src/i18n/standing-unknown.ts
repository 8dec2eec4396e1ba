import { localDate } from "../lib/calendar-date.ts";
import type { Language } from "../lib/language.ts";
import { catalogOf } from "./catalog.ts";
import { formatDistance, formatShortDay } from "./dates.ts";

/** When somebody reads, and when the newest report was published; null where none was ever read. */
export type LastHeard = {
  readonly newest: Date | null;
  readonly now: Date;
  readonly timeZone: string;
};

/** Why nothing is told of where talks stand: nothing was ever read, nothing lately, or it does not say. */
export function standingUnknown(language: Language, { newest, now, timeZone }: LastHeard): string {
  const phrases = catalogOf(language);
  if (newest === null) return phrases.nothingKnown;
  if (now.getTime() - newest.getTime() < LATELY_MS) return phrases.phaseUnknown;
  const day = formatShortDay(language, localDate(newest, timeZone));
  const age = ageInDays(language, { newest, now, timeZone });
  return phrases.nothingRecent({ when: age === null ? day : `${day} (${age})` });
}

/** How many days ago the newest report was published: "3 days ago"; null for today and where none was read. */
export function ageInDays(language: Language, { newest, now, timeZone }: LastHeard): string | null {
  if (newest === null) return null;
  const [day, today] = [localDate(newest, timeZone), localDate(now, timeZone)];
  return day < today ? formatDistance(language, today, day) : null;
}

const LATELY_MS = 7 * 86_400_000;
