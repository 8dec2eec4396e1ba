import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { describe, expect, it } from "vitest";
import { openStore } from "../../../src/store/open-store.ts";
import { allOf } from "../../support/store-samples.ts";
import { BATCH, batchOf } from "../../support/store-writer.ts";
import { ask, ENGINES, testDatabases } from "../../support/store-engines.ts";

const WRITER = new URL("../../support/store-writer.ts", import.meta.url).pathname;
const EVER = { since: new Date(0), until: new Date("2100-01-01") };
const NEVER = -1;

const databases = testDatabases();

type Writing = { readonly from: number; readonly to: number; readonly fatal?: number };

/** Starts another process that writes batches. */
const startWriter = (url: string, { from, to, fatal = NEVER }: Writing): ChildProcess =>
  spawn(process.execPath, [WRITER, url, String(from), String(to), String(fatal)], {
    stdio: ["ignore", "pipe", "inherit"],
  });

/** The batches that a writer said it kept, until it ended; it is killed after the one of `killAfter`. */
async function keptBy(writer: ChildProcess, killAfter = Infinity): Promise<number[]> {
  const ended = new Promise<void>((resolve) => {
    writer.once("close", () => resolve());
  });
  const kept: number[] = [];
  if (writer.stdout === null) throw new Error("the writer has no output");
  for await (const line of createInterface({ input: writer.stdout })) {
    kept.push(Number(line));
    if (kept.length === killAfter) writer.kill("SIGKILL");
  }
  await ended;
  return kept;
}

/** Checks that a database is whole, and gives the batches in it; each must be there whole as well. */
async function batchesIn(url: string): Promise<Set<number>> {
  const store = await openStore(url, () => {
    throw new Error("corrupt row");
  });
  const read = await allOf(store.extractions.of("iran-us", EVER));
  const ids = new Set(read.map(({ articleId }) => articleId));
  const batches = new Set(
    read.map(({ articleId }) => Math.floor(Number(articleId.slice(-6)) / BATCH)),
  );
  for (const batch of batches)
    expect(
      batchOf(batch).every(({ id }) => ids.has(id)),
      `batch ${batch} is whole`,
    ).toBe(true);
  expect(await store.articles.count()).toBe(ids.size);
  await store.close();
  await expectSound(url);
  return batches;
}

/** PostgreSQL checks its references itself, and has no like question. */
async function expectSound(url: string): Promise<void> {
  if (!url.startsWith("file:")) return;
  expect(await ask(url, "pragma integrity_check")).toEqual([{ integrity_check: "ok" }]);
  expect(await ask(url, "pragma foreign_key_check")).toEqual([]);
}

describe.each(ENGINES)("%s", (engine) => {
  it("loses nothing that was kept when the process is killed, time after time", async () => {
    const url = await databases.fresh(engine);
    const kept = new Set<number>();
    for (const killAfter of [1, 7, 2, 23, 11, 3]) {
      const from = kept.size === 0 ? 0 : Math.max(...kept) + 2;
      const batches = await keptBy(startWriter(url, { from, to: 100_000 }), killAfter);
      for (const batch of batches) kept.add(batch);
      const found = await batchesIn(url);
      expect([...kept].filter((batch) => !found.has(batch))).toEqual([]);
      for (const batch of found) kept.add(batch);
    }
  }, 60_000);

  it.each([0, 1, 5, 40])(
    "keeps nothing of the transaction that it is killed in, batch %i",
    async (fatal) => {
      const url = await databases.fresh(engine);
      const kept = await keptBy(startWriter(url, { from: 0, to: fatal + 1, fatal }));
      const found = await batchesIn(url);
      expect(kept).toEqual(Array.from({ length: fatal }, (_, n) => n));
      expect([...found]).toEqual(kept);
      const again = await keptBy(startWriter(url, { from: fatal, to: fatal + 2 }));
      expect(again).toEqual([fatal, fatal + 1]);
    },
    60_000,
  );

  it("lets two processes open a new database and write to it at once", async () => {
    const url = await databases.fresh(engine);
    const [one, other] = await Promise.all([
      keptBy(startWriter(url, { from: 0, to: 60 })),
      keptBy(startWriter(url, { from: 40, to: 100 })),
    ]);
    expect(one).toHaveLength(60);
    expect(other).toHaveLength(60);
    expect((await batchesIn(url)).size).toBe(100);
  }, 60_000);

  it("lets one process read while another writes", async () => {
    const url = await databases.fresh(engine);
    await keptBy(startWriter(url, { from: 0, to: 1 }));
    const writing = keptBy(startWriter(url, { from: 1, to: 80 }));
    const reader = await openStore(url, () => {});
    const counts: number[] = [];
    while (counts.length < 200) counts.push(await reader.articles.count());
    await writing;
    counts.push(await reader.articles.count());
    await reader.close();
    expect(counts.every((count) => count % BATCH === 0)).toBe(true);
    expect(counts.at(-1)).toBe(80 * BATCH);
  }, 60_000);
});
