import { writeSync } from "node:fs";
import { openStore } from "../../src/store/open-store.ts";
import { EMPTY_EXTRACTION, fetchedFrom, sampleArticle, sampleReading } from "./store-samples.ts";

/** How many articles, with their extractions, a batch holds: enough to fill pages of the file. */
export const BATCH = 20;

/** The articles of one batch. */
export const batchOf = (batch: number) =>
  Array.from({ length: BATCH }, (_, n) =>
    sampleArticle(batch * BATCH + n, { body: `${batch} `.repeat(200) }),
  );

/**
 * Writes batches `from` until `to` and says the number of each, on a line of its own, once it is kept.
 * It kills itself within the transaction of batch `fatal`.
 */
async function write(url: string, from: number, to: number, fatal: number): Promise<void> {
  const store = await openStore(url, () => {});
  for (let batch = from; batch < to; batch += 1) {
    await store.transaction(async ({ articles, extractions }) => {
      await articles.keep(batchOf(batch), fetchedFrom("wire"));
      if (batch === fatal) process.kill(process.pid, "SIGKILL");
      const readings = batchOf(batch).map((_, n) =>
        sampleReading(batch * BATCH + n, EMPTY_EXTRACTION),
      );
      await extractions.keep("iran-us", "v1", readings);
    });
    writeSync(1, `${batch}\n`);
  }
  await store.close();
}

if (import.meta.main) {
  const [url = "", from, to, fatal] = process.argv.slice(2);
  await write(url, Number(from), Number(to), Number(fatal));
}
