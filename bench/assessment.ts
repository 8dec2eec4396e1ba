import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadCore } from "../src/app/core.ts";
import { readItemsFile } from "../src/app/items-file.ts";
import { createSessions, type Session } from "../src/app/sessions.ts";
import type { Article, ArticleId } from "../src/articles/article.ts";
import { parseConfig } from "../src/config/config.ts";
import type { Language } from "../src/lib/language.ts";
import { createLog } from "../src/lib/log.ts";
import { openStore } from "../src/store/open-store.ts";
import type { Store } from "../src/store/store.ts";
import { fillStore } from "./support/filled-store.ts";
import { longArticles } from "./support/long-articles.ts";
import { cpuMs, peakMemoryMb, printMetrics, quantileOf, rounded } from "./support/print-metrics.ts";

/**
 * What one more article costs, from taking it in to where the talks stand then, with archives of different
 * sizes: a thousand articles about the talks a day, for as long as it takes. Each size is filled in a
 * process of its own, and measured in another. Usage: `npm run bench assessment [articles]`.
 */
const AT = new Date("2026-02-05T12:00:00Z");
const SIZES = [1_000, 10_000, 100_000, 1_000_000];
const A_DAY = 1_000;
const MORE = 300;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** How old the older edited article is. */
const OLD_DAYS = 20;
/** When more articles have come in. */
const LATER = new Date(AT.getTime() + MORE * 10_000);
const CORPUS = join(import.meta.dirname, "..", "seeds", "corpus");
const NO_FEEDS = { read: 0, stale: 0, failed: 0 };

const [size, task, given] = process.argv.slice(2);
if (given === undefined) measureEach(size === undefined ? SIZES : [Number(size)]);
else if (task === "fill") await fill(Number(size), given);
else await measure(Number(size), given);

function measureEach(sizes: readonly number[]): void {
  for (const each of sizes) {
    const folder = mkdtempSync(join(tmpdir(), "parley-bench-"));
    try {
      for (const part of ["fill", "measure"])
        spawnSync(process.execPath, [import.meta.filename, String(each), part, folder], {
          stdio: ["ignore", "inherit", "inherit"],
        });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}

function open(folder: string): Promise<Store> {
  return openStore(`file:${join(folder, "parley.db")}`, ({ reason }) => {
    throw new Error(reason);
  });
}

function samplesOf(language: Language): readonly Article[] {
  return readItemsFile(join(CORPUS, `items.${language}.json`)).articles;
}

async function fill(articles: number, folder: string): Promise<void> {
  const store = await open(folder);
  const filling = { days: articles / A_DAY, samplesOf };
  await fillStore(store, loadCore("iran-us"), { ...filling, count: articles, until: AT });
  await store.close();
}

async function measure(articles: number, folder: string): Promise<void> {
  const store = await open(folder);
  const config = parseConfig({ DATABASE_URL: `file:${join(folder, "parley.db")}` });
  const log = createLog({ level: "silent", secrets: [], write: () => undefined });
  const session = createSessions({ config, store, log, feedListStamp: () => "" }).current();
  const { signal } = new AbortController();
  const startBegun = cpuMs();
  const loadMs = await timed(() => session.takeIn.unread(signal));
  const firstLookMs = await timed(() => lookAll(session, AT));
  const startCpuMs = rounded(cpuMs() - startBegun);
  const took: number[] = [];
  const cpuBegun = cpuMs();
  for (const article of moreArticles()) took.push(await timed(() => takeOneIn(session, article)));
  const cpuMsAnArticle = rounded((cpuMs() - cpuBegun) / MORE);
  const [first = Number.NaN, ...others] = took;
  const editCpuMs = await editOne(session, store, new Date(AT.getTime() - HOUR_MS));
  const oldEditCpuMs = await editOne(session, store, new Date(AT.getTime() - OLD_DAYS * DAY_MS));
  const newDayCpuMs = await cpuOf(() => lookAll(session, new Date(LATER.getTime() + DAY_MS)));
  printMetrics("assessment", {
    stored: articles,
    p50Ms: rounded(quantileOf(others, 0.5)),
    p99Ms: rounded(quantileOf(others, 0.99)),
    cpuMsAnArticle,
    firstMs: rounded(first),
    editCpuMs,
    oldEditCpuMs,
    newDayCpuMs,
    newCycleMs: rounded(await timed(() => session.takeIn.unread(signal))),
    startMs: rounded(loadMs + firstLookMs),
    startCpuMs,
    peakMemoryMb: peakMemoryMb(),
  });
  await store.close();
}

/** As the ingest loop does it for one article that a feed brings. */
async function takeOneIn(session: Session, article: Article): Promise<void> {
  await session.takeIn.articles([article], { feed: null, at: article.published });
  await lookAll(session, article.published);
}

/** The CPU time of taking in that the first article from an instant on was edited; an archive may not reach back so far. */
async function editOne(session: Session, store: Store, from: Date): Promise<number> {
  for await (const { feed, fetchedAt, ...article } of store.articles.between(from, LATER)) {
    await store.articles.assignStories(new Map([[article.id, article.id]]));
    const title = `${article.title} (updated)`;
    return cpuOf(async () => {
      await session.takeIn.articles([{ ...article, title }], { feed, at: fetchedAt });
      await lookAll(session, LATER);
    });
  }
  return Number.NaN;
}

async function cpuOf(work: () => Promise<unknown>): Promise<number> {
  const begun = cpuMs();
  await work();
  return rounded(cpuMs() - begun);
}

async function lookAll({ watches }: Session, now: Date): Promise<void> {
  for (const { standing } of watches) await standing.look(now, NO_FEEDS);
}

function moreArticles(): readonly Article[] {
  return longArticles("en", MORE, 99).map((article, n) => ({
    ...article,
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- numbered here
    id: `new-${n}` as ArticleId,
    published: new Date(AT.getTime() + n * 10_000),
  }));
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}
