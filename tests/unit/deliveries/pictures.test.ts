import { afterEach, expect, it } from "vitest";
import type { Subscription } from "../../../src/deliveries/subscription.ts";
import { tellCard } from "../../../src/cards/card-contents.ts";
import { iranUsNames, RICH_DIGEST } from "../../support/digests.ts";
import { clock, openStory } from "../../support/planning-story.ts";

const EIGHT = "2026-02-05T04:00:00Z";
const MORNINGS: Partial<Subscription> = {
  schedule: { kind: "daily", at: clock("08:00") },
  nextAt: new Date(EIGHT),
};

let story: Awaited<ReturnType<typeof openStory>>;
afterEach(() => story.store.close());

it("briefs with a picture of the same instant in the reader's language, and without where it is off", async () => {
  story = await openStory();
  await story.subscribe("with", { ...MORNINGS, picture: true, language: "fa" });
  await story.subscribe("in-full", { ...MORNINGS, picture: true, language: "ar", form: "full" });
  await story.subscribe("without", { ...MORNINGS, picture: false, language: "fa" });
  await story.turn(EIGHT);

  const briefings = story.received();
  const of = (id: string) => briefings.find(({ to }) => to === id);
  const digest = { ...RICH_DIGEST, at: new Date(EIGHT).toISOString() };
  for (const [id, language] of [
    ["with", "fa"],
    ["in-full", "ar"],
  ] as const) {
    const card = tellCard(iranUsNames, digest, { language, timeZone: "Asia/Muscat" });
    expect(of(id)?.picture).toMatchObject({ card });
    expect(of(id)?.picture?.alt).toContain(card.phase);
  }
  expect(of("without")?.picture).toBeNull();
  expect(of("without")?.text).toBe(of("with")?.text);
});

it("shows a picture with the moments of a round, and none with alerts", async () => {
  story = await openStory();
  const moments = { alerts: [], roundMoments: ["day-before"] } as const;
  const quietHours = { from: clock("06:00"), until: clock("11:00") };
  await story.subscribe("reader", { picture: true, roundMoments: ["day-before"] });
  await story.subscribe("asleep", { ...moments, quietHours, picture: true });
  await story.subscribe("asleep-without", { ...moments, quietHours, picture: false });
  await story.turn("2026-02-05T06:00:00Z");
  await story.turn("2026-02-05T07:00:00Z");
  story.stand({ ...RICH_DIGEST, phase: "postponed" });
  await story.turn("2026-02-05T08:00:00Z");

  const shown = story.received().map(({ to, kind, picture }) => [to, kind, picture !== null]);
  expect(shown).toEqual([
    ["reader", "round", true],
    ["asleep", "round", true],
    ["asleep-without", "round", false],
    ["reader", "alert", false],
  ]);
});
