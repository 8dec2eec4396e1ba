import { foldWord } from "../../articles/word-forms.ts";
import { detectLanguage } from "../../articles/language.ts";
import { LANGUAGES, type Language } from "../../lib/language.ts";
import { type Check, faultsIn } from "./check.ts";
import { isQuoted } from "./quoted.ts";
import { type EvidenceReading, type SentenceReading, textOfTokens } from "./reading.ts";
import type { SurfaceLexicons } from "./surface-words.ts";

const ARABIC_SCRIPT = /\p{Script=Arabic}/u;
const LATIN_SCRIPT = /\p{Script=Latin}/u;
const LETTER = /\p{L}/u;

/**
 * A sentence is in the language that was asked for: its words in that script, but names that the evidence
 * writes so, and its small words those of the language.
 */
export function createLanguageCheck(lexicons: SurfaceLexicons): Check {
  const frequent = frequentWords(lexicons);
  return (sentence, evidence) => {
    const strange = strangeWords(sentence, evidence);
    if (strange.length > 0) return faultsIn("language", strange);
    return isOther(sentence, evidence.language, frequent) ? [{ about: "language", words: [] }] : [];
  };
}

type FrequentWords = Readonly<Record<Language, ReadonlySet<string>>>;

/** Words that two languages share tell nothing. */
function frequentWords(lexicons: SurfaceLexicons): FrequentWords {
  const own = (language: Language): ReadonlySet<string> => {
    const others = new Set(
      LANGUAGES.filter((one) => one !== language).flatMap((one) =>
        lexicons[one].functionWords.map(foldWord),
      ),
    );
    return new Set(
      lexicons[language].functionWords.map(foldWord).filter((word) => !others.has(word)),
    );
  };
  return { en: own("en"), ar: own("ar"), fa: own("fa") };
}

/** Words in another script that the evidence does not write so. */
function strangeWords(
  sentence: SentenceReading,
  { language, passages }: EvidenceReading,
): string[] {
  const script = language === "en" ? LATIN_SCRIPT : ARABIC_SCRIPT;
  const written = new Set(passages.flatMap(({ read }) => read.tokens.map(({ text }) => text)));
  return sentence.read.tokens.flatMap(({ kind, start, text }, at) => {
    if (kind !== "word" && !LETTER.test(text)) return [];
    const isOwn = script.test(sentence.read.visible.slice(start, start + 1));
    const isName = sentence.mentions.some(
      ({ sense, from, to }) => NAMES.has(sense.kind) && from <= at && at < to,
    );
    return isOwn || written.has(text) || isName || isQuoted(sentence, at)
      ? []
      : [textOfTokens(sentence, at, at + 1)];
  });
}

const NAMES: ReadonlySet<string> = new Set(["person", "institution", "actor", "city", "country"]);

/** Fewer words have no small ones among them. */
const FEWEST_WORDS = 6;

function isOther(
  { text, read }: SentenceReading,
  language: Language,
  frequent: FrequentWords,
): boolean {
  const script = language === "en" ? LATIN_SCRIPT : ARABIC_SCRIPT;
  if (!script.test(text)) return true;
  const words = read.tokens.filter(({ kind }) => kind === "word").map((token) => token.text);
  const count = (one: Language): number => words.filter((word) => frequent[one].has(word)).length;
  const own = count(language);
  if (LANGUAGES.some((one) => one !== language && count(one) > own)) return true;
  if (own === 0 && words.length >= FEWEST_WORDS && language === "en") return true;
  return own === 0 && language !== "en" && detectLanguage(text, language) !== language;
}
