import type { SearchWords } from "../articles/article-search.ts";
import { LANGUAGES } from "../lib/language.ts";
import type { Report } from "../talks/report.ts";
import type { DigestStatement } from "./digest.ts";

/** Statements by whom, on what, and with which words in them; null for any. */
export type StatementsWanted = {
  /** Code of an actor. */
  readonly party: string | null;
  /** Id of a topic of the dossier. */
  readonly topic: string | null;
  /** Canonical name of a person or institution of the dossier. */
  readonly speaker: string | null;
  readonly words: string | null;
  readonly offset: number;
  readonly limit: number;
};

/** A statement with the party of who made it and the article it is from. */
export type FoundStatement = {
  readonly statement: Omit<DigestStatement, "citations">;
  readonly party: string | null;
  readonly article: { readonly url: string; readonly title: string; readonly source: string };
};

/** Some of the statements found, newest first, and how many there are. */
export type StatementPage = {
  readonly statements: readonly FoundStatement[];
  readonly total: number;
};

/**
 * Finds what was said, newest first; words match in any of their forms, whichever of the three
 * languages they are typed in. Copies of a report repeat its statements and are passed over.
 */
export function findStatements(
  reports: readonly Report[],
  wanted: StatementsWanted,
  searchWords: SearchWords,
): StatementPage {
  const { words, offset, limit } = wanted;
  const matches = words === null ? () => true : matcherOf(words, searchWords);
  const said = new Set<string>();
  const found = reports.toReversed().flatMap((report): FoundStatement[] => {
    if (!report.extraction.relevant || report.articleId !== report.storyId) return [];
    return report.extraction.statements.flatMap((statement): FoundStatement[] => {
      if (!isBy(statement, wanted)) return [];
      const key = `${statement.speaker} ${statement.text}`;
      if (said.has(key) || !matches(statement.text, report)) return [];
      said.add(key);
      return [tell(statement, report)];
    });
  });
  return { statements: found.slice(offset, offset + limit), total: found.length };
}

type Said = Report["extraction"]["statements"][number];

const isBy = (said: Said, { speaker, party, topic }: StatementsWanted): boolean =>
  (speaker === null || said.speaker === speaker) &&
  (party === null || said.party === party) &&
  (topic === null || said.topic === topic);

const tell = (
  { speaker, party, topic, stance, text, direct }: Said,
  { lang, published, url, title, source }: Report,
): FoundStatement => ({
  statement: {
    speaker,
    topic,
    stance,
    text,
    lang,
    direct,
    published: published.toISOString(),
  },
  party,
  article: { url, title, source: source.name },
});

/** Every word looked for must stand in the text in some form that the two share. */
function matcherOf(wanted: string, searchWords: SearchWords) {
  const byLanguage = new Map(
    LANGUAGES.map((language) => [language, searchWords(wanted, language)]),
  );
  return (text: string, { lang }: Pick<Report, "lang">): boolean => {
    const forms = byLanguage.get(lang) ?? [];
    if (forms.length === 0) return false;
    const known = new Set(searchWords(text, lang).flat());
    return forms.every((word) => word.some((form) => known.has(form)));
  };
}
