import { type Article, textOf } from "../articles/article.ts";
import {
  compilePhrases,
  findPhrases,
  type PhraseLanguage,
  type Phrases,
} from "../articles/phrases.ts";
import { type Sentence, splitSentences } from "../articles/sentences.ts";
import { type Token, tokenize } from "../articles/tokens.ts";
import { visibleText } from "../articles/visible-text.ts";
import { foldWord } from "../articles/word-forms.ts";
import type { Dossier } from "../config/dossier.ts";
import type { Lexicons } from "../config/load-lexicon.ts";
import type { Places } from "../config/places.ts";
import { LANGUAGES, type Language } from "../lib/language.ts";
import { longestMentions } from "./longest-mentions.ts";
import type { Mention, Sense } from "./mention.ts";
import { withRefutations } from "./refutations.ts";
import { checkCues, phraseLanguageOf, vocabularyOf } from "./vocabulary.ts";

/** A sentence with what its words stand for, and the part of the article it belongs to. */
export type ReadSentence = Sentence & {
  readonly part: "title" | "summary" | "body";
  readonly mentions: readonly Mention[];
};

/** An article read once, for every finder: its words, sentences and what they stand for. */
export type ReadArticle = {
  readonly article: Article;
  /** The text that offsets count in; see {@link textOf}. */
  readonly text: string;
  /** The same length and offsets with markup blanked out. */
  readonly visible: string;
  readonly tokens: readonly Token[];
  readonly sentences: readonly ReadSentence[];
};

/** Reads articles for one set of talks. */
export type Reader = {
  readonly dossier: Dossier;
  readonly lexicons: Lexicons;
  readonly languages: Readonly<Record<Language, PhraseLanguage>>;
  read(article: Article): ReadArticle;
};

/** Longer texts are read up to here: no report says its news after 200,000 characters. */
const LONGEST_TEXT = 200_000;

/**
 * Compiles the dossier's names and the lexicons' cues, once for each language that is met.
 *
 * @throws {ConfigError} when a lexicon has a cue that no finder reads.
 */
export function createReader(dossier: Dossier, places: Places, lexicons: Lexicons): Reader {
  checkCues(lexicons);
  const languages = byLanguage((language) => phraseLanguageOf(lexicons[language]));
  const vocabularies = new Map<Language, Phrases<Sense>>();
  const vocabularyIn = (language: Language): Phrases<Sense> => {
    const known =
      vocabularies.get(language) ??
      compilePhrases(vocabularyOf(dossier, places, lexicons[language]), languages[language]);
    vocabularies.set(language, known);
    return known;
  };
  const abbreviations = byLanguage(
    (language) => new Set(lexicons[language].orthography.abbreviations.map(foldWord)),
  );

  return {
    dossier,
    lexicons,
    languages,
    read(article) {
      const text = textOf(article);
      const visible = visibleText(text.slice(0, LONGEST_TEXT));
      const tokens = tokenize(visible, languages[article.lang].joins);
      const partOf = partAt(article);
      const sentences = splitSentences(visible, tokens, abbreviations[article.lang]).map(
        (sentence) => ({
          ...sentence,
          part: partOf(sentence.span[0]),
          mentions: withRefutations(
            findMentions(vocabularyIn(article.lang), tokens, sentence),
            tokens,
            article.lang,
          ),
        }),
      );
      return { article, text, visible, tokens, sentences };
    },
  };
}

function byLanguage<T>(make: (language: Language) => T): Readonly<Record<Language, T>> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- one entry for each language
  return Object.fromEntries(LANGUAGES.map((language) => [language, make(language)])) as Record<
    Language,
    T
  >;
}

function partAt({ title, summary }: Article): (offset: number) => ReadSentence["part"] {
  const titleEnd = title.length;
  const summaryEnd = summary ? titleEnd + 2 + summary.length : titleEnd;
  return (offset) => {
    if (offset < titleEnd) return "title";
    return offset < summaryEnd ? "summary" : "body";
  };
}

function findMentions(
  vocabulary: Phrases<Sense>,
  tokens: readonly Token[],
  sentence: Sentence,
): Mention[] {
  const found = findPhrases(vocabulary, tokens, sentence.from, sentence.to).map(
    ({ value, from, to }): Mention => ({
      sense: value,
      from,
      to,
      span: [tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0],
    }),
  );
  return longestMentions(found);
}
