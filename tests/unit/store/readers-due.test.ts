import { expect, it } from "vitest";
import { openStore } from "../../../src/store/open-store.ts";
import { subscriptionOf } from "../../support/planning-story.ts";

const NOON = new Date("2026-02-05T12:00:00Z");
const LATER = new Date("2026-02-05T12:03:00Z");

it("counts who is to be briefed by an instant, by what they are told", async () => {
  const store = await openStore("file::memory:", () => undefined);
  const { subscriptions } = store;
  await subscriptions.keepAll([
    subscriptionOf("a", { nextAt: NOON }),
    subscriptionOf("b", { nextAt: NOON, timeZone: "Asia/Tehran", form: "full" }),
    subscriptionOf("c", { nextAt: NOON, language: "fa" }),
    subscriptionOf("d", { nextAt: NOON, toldDigest: "before" }),
    subscriptionOf("e", { nextAt: LATER }),
    subscriptionOf("f", { nextAt: LATER, releaseAt: NOON }),
    subscriptionOf("g", {
      nextAt: NOON,
      status: { kind: "paused", until: null },
    }),
    subscriptionOf("h"),
  ]);
  const due = (at: Date) => subscriptions.readersDue(at);
  expect(await due(NOON)).toEqual([
    { talks: "iran-us", language: "en", toldDigest: null, count: 2 },
    { talks: "iran-us", language: "en", toldDigest: "before", count: 1 },
    { talks: "iran-us", language: "fa", toldDigest: null, count: 1 },
  ]);
  expect((await due(LATER))[0]).toMatchObject({ toldDigest: null, count: 4 });
  await store.close();
});
