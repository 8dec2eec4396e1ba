import type { Article, ArticleId } from "../articles/article.ts";
import type { Fetched, StoredArticle } from "../articles/article-store.ts";
import type { StoredReading } from "../facts/extraction-store.ts";
import type { Store, Stores } from "../store/store.ts";
import { type ArticleEvent, articleEvents } from "./article-events.ts";
import type { Core } from "./core.ts";
import { type ReadFor, readingOf } from "./report-of.ts";
import { createStories, type Stories } from "./stories.ts";

/** What taking articles in came to, in articles. */
export type TakenIn = {
  readonly added: number;
  readonly revised: number;
  readonly unchanged: number;
  /** Of those added or revised: about the talks. */
  readonly relevant: number;
};

/** What an article asserts about one set of talks, when the article was added or revised. */
export type NewReading = {
  readonly core: Core;
  readonly reading: StoredReading;
  /** How long reading took. */
  readonly readMs: number;
};

/** Hears of what was read and kept, once it is. */
export type OnKept = (readings: readonly NewReading[]) => void;

/** Takes articles in: keeps them, reads what they assert, and finds their stories. */
export type TakeIn = {
  /** One transaction: all of it is kept or nothing. Taking the same articles in again changes nothing. */
  articles(articles: readonly Article[], fetched: Fetched): Promise<TakenIn>;
  /** Reads what no extractor of this version has read; gives how many articles that were. */
  unread(signal: AbortSignal, onRead?: () => void): Promise<number>;
};

/** Few enough that others who want to write need not wait long. */
const RUN = 200;

/** Takes articles in for the talks of these cores. */
export function createTakeIn(
  store: Store,
  cores: readonly Core[],
  onKept: OnKept = () => undefined,
  observe: (event: ArticleEvent) => void = () => undefined,
): TakeIn {
  const stories = createStories(cores);
  const read = (stores: Stores, articles: readonly StoredArticle[]) =>
    readStored(stores, cores, stories, articles);
  return {
    async articles(articles, fetched) {
      const { kept, readings } = await store.readingAlone(async (stores) => {
        const done = await stores.articles.keep(articles, fetched);
        const changed = await findAll(stores, [...done.added, ...done.revised]);
        return { kept: done, readings: await read(stores, changed) };
      });
      onKept(readings);
      for (const event of articleEvents({ articles, kept, readings, at: fetched.at }))
        observe(event);
      return {
        added: kept.added.length,
        revised: kept.revised.length,
        unchanged: kept.unchanged.length,
        relevant: countRelevant(readings),
      };
    },

    async unread(signal, onRead = () => undefined) {
      let count = 0;
      for (;;) {
        const run = await unreadRun(store, cores);
        if (run.length === 0 || signal.aborted) return count;
        onKept(await store.readingAlone(async (stores) => read(stores, await again(stores, run))));
        count += run.length;
        for (const _ of run) onRead();
      }
    },
  };
}

/** Another node may have read and placed some of them meanwhile. */
const again = (stores: Stores, run: readonly StoredArticle[]): Promise<StoredArticle[]> =>
  findAll(
    stores,
    run.map(({ id }) => id),
  );

async function findAll(stores: Stores, ids: readonly ArticleId[]): Promise<StoredArticle[]> {
  const found: StoredArticle[] = [];
  for (const id of ids) {
    const article = await stores.articles.find(id);
    if (article !== null) found.push(article);
  }
  return found;
}

async function unreadRun({ extractions }: Stores, cores: readonly Core[]) {
  for (const { names, extractor } of cores) {
    const run: StoredArticle[] = [];
    for await (const article of extractions.unread(names.dossier.id, extractor())) {
      run.push(article);
      if (run.length >= RUN) break;
    }
    if (run.length > 0) return run;
  }
  return [];
}

/** Reads articles for all the talks, keeps what they assert, and finds their stories. */
async function readStored(
  stores: Stores,
  cores: readonly Core[],
  stories: Stories,
  articles: readonly StoredArticle[],
): Promise<readonly NewReading[]> {
  const readings = articles
    .toSorted(byPublication)
    .flatMap((article) => cores.map((core) => readFor(core, article)));
  for (const core of cores)
    await stores.extractions.keep(
      core.names.dossier.id,
      core.extractor(),
      readings.filter((each) => each.core === core).map(({ reading }) => reading),
    );
  const placed = await placeStories(stores, stories, readings);
  return readings.map(({ core, reading, readMs }) => ({
    core,
    readMs,
    reading: { ...reading, story: reading.story ?? placed.get(reading.articleId) ?? null },
  }));
}

/** An article with its reading, while it is at hand. */
type Read = ReadFor & NewReading & { readonly article: StoredArticle };

function readFor(core: Core, article: StoredArticle): Read {
  const startedMs = performance.now();
  const read = core.extract(article);
  const reading = readingOf(article, read);
  return { ...read, core, article, reading, readMs: performance.now() - startedMs };
}

const byPublication = (a: Article, b: Article): number =>
  a.published.getTime() - b.published.getTime() || (a.id < b.id ? -1 : 1);

const countRelevant = (readings: readonly NewReading[]): number =>
  new Set(
    readings
      .filter(({ reading }) => reading.extraction.relevant)
      .map(({ reading }) => reading.articleId),
  ).size;

/** An article edited since keeps its story; nothing is a copy of what is about something else. */
async function placeStories(
  stores: Stores,
  stories: Stories,
  readings: readonly Read[],
): Promise<ReadonlyMap<ArticleId, ArticleId>> {
  const homeless = readings.filter(
    ({ article, extraction }) => extraction.relevant && article.story === null,
  );
  await stories.warm(
    stores,
    homeless.map(({ core, article }) => ({ talks: core.names.dossier.id, article })),
  );
  const placed = new Map<ArticleId, ArticleId>();
  for (const [article, [first, ...more]] of Map.groupBy(homeless, (each) => each.article))
    if (first !== undefined) placed.set(article.id, stories.place(article, [first, ...more]));
  await stores.articles.assignStories(placed);
  return placed;
}
