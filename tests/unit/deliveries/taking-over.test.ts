import { expect, it } from "vitest";
import type { SendOutcome } from "../../../src/platform/outcome.ts";
import { deliveryId, minutesPast, sampleOwed } from "../../support/delivery-samples.ts";
import { deliveryStory } from "../../support/delivery-story.ts";

const SECOND = 1_000;
const MANY = [1, 2, 3].map((n) => sampleOwed(n, { expiresAt: minutesPast(600) }));
const everyEven = { lookAgainMs: SECOND };

/** Never answered: who asked is dead by then. */
const lost = (): Promise<SendOutcome> => new Promise(() => undefined);

it("what a dead node had claimed goes out within half a minute, under the same key", async () => {
  const dead = await deliveryStory({ answer: lost });
  await dead.owe(MANY);
  dead.start();
  await dead.time.pass(SECOND);
  expect(dead.requests).toHaveLength(MANY.length);

  const living = await deliveryStory({ ...everyEven, store: dead.store });
  living.start();
  await living.time.pass(10 * SECOND);
  expect(living.requests).toEqual([]);
  await living.time.pass(10 * SECOND);
  expect(living.requests.map(({ key }) => key)).toEqual(dead.requests.map(({ key }) => key));
  await living.stop();
});

it("what a living node sends for minutes stays its own", async () => {
  const story = await deliveryStory({
    ...everyEven,
    answer: async (_, signal) => {
      await story.time.sleep(180 * SECOND, signal);
      return { kind: "sent", messageId: "m" };
    },
  });
  await story.owe(MANY);
  story.start();
  for (let second = 1; second < 180; second += 1) {
    await story.time.pass(SECOND);
    const now = new Date(story.time.clock.now().getTime() + 8 * SECOND);
    const leaseEnds = new Date(now.getTime() + 15 * SECOND);
    const claim = { platform: "telegram", now, leaseEnds, limit: 9 };
    // Even by a clock that is eight seconds ahead.
    expect(await story.store.outbox.claim(claim)).toEqual([]);
  }
  await story.time.pass(2 * SECOND);
  expect(story.requests).toHaveLength(MANY.length);
  expect((await story.find(deliveryId(1))).status.kind).toBe("sent");
  await story.stop();
});

it("a process that is alone with its store finds at once what its earlier run had claimed", async () => {
  const before = await deliveryStory({ answer: lost });
  await before.owe(MANY);
  before.start();
  await before.time.pass(SECOND);

  const after = await deliveryStory({ ...everyEven, store: before.store, alone: true });
  after.start();
  await after.time.pass(SECOND);
  expect(after.requests.map(({ key }) => key)).toEqual(before.requests.map(({ key }) => key));
  await after.stop();
});

it("leaves what others had claimed to them for some seconds after the store was away", async () => {
  const others = await deliveryStory({ answer: lost });
  await others.owe(MANY);
  others.start();
  await others.time.pass(SECOND);

  const { store } = others;
  let isAway = true;
  const expire = (now: Date) =>
    isAway ? Promise.reject(new Error("away")) : store.outbox.expire(now);
  const here = await deliveryStory({
    ...everyEven,
    store: { ...store, outbox: { ...store.outbox, expire } },
  });
  here.start();
  await here.time.pass(40 * SECOND);
  isAway = false;
  await here.time.pass(3 * SECOND);
  expect(here.requests).toEqual([]);
  await here.time.pass(4 * SECOND);
  expect(here.requests).toHaveLength(MANY.length);
  await here.stop();
});
