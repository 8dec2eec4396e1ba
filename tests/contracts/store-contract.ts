import { articleSearchContract } from "./article-search-contract.ts";
import { describe, expect, it } from "vitest";
import type { Store } from "../../src/store/store.ts";
import { articleStoreContract } from "./article-store-contract.ts";
import { extractionStoreContract } from "./extraction-store-contract.ts";
import { leaseContract } from "./lease-contract.ts";
import { narrationStoreContract, tokenStoreContract } from "./model-store-contract.ts";
import { digestArchiveContract, occasionStoreContract } from "./occasion-store-contract.ts";
import { outboxContract } from "./outbox-contract.ts";
import { pruningContract } from "./pruning-contract.ts";
import { chatStoreContract, subscriptionStoreContract } from "./subscription-store-contract.ts";
import {
  allOf,
  at,
  fetchedFrom,
  FULL_EXTRACTION,
  sampleArticle,
  sampleDigest,
  sampleId,
  sampleReading,
} from "../support/store-samples.ts";
import { newCursor, type FeedCursor } from "../../src/feeds/feed-state.ts";

/** What every engine must do. `open` gives a store with nothing in it each time. */
export function storeContract(engine: string, open: () => Promise<Store>): void {
  const withStore = (check: (store: Store) => Promise<void>) => async () => {
    const store = await open();
    try {
      await check(store);
    } finally {
      await store.close();
    }
  };

  describe(`${engine}: articles`, () => {
    articleStoreContract(withStore);
  });
  describe(`${engine}: texts of old articles`, () => {
    pruningContract(withStore);
  });
  describe(`${engine}: extractions`, () => {
    extractionStoreContract(withStore);
  });

  describe(`${engine}: chats`, () => {
    chatStoreContract(withStore);
  });
  describe(`${engine}: subscriptions`, () => {
    subscriptionStoreContract(withStore);
  });
  describe(`${engine}: occasions`, () => {
    occasionStoreContract(withStore);
  });
  describe(`${engine}: archive of digests`, () => {
    digestArchiveContract(withStore);
  });
  describe(`${engine}: outbox`, () => {
    outboxContract(withStore);
  });

  describe(`${engine}: narrations`, () => {
    narrationStoreContract(withStore);
  });
  describe(`${engine}: tokens of models`, () => {
    tokenStoreContract(withStore);
  });

  describe(`${engine}: leases`, () => {
    leaseContract(withStore);
  });

  describe(`${engine}: search`, () => {
    articleSearchContract(withStore);
  });

  describe(`${engine}: feed states`, () => {
    it(
      "gives back a state as it was saved last, and none for a feed never polled",
      withStore(async ({ feedStates }) => {
        await feedStates.save(newCursor("https://a.example/feed"));
        await feedStates.save(POLLED);
        const states = await feedStates.load([POLLED.address, "https://never.example/feed"]);
        expect([...states]).toEqual([[POLLED.address, POLLED]]);
      }),
    );

    it(
      "loads the states of more feeds than one statement can ask for",
      withStore(async ({ feedStates }) => {
        const addresses = Array.from({ length: 1_201 }, (_, n) => `https://${n}.example/feed`);
        for (const address of addresses) await feedStates.save(newCursor(address));
        expect((await feedStates.load(addresses)).size).toBe(1_201);
      }),
    );
  });

  describe(`${engine}: digests`, () => {
    it(
      "remembers what each reader was told last, of each of the talks",
      withStore(async ({ digests }) => {
        const first = sampleDigest("iran-us", "2026-02-05T18:00:00Z");
        const second = sampleDigest("iran-us", "2026-02-06T06:00:00Z");
        await digests.keep("telegram:1", first);
        await digests.keep("telegram:2", first);
        await digests.keep("telegram:1", second);
        expect(await digests.last("iran-us", "telegram:1")).toEqual(second);
        expect(await digests.last("iran-us", "telegram:2")).toEqual(first);
        expect(await digests.last("russia-ukraine", "telegram:1")).toBeNull();
        expect(await digests.last("iran-us", "telegram:3")).toBeNull();
      }),
    );
  });

  describe(`${engine}: a field that it has not heard of`, () => {
    it(
      "is given back all the same",
      withStore(async ({ articles, digests, extractions }) => {
        const digest = { ...sampleDigest("iran-us", "2026-02-05T18:00:00Z"), mood: "hopeful" };
        await digests.keep("reader", digest);
        expect(await digests.last("iran-us", "reader")).toEqual(digest);
        const meetings = FULL_EXTRACTION.meetings.map((one) => ({ ...one, lunch: true }));
        await articles.keep([sampleArticle(1)], fetchedFrom("wire"));
        await extractions.keep("iran-us", "v1", [
          sampleReading(1, { ...FULL_EXTRACTION, meetings }),
        ]);
        const all = extractions.of("iran-us", { since: new Date(0), until: at("2100-01-01") });
        const [found] = await allOf(all);
        expect(found?.extraction.meetings).toEqual(meetings);
      }),
    );
  });

  describe(`${engine}: transactions`, () => {
    it(
      "keeps all of a transaction",
      withStore(async (store) => {
        const kept = await store.transaction(async ({ articles, feedStates }) => {
          await feedStates.save(POLLED);
          return articles.keep([sampleArticle(1)], fetchedFrom("a"));
        });
        expect(kept.added).toEqual([sampleArticle(1).id]);
        expect(await store.articles.count()).toBe(1);
        expect((await store.feedStates.load([POLLED.address])).size).toBe(1);
      }),
    );

    it(
      "keeps nothing of a transaction that fails, and goes on afterwards",
      withStore(async (store) => {
        const failing = store.transaction(async ({ articles }) => {
          await articles.keep([sampleArticle(1)], fetchedFrom("a"));
          throw new Error("no such luck");
        });
        await expect(failing).rejects.toThrow("no such luck");
        expect(await store.articles.count()).toBe(0);
        await store.articles.keep([sampleArticle(2)], fetchedFrom("a"));
        expect(await store.articles.find(sampleArticle(2).id)).not.toBeNull();
      }),
    );

    it(
      "refuses what would wait for its own transaction for ever, and goes on afterwards",
      withStore(async (store) => {
        const waiting = store.transaction(async ({ articles }) => {
          await articles.keep([sampleArticle(1)], fetchedFrom("a"));
          return store.articles.count();
        });
        await expect(waiting).rejects.toThrow("use the stores that it hands in");
        expect(await store.articles.count()).toBe(0);
      }),
    );

    it(
      "shows others all of a transaction that is under way or nothing of it",
      withStore(async (store) => {
        const turn = Promise.withResolvers<void>();
        const transaction = store.transaction(async ({ articles }) => {
          await articles.keep([sampleArticle(1)], fetchedFrom("a"));
          await turn.promise;
          await articles.keep([sampleArticle(2)], fetchedFrom("a"));
        });
        const count = store.articles.count();
        turn.resolve();
        expect([0, 2]).toContain(await count);
        await transaction;
        expect(await store.articles.count()).toBe(2);
      }),
    );

    it(
      "lets many ask at once, one after the other",
      withStore(async ({ articles }) => {
        const asks = Array.from({ length: 50 }, (_, n) =>
          articles.keep([sampleArticle(n), sampleArticle(n + 1)], fetchedFrom("a")),
        );
        const kept = await Promise.all(asks);
        expect(kept.flatMap(({ added }) => added)).toHaveLength(51);
        expect(await articles.count()).toBe(51);
      }),
    );

    it(
      "writes while a stream is being read",
      withStore(async ({ articles }) => {
        const many = Array.from({ length: 600 }, (_, n) => sampleArticle(n));
        await articles.keep(many, fetchedFrom("a"));
        let seen = 0;
        for await (const { id } of articles.between(at("2026-01-01"), at("2027-01-01"))) {
          await articles.assignStories(new Map([[id, sampleId("first")]]));
          seen += 1;
        }
        expect(seen).toBe(600);
      }),
    );
  });
}

const POLLED: FeedCursor = {
  address: "https://a.example/feed",
  movedTo: "https://b.example/feed",
  etag: '"abc"',
  lastModified: "Thu, 05 Feb 2026 18:00:00 GMT",
  documentHash: "hash",
  nextPollAt: at("2026-02-05T18:10:00.123Z"),
  lastPollAt: at("2026-02-05T18:00:00Z"),
  lastSuccessAt: at("2026-02-05T18:00:00Z"),
  lastItemAt: at("2026-02-05T17:59:59Z"),
  usualGapMs: 61_000.5,
  items: 30,
  failures: 2,
  lastFailure: "timeout",
  counts: { fresh: 1, unchanged: 2, later: 3, failed: 4, skipped: 5 },
};
