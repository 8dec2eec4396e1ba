import { afterEach, describe, expect, it } from "vitest";
import type { Subscription } from "../../../src/deliveries/subscription.ts";
import { tellOccasions } from "../../../src/deliveries/tell-occasions.ts";
import type { Digest } from "../../../src/digest/digest.ts";
import { eventOf, RICH_DIGEST } from "../../support/digests.ts";
import { sampleOccasion } from "../../support/delivery-samples.ts";
import { clock, openStory } from "../../support/planning-story.ts";

type Story = Awaited<ReturnType<typeof openStory>>;
const opened: Story[] = [];
afterEach(async () => {
  for (const { store } of opened.splice(0)) await store.close();
});

const inPhase = (phase: Digest["phase"], changes: Partial<Digest> = {}): Digest => ({
  ...RICH_DIGEST,
  contested: false,
  disputes: [],
  events: [],
  phase,
  ...changes,
});

const CHAT = { platform: "test", channel: "chat", thread: null } as const;
type Choices = Partial<Omit<Subscription, "id">>;

/** A chat with several subscriptions, ten hours before its news. */
async function chatWith(...all: readonly Choices[]): Promise<Story> {
  const story = await openStory();
  opened.push(story);
  for (const [n, choices] of all.entries())
    await story.subscribe(`s${n}`, { address: CHAT, ...choices });
  story.stand(inPhase("in-doubt"));
  await story.turn("2026-02-04T02:00:00Z");
  return story;
}

const BY_NIGHT = { quietHours: { from: clock("22:00"), until: clock("07:00") } };
const LATER_NIGHT = { quietHours: { from: clock("22:00"), until: clock("08:00") } };

describe("a chat with two subscriptions of the same talks", () => {
  it("is told an alert once, in the language of the first that wants it", async () => {
    const story = await chatWith({ alerts: ["event"] }, { language: "fa" }, { language: "en" });
    story.stand(inPhase("scheduled"));
    await story.turn("2026-02-04T12:00:00Z");
    const received = story.received();
    expect(received).toHaveLength(1);
    expect(received[0]?.text).toMatch(/\p{Script=Arabic}/u);
    expect(story.planned).toContainEqual({ kind: "owed", delivery: "alert", count: 1 });
  });

  it("is told once though a thousand others stand between the two", async () => {
    const story = await chatWith();
    for (let n = 0; n < 600; n += 1) await story.subscribe(`m${String(n).padStart(4, "0")}`);
    for (const id of ["a", "z"]) await story.subscribe(id, { address: CHAT });
    story.stand(inPhase("scheduled"));
    await story.turn("2026-02-04T12:00:00Z");
    expect(story.received().filter(({ to }) => to === CHAT.channel)).toHaveLength(1);
  });

  it("gets an operator's words once", async () => {
    const story = await chatWith({}, {});
    const { store } = story;
    const now = new Date("2026-02-04T12:00:00Z");
    await store.occasions.add(
      sampleOccasion("broadcast", {
        at: now,
        expiresAt: new Date("2026-02-05T12:00:00Z"),
        what: { kind: "broadcast", words: { en: "Maintenance tonight" } },
        digest: await store.archive.keep(RICH_DIGEST),
      }),
    );
    await tellOccasions(story.deps(), now);
    await story.turn(now.toISOString());
    expect(story.received()).toHaveLength(1);
  });

  it("is told each moment of a round once", async () => {
    const roundMoments = ["day-before"] as const;
    const story = await chatWith({ roundMoments }, { roundMoments });
    story.stand(inPhase("scheduled"));
    await story.turn("2026-02-05T06:00:00Z");
    expect(story.received().filter(({ kind }) => kind === "round")).toHaveLength(1);
  });

  it.each([
    ["the first sleeps", [BY_NIGHT, {}]],
    ["the second sleeps", [{}, BY_NIGHT]],
  ])("is told at once, and not again in the morning, where %s", async (_, choices) => {
    const story = await chatWith(...choices);
    story.stand(inPhase("scheduled"));
    await story.turn("2026-02-04T20:00:00Z");
    expect(story.received()).toHaveLength(1);
    await story.turn("2026-02-05T03:30:00Z");
    await story.turn("2026-02-05T04:30:00Z");
    expect(story.received()).toEqual([]);
    expect(story.planned).toContainEqual({ kind: "skipped", reason: "already-told", count: 1 });
  });

  it.each([
    ["at one time", BY_NIGHT],
    ["one after the other", LATER_NIGHT],
  ])("is told once in the morning where both sleep and wake %s", async (_, second) => {
    const story = await chatWith(BY_NIGHT, second);
    story.stand(inPhase("scheduled"));
    await story.turn("2026-02-04T20:00:00Z");
    await story.turn("2026-02-05T03:30:00Z");
    await story.turn("2026-02-05T04:30:00Z");
    expect(story.received()).toHaveLength(1);
  });
});

