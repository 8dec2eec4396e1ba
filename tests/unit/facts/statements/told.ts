import type { Article, ArticleId } from "../../../../src/articles/article.ts";
import { loadDossier } from "../../../../src/config/load-dossier.ts";
import { loadLexicons } from "../../../../src/config/load-lexicon.ts";
import type { Statement } from "../../../../src/facts/fact.ts";
import { createReader } from "../../../../src/facts/read-article.ts";
import { findStatements } from "../../../../src/facts/statements/find-statements.ts";
import { iranUs, places } from "../../../support/real-seeds.ts";

/** Direct speech. */
export const QUOTED = "quoted";
/** Reported speech. */
export const REPORTED = "reported";

/** Speaker, party, manner and words of one statement. */
export type Said = readonly [
  speaker: string | null,
  party: string | null,
  manner: typeof QUOTED | typeof REPORTED,
  words: string,
];

/** A text, and what it tells that people said. */
export type Told = readonly [body: string, expected: readonly Said[]];

type Given = Partial<Pick<Article, "title" | "summary" | "body" | "lang" | "source">>;

const lexicons = loadLexicons("seeds/lexicon", ["speech"]);
const iranUsReader = createReader(iranUs, places, lexicons);
const russiaUkraine = loadDossier("seeds/talks/russia-ukraine.yaml");
const russiaUkraineReader = createReader(russiaUkraine, places, lexicons);

const articleOf = (given: Given): Article => ({
  id: "a" as ArticleId,
  url: "https://news.example/a",
  source: "News",
  published: new Date("2026-02-05T18:00:00Z"),
  title: "",
  lang: "en",
  ...given,
});

/** An article as read, for what the tests check of its text. */
export const readOf = (given: Given) => iranUsReader.read(articleOf(given));

/** The statements of an article about the Iran–US talks. */
export const statementsOf = (given: Given): Statement[] => findStatements(readOf(given), iranUs);

const toSaid = ({ speaker, party, direct, text }: Statement): Said => [
  speaker,
  party,
  direct ? QUOTED : REPORTED,
  text,
];

/** What an article about the Iran–US talks tells that people said. */
export const told = (given: Given): Said[] => statementsOf(given).map(toSaid);

/** The same of the Russia–Ukraine talks. */
export const toldOfUkraine = (given: Given): Said[] =>
  findStatements(russiaUkraineReader.read(articleOf(given)), russiaUkraine).map(toSaid);
