import type { MessageId } from "../../src/deliveries/delivery.ts";
import type { OccasionId } from "../../src/deliveries/occasion.ts";
import { newCursor } from "../../src/feeds/feed-state.ts";
import { openStore } from "../../src/store/open-store.ts";
import type { Store } from "../../src/store/store.ts";
import {
  chatAt,
  minutesPast,
  NINE,
  sampleChat,
  sampleMessage,
  sampleOccasion,
  sampleOwed,
  sampleSubscription,
  subscriptionId,
} from "./delivery-samples.ts";
import { sampleNarration } from "./narrations.ts";
import { fetchedFrom, sampleArticle, sampleDigest, sampleReading } from "./store-samples.ts";
import { TOLD_ROUND } from "./told-rounds.ts";

/** Fills a store with something in every table, in all three languages. */
export async function fillWhole(url: string, articles: number): Promise<void> {
  const store = await openStore(url, () => undefined);
  await fillNews(store, articles);
  await fillChats(store);
  await store.close();
}

async function fillNews(store: Store, articles: number): Promise<void> {
  await store.transaction(async (stores) => {
    const all = Array.from({ length: articles }, (_, n) =>
      sampleArticle(n, {
        title: ["Talks in Muscat", "محادثات مسقط", "گفت‌وگوهای مسقط"][n % 3] ?? "",
        lang: (["en", "ar", "fa"] as const)[n % 3] ?? "en",
        body: `It's "set": ${n} \\ \u0301 ${"é".repeat(n % 50)}`,
      }),
    );
    await stores.articles.keep(all, fetchedFrom("wire"));
    const readings = all.filter((_, n) => n % 2 === 0).map((_, n) => sampleReading(n * 2));
    await stores.extractions.keep("iran-us", "v1", readings);
    const digest = sampleDigest("iran-us", "2026-02-05T18:00:00Z");
    await stores.digests.keep("telegram:1", digest);
    await stores.archive.keep(digest);
    await stores.feedStates.save(newCursor("https://a.example/feed"));
    await stores.narrations.keep("key", sampleNarration());
    const use = { model: "small", inputTokens: 2 ** 40, outputTokens: 3, calls: 1 };
    await stores.modelTokens.add("2026-02-05", use);
    await stores.toldRounds.keep("iran-us", [TOLD_ROUND]);
  });
}

async function fillChats(store: Store): Promise<void> {
  await store.transaction(async ({ chats, subscriptions, occasions, outbox }) => {
    await chats.keep(sampleChat(chatAt(5)));
    await chats.keep(sampleChat(chatAt(5, "7"), { language: null }));
    await subscriptions.keepAll([1, 2, 3].map((n) => sampleSubscription(n)));
    await occasions.add(sampleOccasion("told"));
    await occasions.add(sampleOccasion("held"));
    await occasions.hold(sampleOccasion("held").id, [subscriptionId(1)]);
    const alsoTells = ["held" as OccasionId];
    await outbox.add(
      [sampleMessage("message-1", "سلام")],
      [sampleOwed(1, { alsoTells }), sampleOwed(2), sampleOwed(3, { to: chatAt(5, "7") })],
    );
    const rendering = { messageId: "message-1" as MessageId, platform: "telegram" } as const;
    await outbox.keepParts({ ...rendering, style: "rich" }, [{ text: "سلام" }]);
  });
  const lease = { platform: "telegram", now: NINE, leaseEnds: minutesPast(1), limit: 1 };
  const claimed = await store.outbox.claim(lease);
  await store.outbox.settle(
    claimed.map((one) => ({ ...one, sentIds: ["100"], status: { kind: "sent", at: NINE } })),
  );
}
