import { describe, expect, it } from "vitest";
import { briefDue } from "../../../src/deliveries/brief-due.ts";
import { prepareBriefings } from "../../../src/deliveries/narrate-due.ts";
import type { Digest } from "../../../src/digest/digest.ts";
import type { Narration } from "../../../src/digest/narration.ts";
import type { Subject } from "../../../src/summarize/narrator.ts";
import { RICH_DIGEST } from "../../support/digests.ts";
import { sampleNarration } from "../../support/narrations.ts";
import { clock, openStory } from "../../support/planning-story.ts";

const NOON = "2026-02-05T12:00:00Z";
const noon = new Date(NOON);
const minutesBefore = (minutes: number): Date => new Date(noon.getTime() - minutes * 60_000);

/** Briefings at noon in Greenwich, and a narrator that tells what it was asked, and how. */
async function noonStory(write: (subject: Subject) => Narration | null = written) {
  const story = await openStory();
  const asked: { how: "narrate" | "prepare"; subject: Subject; patienceMs: number }[] = [];
  const asking = (how: "narrate" | "prepare") => async (subject: Subject, patienceMs: number) => {
    asked.push({ how, subject, patienceMs });
    return write(subject);
  };
  const deps = {
    ...story.deps(),
    narrator: { narrate: asking("narrate"), prepare: asking("prepare") },
  };
  const subscribe = (id: string, toldDigest: string | null = null) =>
    story.subscribe(id, {
      schedule: { kind: "daily", at: clock("12:00") },
      timeZone: "UTC",
      nextAt: noon,
      toldDigest,
      form: "full",
    });
  return { ...story, asked, deps, subscribe };
}

const fail = () => Promise.reject(new Error("locked"));

const LEAD = "It is written so.";
const written = ({ language }: Subject): Narration =>
  sampleNarration({ language, lead: [{ text: LEAD, citations: [1] }] });

/** Where the talks stood at some time before, unlike at any other. */
const earlier = (n: number): Digest => ({
  ...RICH_DIGEST,
  at: new Date(noon.getTime() - n * 3_600_000).toISOString(),
  phase: n % 2 === 0 ? "proposed" : "rumoured",
  milestones: [],
});

describe("briefings in a model's words", () => {
  it("are asked for once for all who are told the same", async () => {
    const { subscribe, deps, asked } = await noonStory();
    for (const id of ["a", "b", "c"]) await subscribe(id);
    await briefDue(deps, noon);
    expect(asked.map(({ how }) => how)).toEqual(["narrate"]);
    expect(asked[0]?.subject).toMatchObject({ language: "en", digest: { changes: [] } });
  });

  it("are written before anything is: no transaction waits", async () => {
    const { subscribe, deps, store } = await noonStory();
    await subscribe("a");
    let isOpen = false;
    const within: typeof deps = {
      ...deps,
      store: {
        ...store,
        transaction: async (work) => {
          isOpen = true;
          return store.transaction(work).finally(() => (isOpen = false));
        },
      },
      narrator: {
        ...deps.narrator,
        narrate: async (subject) => {
          expect(isOpen).toBe(false);
          return written(subject);
        },
      },
    };
    await briefDue(within, noon);
    expect((await store.subscriptions.all(null, 1))[0]?.toldDigest).not.toBeNull();
  });

  it("tell the commonest few what changed for them, and the rest without regard to it", async () => {
    const { subscribe, deps, asked, store } = await noonStory();
    for (let n = 1; n <= 6; n += 1) {
      const name = await store.archive.keep(earlier(n));
      for (let reader = 0; reader <= n; reader += 1) await subscribe(`${n}-${reader}`, name);
    }
    await subscribe("new");
    await briefDue(deps, noon);
    const changes = asked.map(({ subject }) => subject.digest.changes.length > 0);
    expect(changes).toEqual([true, true, true, false]);
  });

  it("are prepared up to three minutes ahead, with time to spare, and no earlier", async () => {
    const { subscribe, deps, asked } = await noonStory();
    await subscribe("a");
    await prepareBriefings(deps, minutesBefore(4));
    expect(asked).toEqual([]);
    await prepareBriefings(deps, minutesBefore(3));
    await prepareBriefings(deps, noon);
    expect(asked.map(({ how, patienceMs }) => [how, patienceMs])).toEqual([
      ["prepare", 180_000],
      ["prepare", 8_000],
    ]);
  });

  it("go out without, where the store fails to tell who is due", async () => {
    const { subscribe, deps, store } = await noonStory();
    await subscribe("a");
    const broken = { ...store, subscriptions: { ...store.subscriptions, readersDue: fail } };
    await expect(prepareBriefings({ ...deps, store: broken }, noon)).resolves.toBeUndefined();
  });

  it("are told again as before once the talks stand so again: what a model wrote is no change", async () => {
    const { subscribe, deps, store, turn, received } = await noonStory();
    await subscribe("a");
    await briefDue(deps, noon);
    const [first] = await store.subscriptions.all(null, 1);
    const kept = await store.archive.find(first?.toldDigest ?? "");
    expect(kept?.narration?.lead[0]?.text).toBe(LEAD);
    await turn("2026-02-06T12:00:00Z");
    expect(received().at(-1)?.text).not.toContain("What changed");
  });

  it("keep one digest for all whom a model told the same, whatever they were told before", async () => {
    const { subscribe, deps, store } = await noonStory();
    for (const n of [1, 2]) await subscribe(`${n}`, await store.archive.keep(earlier(n)));
    await briefDue(deps, noon);
    const all = await store.subscriptions.all(null, 2);
    expect(new Set(all.map(({ toldDigest }) => toldDigest)).size).toBe(1);
  });
});
