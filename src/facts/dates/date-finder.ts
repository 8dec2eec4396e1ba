import type { TokenRange } from "../../articles/token-range.ts";
import { splitSentences } from "../../articles/sentences.ts";
import { type Token, tokenize } from "../../articles/tokens.ts";
import { visibleText } from "../../articles/visible-text.ts";
import { foldWord, joinsOf } from "../../articles/word-forms.ts";
import type { Lexicons } from "../../config/load-lexicon.ts";
import { type CalendarDate, localDate } from "../../lib/calendar-date.ts";
import type { Language } from "../../lib/language.ts";
import type { Span } from "../../lib/span.ts";
import { type Cursor, endOfFirstPart, openCursor, roleBefore } from "./cursor.ts";
import type { DateLexicons } from "./date-lexicon.ts";
import type { DateMention, DateReference } from "./date-mention.ts";
import { compileDateWords, type DateWords } from "./date-words.ts";
import { readPassage } from "./passage.ts";
import type { Reading } from "./reading.ts";

/** Finds dates in text. */
export type DateFinder = {
  /** The dates of one sentence of a text already divided into tokens, in order, none overlapping. */
  find(
    tokens: readonly Token[],
    visible: string,
    range: TokenRange,
    language: Language,
    reference: DateReference,
  ): DateMention[];
  /** The dates of a whole text, its markup ignored; offsets count in the text as given. */
  findInText(text: string, language: Language, reference: DateReference): DateMention[];
};

/** Compiles the date words of each language when it is first met. */
export function createDateFinder(dateLexicons: DateLexicons, lexicons: Lexicons): DateFinder {
  const compiled = new Map<Language, DateWords>();
  const wordsOf = (language: Language): DateWords => {
    const known = compiled.get(language) ?? compileDateWords(dateLexicons[language]);
    compiled.set(language, known);
    return known;
  };
  const finder: DateFinder = {
    // oxlint-disable-next-line eslint/max-params -- a sentence, its language and its day
    find(tokens, visible, { from, to }, language, reference) {
      const words = wordsOf(language);
      const today = dayOf(reference);
      const cursor = openCursor({ tokens, text: visible, words, from, to, reference, today });
      return readPassage(cursor).map((reading) => mentionOf(cursor, reading));
    },
    findInText(text, language, reference) {
      const { orthography } = lexicons[language];
      const visible = visibleText(text);
      const tokens = tokenize(visible, joinsOf(orthography));
      const abbreviations = new Set(orthography.abbreviations.map(foldWord));
      return splitSentences(visible, tokens, abbreviations).flatMap((sentence) =>
        finder.find(tokens, visible, sentence, language, reference),
      );
    },
  };
  return finder;
}

const days = new WeakMap<DateReference, CalendarDate>();

function dayOf(reference: DateReference): CalendarDate {
  const known = days.get(reference) ?? localDate(reference.published, reference.timeZone);
  days.set(reference, known);
  return known;
}

const mentionOf = (cursor: Cursor, reading: Reading): DateMention => ({
  span: spanOf(cursor, reading),
  from: reading.from,
  to: reading.to,
  date: reading.date,
  dateEnd: reading.dateEnd,
  time: reading.time,
  timeZone: reading.timeZone,
  form: reading.form,
  precision: reading.precision,
  alternative: reading.alternative,
  bound: boundOf(cursor, reading),
});

/** Of two words of one ending ("از", "پیش از") the longer was meant. */
function boundOf(cursor: Cursor, { from, dateEnd }: Reading): DateMention["bound"] {
  if (dateEnd !== null) return null;
  const at = roleBefore(cursor, from, "day-word", "the") ? from - 1 : from;
  if (roleBefore(cursor, at, "before")) return "before";
  return roleBefore(cursor, at, "since") ? "since" : null;
}

/** From the first token to the last, less an ending that is no part of the date: "Friday's". */
function spanOf({ tokens, text, words }: Cursor, { from, to }: Reading): Span {
  const start = tokens[from]?.start ?? 0;
  const last = tokens[to - 1];
  if (last === undefined) return [start, start];
  const close = endOfFirstPart(text, last);
  const written = text.slice(last.start, close);
  const ending = words.lexicon.enclitics.find((enclitic) => written.endsWith(enclitic)) ?? "";
  return [start, close - ending.length];
}