const HEARSAY = { confirmation: "one-outlet", phaseAttributedTo: null, nextRound: null } as const;

/** The alert is owed, but nothing goes out meanwhile, as when the platform is down. */
const oweWrongly = async (changes: Partial<Digest> = {}) => {
  const story = await chatWith({});
  story.stand(inPhase("scheduled"));
  await story.turn("2026-02-04T03:00:00Z");
  story.received();
  story.stand(inPhase("cancelled", { ...HEARSAY, ...changes }));
  await story.plan("2026-02-04T12:00:00Z");
  return story;
};

describe("an alert that turns out wrong", () => {
  it("before it was sent is never sent, and needs no correction", async () => {
    const story = await oweWrongly();
    story.stand(inPhase("scheduled"));
    await story.turn("2026-02-04T13:00:00Z");
    await story.turn("2026-02-04T13:30:00Z");
    expect(story.received()).toEqual([]);
  });

  it("before it was sent lets through what else its message told", async () => {
    const events = [eventOf({ type: "ASSAULT", intensity: -9, citations: [1] })];
    const story = await oweWrongly({ events });
    story.stand(inPhase("scheduled", { events }));
    await story.turn("2026-02-04T13:00:00Z");
    await story.turn("2026-02-04T13:30:00Z");
    const received = story.received();
    expect(received).toHaveLength(1);
    expect(received[0]?.text).toContain("New event");
    expect(received[0]?.text).not.toContain("Cancelled");
  });

  it("is corrected where it was told in the morning, among all that was held back", async () => {
    const story = await chatWith({ ...BY_NIGHT, alerts: ["phase", "event"] });
    story.stand(inPhase("scheduled"));
    await story.turn("2026-02-04T12:00:00Z");
    story.received();
    story.stand(inPhase("cancelled", HEARSAY));
    await story.turn("2026-02-04T20:00:00Z");
    const events = [eventOf({ type: "ASSAULT", intensity: -9, citations: [1] })];
    story.stand(inPhase("cancelled", { ...HEARSAY, events }));
    await story.turn("2026-02-04T22:00:00Z");
    await story.turn("2026-02-05T03:30:00Z");
    expect(story.received()).toHaveLength(1);
    story.stand(inPhase("scheduled", { events }));
    await story.turn("2026-02-05T05:00:00Z");
    const received = story.received();
    expect(received.map(({ kind, edits }) => [kind, edits])).toEqual([["correction", null]]);
    expect(received[0]?.text).toContain("Phase: Scheduled");
  });

  it("is corrected for a chat whose subscription ended, where another one reads on", async () => {
    const story = await chatWith({}, {});
    story.stand(inPhase("scheduled"));
    await story.turn("2026-02-04T03:00:00Z");
    story.stand(inPhase("cancelled", HEARSAY));
    await story.turn("2026-02-04T12:00:00Z");
    story.received();
    const [first] = await story.store.subscriptions.of(CHAT);
    if (first !== undefined) await story.store.subscriptions.remove(first.id);
    story.stand(inPhase("scheduled"));
    await story.turn("2026-02-04T13:00:00Z");
    expect(story.received().map(({ kind }) => kind)).toEqual(["correction", "correction"]);
  });
});
