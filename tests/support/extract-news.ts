import type { Article, ArticleId } from "../../src/articles/article.ts";
import type { Dossier } from "../../src/config/dossier.ts";
import { createDateFinder } from "../../src/facts/dates/date-finder.ts";
import { loadDateLexicons } from "../../src/facts/dates/date-lexicon.ts";
import { createExtractor, type Extractor } from "../../src/facts/extract.ts";
import type { Extraction } from "../../src/facts/fact.ts";
import { createReader } from "../../src/facts/read-article.ts";
import type { Language } from "../../src/lib/language.ts";
import { iranUs, places, russiaUkraine, talksLexicons } from "./small-talks.ts";

const lexicons = talksLexicons();
const dateFinder = createDateFinder(loadDateLexicons("seeds/lexicon"), lexicons);

const extractorOf = (dossier: Dossier): Extractor =>
  createExtractor(createReader(dossier, places, lexicons), places, dateFinder, () => []);

const extractors = { "iran-us": extractorOf(iranUs), "russia-ukraine": extractorOf(russiaUkraine) };

/** Names one of the small dossiers. */
export type SmallTalks = keyof typeof extractors;

/** Tuesday noon in Muscat. */
const TUESDAY = "2026-04-07T08:00:00Z";

/** A piece of news for the small dossiers; published on {@link TUESDAY} unless it says otherwise. */
export type News = {
  readonly talks?: SmallTalks;
  readonly lang: Language;
  readonly title: string;
  readonly body?: string;
  readonly published?: string;
};

/** The article that a piece of news is. */
export const articleOf = ({ lang, title, body, published = TUESDAY }: News): Article => ({
  id: "news" as ArticleId,
  url: "https://example.org/news",
  source: "Example",
  published: new Date(published),
  title,
  lang,
  ...(body === undefined ? {} : { body }),
});

/** What a piece of news asserts, for one of the small dossiers. */
export const extractFrom = (news: News): Extraction =>
  extractors[news.talks ?? "iran-us"].extract(articleOf(news));
