import { loadLexicons } from "../../../../src/config/load-lexicon.ts";
import { createDateFinder } from "../../../../src/facts/dates/date-finder.ts";
import { loadDateLexicons } from "../../../../src/facts/dates/date-lexicon.ts";
import type { DateMention } from "../../../../src/facts/dates/date-mention.ts";
import type { Language } from "../../../../src/lib/language.ts";

/** The finder with the project's own lexicons. */
export const dateFinder = createDateFinder(
  loadDateLexicons("seeds/lexicon"),
  loadLexicons("seeds/lexicon", []),
);

/** Wednesday 4 February 2026 (15 Bahman 1404, 16 Sha'ban 1447) in Muscat. */
export const WEDNESDAY = { published: new Date("2026-02-04T09:00:00Z"), timeZone: "Asia/Muscat" };

/** What a text says, as `phrase = date[..dateEnd][ time]`. */
export const datesOf = (text: string, language: Language, reference = WEDNESDAY): string[] =>
  dateFinder.findInText(text, language, reference).map((mention) => shown(text, mention));

function shown(text: string, { span, date, dateEnd, time }: DateMention): string {
  const days = dateEnd === null ? date : `${date}..${dateEnd}`;
  return `${text.slice(...span)} = ${days}${time === null ? "" : ` ${time}`}`;
}
