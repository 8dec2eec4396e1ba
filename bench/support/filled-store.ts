import { type Core } from "../../src/app/core.ts";
import { readingOf } from "../../src/app/report-of.ts";
import type { Article, ArticleId } from "../../src/articles/article.ts";
import type { StoredReading } from "../../src/facts/extraction-store.ts";
import { type Language, LANGUAGES } from "../../src/lib/language.ts";
import type { Store } from "../../src/store/store.ts";
import { longArticles } from "./long-articles.ts";

const DISTINCT = 300;
const DAY_MS = 86_400_000;
const RUN = 5_000;

/** What a store is filled with; `days` as long as a digest looks back, if nothing is said. */
export type Filling = {
  readonly count: number;
  /** When the last article is from. */
  readonly until: Date;
  readonly days?: number;
  readonly samplesOf?: (language: Language) => readonly Article[];
};

/**
 * Fills a store with `count` articles of the days before `until`, spread evenly, each read. Few are
 * distinct, since reading them all would take minutes; only their ids and dates differ. Texts are left
 * out: a digest reads the readings alone.
 */
export async function fillStore(
  store: Store,
  core: Core,
  {
    count,
    until,
    days = 44,
    samplesOf = (language) => longArticles(language, DISTINCT / 3, 7),
  }: Filling,
): Promise<void> {
  const samples = LANGUAGES.flatMap(samplesOf).map((article) => ({
    article,
    reading: core.extract(article),
  }));
  const talks = core.names.dossier.id;
  for (let start = 0; start < count; start += RUN) {
    const run = Array.from({ length: Math.min(RUN, count - start) }, (_, n) => {
      const sample = samples[(start + n) % samples.length];
      if (sample === undefined) throw new Error("no sample was read");
      const ago = ((count - start - n) * days * DAY_MS) / count;
      const published = new Date(until.getTime() - ago);
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- numbered here
      const id = `article-${String(start + n).padStart(7, "0")}` as ArticleId;
      return { ...sample, article: { ...sample.article, id, published } };
    });
    await store.transaction(async (stores) => {
      await stores.articles.keep(
        run.map(({ article }) => withoutBody(article)),
        { feed: null, at: until },
      );
      await stores.extractions.keep(
        talks,
        core.extractor(),
        run.map(({ article, reading }) => asKept(article, readingOf(stored(article), reading))),
      );
    });
  }
}

const withoutBody = (article: Article): Article => {
  const { id, url, source, published, title, lang } = article;
  return { id, url, source, published, title, lang };
};

const stored = (article: Article) => ({
  ...article,
  feed: null,
  fetchedAt: article.published,
  revision: 1,
  story: null,
});

const asKept = ({ id }: Article, reading: StoredReading): StoredReading => ({
  ...reading,
  articleId: id,
});
