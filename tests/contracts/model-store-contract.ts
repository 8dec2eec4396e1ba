import { expect, it } from "vitest";
import type { Store } from "../../src/store/store.ts";
import { sampleNarration } from "../support/narrations.ts";

type WithStore = (check: (store: Store) => Promise<void>) => () => Promise<void>;

const FAR = new Date("2100-01-01");

/** What every store must do with narrations. */
export function narrationStoreContract(withStore: WithStore): void {
  it(
    "gives a narration back by its key, and nothing by another",
    withStore(async ({ narrations }) => {
      await narrations.keep("key", sampleNarration());
      expect(await narrations.find("key")).toEqual(sampleNarration());
      expect(await narrations.find("other")).toBeNull();
    }),
  );

  it(
    "keeps the last that came under a key",
    withStore(async ({ narrations }) => {
      await narrations.keep("key", sampleNarration());
      const later = sampleNarration({ lead: [], by: { model: "large", prompts: "v2" } });
      await narrations.keep("key", later);
      expect(await narrations.find("key")).toEqual(later);
    }),
  );

  it(
    "removes what is old",
    withStore(async ({ narrations }) => {
      await narrations.keep("key", sampleNarration());
      expect(await narrations.prune(new Date(0))).toBe(0);
      expect(await narrations.prune(FAR)).toBe(1);
      expect(await narrations.find("key")).toBeNull();
    }),
  );

  it(
    "drops what was kept since an instant, or all",
    withStore(async ({ narrations }) => {
      await narrations.keep("key", sampleNarration());
      await narrations.keep("other", sampleNarration());
      expect(await narrations.drop(FAR)).toBe(0);
      expect(await narrations.find("key")).not.toBeNull();
      expect(await narrations.drop(new Date(0))).toBe(2);
      await narrations.keep("key", sampleNarration());
      expect(await narrations.drop(null)).toBe(1);
      expect(await narrations.find("key")).toBeNull();
    }),
  );
}

/** What every store must do with the tokens that models use. */
export function tokenStoreContract(withStore: WithStore): void {
  it(
    "adds up what each model used on a day",
    withStore(async ({ modelTokens }) => {
      const day = "2026-02-05";
      await modelTokens.add(day, { model: "b", inputTokens: 10, outputTokens: 1, calls: 1 });
      await modelTokens.add(day, { model: "a", inputTokens: 5, outputTokens: 2, calls: 1 });
      await modelTokens.add(day, { model: "b", inputTokens: 20, outputTokens: 3, calls: 1 });
      expect(await modelTokens.used(day)).toEqual([
        { model: "a", inputTokens: 5, outputTokens: 2, calls: 1 },
        { model: "b", inputTokens: 30, outputTokens: 4, calls: 2 },
      ]);
      expect(await modelTokens.used("2026-02-06")).toEqual([]);
    }),
  );

  it(
    "gives back what was set aside and not used",
    withStore(async ({ modelTokens }) => {
      const day = "2026-02-05";
      await modelTokens.add(day, { model: "a", inputTokens: 30, outputTokens: 200, calls: 1 });
      await modelTokens.add(day, { model: "a", inputTokens: 4, outputTokens: -150, calls: 0 });
      expect(await modelTokens.used(day)).toEqual([
        { model: "a", inputTokens: 34, outputTokens: 50, calls: 1 },
      ]);
    }),
  );

  it(
    "loses none of what is added at once",
    withStore(async ({ modelTokens }) => {
      const day = "2026-02-05";
      const use = { model: "a", inputTokens: 3, outputTokens: 2, calls: 1 };
      await Promise.all(Array.from({ length: 40 }, () => modelTokens.add(day, use)));
      expect(await modelTokens.used(day)).toEqual([
        { model: "a", inputTokens: 120, outputTokens: 80, calls: 40 },
      ]);
    }),
  );

  it(
    "sets aside no more than there is, for all models and however many ask at once",
    withStore(async ({ modelTokens }) => {
      const day = "2026-02-05";
      const use = { model: "a", inputTokens: 20, outputTokens: 10, calls: 1 };
      await modelTokens.add(day, { ...use, model: "b" });
      await modelTokens.add("2026-02-04", use);
      const asked = Array.from({ length: 12 }, () => modelTokens.reserve(day, use, 100));
      expect((await Promise.all(asked)).filter(Boolean)).toHaveLength(2);
      expect((await modelTokens.used(day)).find(({ model }) => model === "a")).toEqual({
        model: "a",
        inputTokens: 40,
        outputTokens: 20,
        calls: 2,
      });
      expect(await modelTokens.reserve(day, { ...use, model: "c" }, 119)).toBe(false);
      expect(await modelTokens.reserve(day, { ...use, model: "c" }, 120)).toBe(true);
    }),
  );

  it(
    "removes the days before one",
    withStore(async ({ modelTokens }) => {
      const use = { model: "a", inputTokens: 1, outputTokens: 1, calls: 1 };
      await modelTokens.add("2026-01-31", use);
      await modelTokens.add("2026-02-01", use);
      expect(await modelTokens.prune("2026-02-01")).toBe(1);
      expect(await modelTokens.used("2026-01-31")).toEqual([]);
      expect(await modelTokens.used("2026-02-01")).toHaveLength(1);
    }),
  );
}
