import { describe, expect, it } from "vitest";
import { loadCore } from "../../../src/app/core.ts";
import { readItemsFile } from "../../../src/app/items-file.ts";
import { createLogMemory, type LogMemory } from "../../../src/app/log-memory.ts";
import { createTakeIn } from "../../../src/app/take-in.ts";
import type { ArticleId } from "../../../src/articles/article.ts";
import { openStore } from "../../../src/store/open-store.ts";
import { fetchedFrom } from "../../support/store-samples.ts";

const core = loadCore("iran-us");
const { articles } = readItemsFile("seeds/corpus/items.fa.json");
const FETCHED = fetchedFrom(null);
const NOW = new Date("2026-02-28T23:00:00Z");

async function begin() {
  const store = await openStore("file::memory:", () => undefined);
  const memory = createLogMemory(core, store);
  const takeIn = createTakeIn(store, [core], (readings) => memory.hear(readings));
  return { store, memory, takeIn };
}

const relevantIn = async (memory: LogMemory): Promise<readonly string[]> =>
  (await memory.log(NOW))
    .reports()
    .filter(({ extraction }) => extraction.relevant)
    .map(({ articleId }) => articleId);

describe("the reports in memory", () => {
  it("are those of the store, each once, though more come in while it is read", async () => {
    const { store, memory, takeIn } = await begin();
    await takeIn.articles(articles.slice(0, 8), FETCHED);

    await Promise.all([
      relevantIn(memory),
      takeIn.articles(articles.slice(8, 16), FETCHED),
      relevantIn(memory),
    ]);
    await takeIn.articles(articles.slice(16), FETCHED);
    const ids = await relevantIn(memory);

    expect(ids).toEqual(await relevantIn(createLogMemory(core, store)));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("hold, after a start too, what a publisher's clock dates ahead of ours", async () => {
    const { store, takeIn } = await begin();
    const last = articles.at(-1);
    if (last === undefined) throw new Error("no articles");
    const published = new Date(NOW.getTime() + 20 * 60_000);
    await takeIn.articles([{ ...last, published }], FETCHED);

    const log = await createLogMemory(core, store).log(NOW);

    expect(log.reports().map((report) => report.published)).toContainEqual(published);
  });

  it("are read once for all who ask at once", async () => {
    const { memory } = await begin();

    const [a, b] = await Promise.all([memory.log(NOW), memory.log(NOW)]);

    expect(b).toBe(a);
    expect(await memory.log(NOW)).toBe(a);
  });

  it("are those of the latest wording after an article was edited", async () => {
    const { memory, takeIn } = await begin();
    await takeIn.articles(articles, FETCHED);
    const before = await memory.log(NOW);
    const changes = before.changes();
    const [first] = articles;
    if (first === undefined) throw new Error("no articles");

    await takeIn.articles([{ ...first, title: "گفت‌وگوهای ایران و آمریکا لغو شد" }], FETCHED);

    const after = await memory.log(NOW);
    const titleIn = (log: typeof after) =>
      log.reports().find(({ articleId }) => articleId === first.id)?.title;
    expect(titleIn(after)).toBe("گفت‌وگوهای ایران و آمریکا لغو شد");
    expect(new Set(after.reports().map(({ articleId }) => articleId)).size).toBe(
      after.reports().length,
    );
    expect(after.changes()).toBeGreaterThan(changes);
  });

  it("take in what another process kept, and are not read again for what we kept ourselves", async () => {
    const { store, memory, takeIn } = await begin();
    await takeIn.articles(articles.slice(0, 4), FETCHED);
    await memory.log(NOW);
    await takeIn.articles(articles.slice(4, 8), FETCHED);
    expect(await memory.compare()).toBe(false);
    const before = (await memory.log(NOW)).reports().length;

    await createTakeIn(store, [core]).articles(articles.slice(8), FETCHED);
    expect((await memory.log(NOW)).reports().length).toBe(before);
    expect(await memory.compare()).toBe(true);

    expect((await memory.log(NOW)).reports().length).toBeGreaterThan(before);
    expect(await memory.compare()).toBe(false);
  });

  it("take in what another process revised", async () => {
    const { store, memory, takeIn } = await begin();
    await takeIn.articles(articles, FETCHED);
    await memory.log(NOW);
    const last = articles.at(-1);
    const [first] = articles;
    if (first === undefined || last === undefined) throw new Error("no articles");

    const title = "گفت‌وگوهای ایران و آمریکا لغو شد";
    for (const edited of [first, last]) {
      await createTakeIn(store, [core]).articles([{ ...edited, title }], FETCHED);
      expect(await memory.compare()).toBe(true);
      const log = await memory.log(NOW);
      expect(log.reports().find(({ articleId }) => articleId === edited.id)?.title).toBe(title);
      expect(await memory.compare()).toBe(false);
    }
  });

  it("hold of what is about something else only when, by whom and in which language it was published", async () => {
    const { memory, takeIn } = await begin();
    const [first] = articles;
    if (first === undefined) throw new Error("no articles");
    const others = ["a", "b"].map((id) => ({
      source: first.source,
      lang: first.lang,
      url: `https://example.org/${id}`,
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- numbered here
      id: id as ArticleId,
      title: "تیم والیبال شهر در جدول بالا رفت",
      summary: "مربی گفت بازیکنان خوب تمرین کرده‌اند.",
      published: NOW,
    }));
    await takeIn.articles(others, FETCHED);

    const [a, b, ...more] = (await memory.log(NOW)).reports();

    expect(more).toEqual([]);
    expect(a).toMatchObject({ articleId: "a", lang: "fa", published: NOW, title: "", url: "" });
    expect(a?.source.name).toBe(first.source);
    expect(b?.source).toBe(a?.source);
    expect(b?.extraction).toBe(a?.extraction);
  });

  it("know when the talks were heard of last, though that report is too old to be among them", async () => {
    const { memory, takeIn } = await begin();
    await takeIn.articles(articles, FETCHED);
    const later = new Date("2026-06-20T00:00:00Z");
    const log = await memory.log(later);

    expect(log.reports()).toEqual([]);
    const newest = articles.map(({ published }) => published.getTime());
    const { newestReport } = log.stateAt(later);
    expect(newestReport?.getTime()).toBeLessThanOrEqual(Math.max(...newest));
    expect(newestReport?.toISOString().slice(0, 7)).toBe("2026-02");
  });

  it("are asked for again after the store could not be read", async () => {
    const { store } = await begin();
    let broken = true;
    const extractions = {
      ...store.extractions,
      unread: (...given: Parameters<typeof store.extractions.unread>) => {
        if (broken) throw new Error("locked");
        return store.extractions.unread(...given);
      },
    };
    const memory = createLogMemory(core, { ...store, extractions });
    await expect(memory.log(NOW)).rejects.toThrow("locked");
    broken = false;

    expect((await memory.log(NOW)).reports()).toEqual([]);
  });
});
