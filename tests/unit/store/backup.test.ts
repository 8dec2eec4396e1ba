import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { expect, it } from "vitest";
import { openStore } from "../../../src/store/open-store.ts";
import { fetchedFrom, sampleArticle } from "../../support/store-samples.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const folder = temporaryFolder();
const open = (file: string) => openStore(`file:${folder()}/${file}`, () => {});

it("copies all that was kept, into a folder that it makes", async () => {
  const store = await open("a.db");
  await store.articles.keep([sampleArticle(1), sampleArticle(2)], fetchedFrom("wire"));
  await store.backup(`${folder()}/copies/1.db`);
  await store.articles.keep([sampleArticle(3)], fetchedFrom("wire"));
  const copy = await open("copies/1.db");
  expect(await copy.articles.count()).toBe(2);
  expect(await copy.articles.find(sampleArticle(1).id)).toEqual(
    await store.articles.find(sampleArticle(1).id),
  );
  await copy.close();
  await store.close();
  expect(readdirSync(`${folder()}/copies`)).toEqual(["1.db"]);
});

it("copies whole transactions while others are under way", async () => {
  const store = await open("b.db");
  const batches = Array.from({ length: 40 }, (_, n) =>
    store.articles.keep(
      Array.from({ length: 25 }, (__, k) => sampleArticle(n * 25 + k)),
      fetchedFrom("wire"),
    ),
  );
  await Promise.all([
    ...batches.slice(0, 20),
    store.backup(`${folder()}/b-copy.db`),
    ...batches.slice(20),
  ]);
  await store.close();
  const copy = await open("b-copy.db");
  expect((await copy.articles.count()) % 25).toBe(0);
  await copy.close();
});

it("never writes over a file", async () => {
  const store = await open("c.db");
  writeFileSync(`${folder()}/precious.txt`, "precious");
  await expect(store.backup(`${folder()}/precious.txt`)).rejects.toMatchObject({
    failure: "exists",
    message: expect.stringContaining("name a new file"),
  });
  await expect(store.backup(`${folder()}/c.db`)).rejects.toMatchObject({ failure: "exists" });
  expect(readFileSync(`${folder()}/precious.txt`, "utf8")).toBe("precious");
  await store.close();
});

it("replaces what a backup that was cut short has left behind", async () => {
  const store = await open("d.db");
  writeFileSync(`${folder()}/d-copy.db.unfinished`, "half a backup");
  await store.backup(`${folder()}/d-copy.db`);
  expect(existsSync(`${folder()}/d-copy.db.unfinished`)).toBe(false);
  await store.close();
});

it("says where no backup can be written", async () => {
  const store = await open("e.db");
  writeFileSync(`${folder()}/file`, "");
  await expect(store.backup(`${folder()}/file/copy.db`)).rejects.toMatchObject({
    failure: "not-writable",
    message: expect.stringContaining("no backup was made"),
  });
  await store.close();
});
