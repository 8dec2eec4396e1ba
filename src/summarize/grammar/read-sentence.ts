import { tokenize } from "../../articles/tokens.ts";
import type { DateFinder } from "../../facts/dates/date-finder.ts";
import type { DateMention } from "../../facts/dates/date-mention.ts";
import type { Reader } from "../../facts/read-article.ts";
import type { CalendarDate } from "../../lib/calendar-date.ts";
import { LANGUAGES, type Language } from "../../lib/language.ts";
import type { Claim } from "../claim.ts";
import { daysOfFact } from "./days-of-fact.ts";
import { peopleOfFact } from "./people-of-fact.ts";
import type { NameReader } from "./read-names.ts";
import { createUnknownNameReader } from "./read-unknown-names.ts";
import type { Sentence } from "./sentence.ts";

/** Reads a sentence that rests on some claims; a day without a year is the one nearest to the claims' own. */
export type SentenceReader = (
  text: string,
  language: Language,
  claims: readonly Claim[],
) => Sentence;

/** Makes a reader of sentences out of what articles are read with. */
export function createSentenceReader(
  { dossier, languages }: Reader,
  dates: DateFinder,
  namesIn: NameReader,
): SentenceReader {
  const unknownIn = new Map(
    LANGUAGES.map((language) => [
      language,
      createUnknownNameReader(dossier, languages[language].nameForms),
    ]),
  );
  return (text, language, claims) => {
    const { joins } = languages[language];
    const tokens = tokenize(text, joins);
    const day: CalendarDate = claims.flatMap(({ fact }) => daysOfFact(fact))[0] ?? NO_DAY;
    const reference = { published: new Date(`${day}T12:00:00Z`), timeZone: "UTC" };
    const people = claims.flatMap(({ fact }) => peopleOfFact(fact));
    const names = namesIn(tokens, language);
    const whole = { from: 0, to: tokens.length };
    return {
      language,
      tokens,
      joins,
      names: unknownIn.get(language)?.(tokens, names, people) ?? names,
      dates: withEnds(dates.find(tokens, text, whole, language, reference), (from, to) =>
        dates.find(tokens, text, { from, to }, language, reference),
      ),
    };
  };
}

/** Days, and both days between which others lie: a round may have moved from the one to the other. */
const withEnds = (
  found: readonly DateMention[],
  find: (from: number, to: number) => readonly DateMention[],
): readonly DateMention[] =>
  found.flatMap((mention) => {
    const { from, to, dateEnd } = mention;
    if (dateEnd === null) return [mention];
    const within = Array.from({ length: to - from - 1 }, (_, at) => from + at + 1);
    const first = within.flatMap((border) => find(from, border));
    const last = within.flatMap((border) => find(border, to));
    return [
      mention,
      ...first.filter((one) => one.from === from && one.date === mention.date),
      ...last.filter((one) => one.to === to && one.date === dateEnd),
    ];
  });

/** Claims without a day tell of none. */
const NO_DAY = "2026-01-01";
