import { expect, it } from "vitest";
import type { Occasion, OccasionKind } from "../../src/deliveries/occasion.ts";
import type { Store } from "../../src/store/store.ts";
import {
  minutesPast,
  NINE,
  sampleOccasion,
  sampleSubscription,
  subscriptionId,
} from "../support/delivery-samples.ts";
import { at, sampleDigest } from "../support/store-samples.ts";

type WithStore = (check: (store: Store) => Promise<void>) => () => Promise<void>;

const DIGEST = sampleDigest("iran-us", "2026-02-05T09:00:00Z");
const [EVENT] = DIGEST.events;
const ROUND = DIGEST.nextRound;

const idsOf = (occasions: readonly Occasion[]): string[] => occasions.map(({ id }) => id);

/** What every store must do with occasions. */
export function occasionStoreContract(withStore: WithStore): void {
  telling(withStore);
  holding(withStore);
}

function kinds(): OccasionKind[] {
  if (EVENT === undefined || ROUND === null) throw new Error("the sample has no event or round");
  return [
    {
      kind: "alert",
      alerts: [
        { kind: "phase", from: null, to: "scheduled" },
        { kind: "round", from: null, to: ROUND },
        { kind: "delegation", party: "USA", joined: ["Steve Witkoff"] },
        { kind: "event", event: EVENT },
      ],
    },
    { kind: "round-moment", moment: "hour-before", round: ROUND },
    {
      kind: "correction",
      of: sampleOccasion("first").id,
      alert: { kind: "phase", from: "scheduled", to: null },
    },
    { kind: "broadcast", words: { en: "Maintenance", fa: "\u062a\u0639\u0645\u06cc\u0631" } },
  ];
}

function telling(withStore: WithStore): void {
  it.each(kinds())("gives an occasion back as it was added, once: $kind", (what) =>
    withStore(async ({ occasions }) => {
      const occasion = sampleOccasion("first", { what });
      expect(await occasions.add(occasion)).toBe(true);
      expect(await occasions.add({ ...occasion, digest: "other" })).toBe(false);
      expect(await occasions.find(occasion.id)).toEqual(occasion);
    })(),
  );

  it(
    "remembers how far each was told until it was told to all",
    withStore(async ({ occasions }) => {
      const [first, second] = [sampleOccasion("b", { at: minutesPast(-1) }), sampleOccasion("a")];
      await occasions.add(second);
      await occasions.add(first);
      await occasions.advance(second.id, subscriptionId(7), false);
      expect(await occasions.unfinished()).toEqual([
        { occasion: first, after: null },
        { occasion: second, after: subscriptionId(7) },
      ]);
      await occasions.advance(first.id, subscriptionId(9), true);
      expect(await occasions.unfinished()).toHaveLength(1);
      expect(await occasions.add(first)).toBe(false);
    }),
  );

  it(
    "gives the latest of some talks, newest first",
    withStore(async ({ occasions }) => {
      for (const n of [1, 2, 3])
        await occasions.add(sampleOccasion(String(n), { at: minutesPast(n) }));
      await occasions.add(sampleOccasion("other", { talks: "russia-ukraine" }));
      expect(idsOf(await occasions.latest("iran-us", 2))).toEqual(["3", "2"]);
    }),
  );
}

function holding(withStore: WithStore): void {
  it(
    "holds occasions back for subscriptions and releases them once, oldest first",
    withStore(async ({ occasions, subscriptions }) => {
      await subscriptions.keepAll([sampleSubscription(1), sampleSubscription(2)]);
      for (const n of [2, 1]) {
        const occasion = sampleOccasion(String(n), { at: minutesPast(n) });
        await occasions.add(occasion);
        await occasions.hold(occasion.id, [1, 2, 3].map(subscriptionId));
        await occasions.hold(occasion.id, [1].map(subscriptionId));
      }
      expect(idsOf(await occasions.release(subscriptionId(1)))).toEqual(["1", "2"]);
      expect(await occasions.release(subscriptionId(1))).toEqual([]);
      expect(await occasions.release(subscriptionId(2))).toHaveLength(2);
      expect(await occasions.release(subscriptionId(3))).toEqual([]);
    }),
  );

  it(
    "removes what came to an end, from among what is held back too",
    withStore(async ({ occasions, subscriptions }) => {
      await subscriptions.keep(sampleSubscription(1));
      const occasion = sampleOccasion("1", { expiresAt: NINE });
      await occasions.add(occasion);
      await occasions.hold(occasion.id, [subscriptionId(1)]);
      expect(await occasions.prune(NINE)).toBe(0);
      expect(await occasions.prune(minutesPast(1))).toBe(1);
      expect(await occasions.release(subscriptionId(1))).toEqual([]);
      expect(await occasions.find(occasion.id)).toBeNull();
    }),
  );
}

/** What every archive of digests must do. */
export function digestArchiveContract(withStore: WithStore): void {
  it(
    "keeps a digest once, by what it says",
    withStore(async ({ archive }) => {
      const { talks, ...rest } = DIGEST;
      const name = await archive.keep(DIGEST);
      expect(await archive.keep({ ...rest, talks })).toBe(name);
      expect(await archive.keep({ ...DIGEST, confidence: 0.7 })).not.toBe(name);
      expect(await archive.find(name)).toEqual(DIGEST);
      expect(await archive.find("none")).toBeNull();
    }),
  );

  it(
    "removes the old ones that no subscription and no occasion refers to",
    withStore(async ({ archive, occasions, subscriptions }) => {
      const keep = (confidence: number) => archive.keep({ ...DIGEST, confidence });
      const names = await Promise.all([0.1, 0.2, 0.3].map((one) => keep(one)));
      const [told = "", seen = "", lost = ""] = names;
      await subscriptions.keepAll([
        sampleSubscription(1, { toldDigest: told }),
        sampleSubscription(2),
      ]);
      await occasions.add(sampleOccasion("1", { digest: seen }));
      expect(await archive.prune(at(DIGEST.at))).toBe(0);
      expect(await archive.prune(minutesPast(1))).toBe(1);
      expect(await archive.find(lost)).toBeNull();
      expect(await archive.find(told)).not.toBeNull();
      expect(await archive.find(seen)).not.toBeNull();
    }),
  );
}
