import { afterEach, describe, expect, it } from "vitest";
import { noticeChanges } from "../../../src/deliveries/notice-changes.ts";
import type { PlanningStore } from "../../../src/deliveries/planning.ts";
import type { Subscription } from "../../../src/deliveries/subscription.ts";
import { tellOccasions } from "../../../src/deliveries/tell-occasions.ts";
import type { Digest, DigestRound } from "../../../src/digest/digest.ts";
import { eventOf, RICH_DIGEST } from "../../support/digests.ts";
import { clock, openStory } from "../../support/planning-story.ts";

type Story = Awaited<ReturnType<typeof openStory>>;
const opened: Story[] = [];
const open = async (): Promise<Story> => {
  const story = await openStory();
  opened.push(story);
  return story;
};
afterEach(async () => {
  for (const { store } of opened.splice(0)) await store.close();
});

/** For stories of many turns of the clock, on a busy machine. */
const SLOW_MS = 30_000;

const ROUND: DigestRound = RICH_DIGEST.nextRound!;
const CALM: Digest = { ...RICH_DIGEST, contested: false, disputes: [], events: [] };
const inPhase = (phase: Digest["phase"], changes: Partial<Digest> = {}): Digest => ({
  ...CALM,
  phase,
  ...changes,
});
const daily = (shown: string) => ({ kind: "daily", at: clock(shown) }) as const;

/** Turns the clock through a stretch of time, a step at a time. */
async function through(story: Story, from: string, until: string, stepMinutes = 30): Promise<void> {
  for (let ms = Date.parse(from); ms < Date.parse(until); ms += stepMinutes * 60_000)
    await story.turn(new Date(ms).toISOString());
}

describe("a daily briefing at seven, as clocks change in March 2026", () => {
  const READERS = [
    ["new-york", "America/New_York", "en"],
    ["berlin", "Europe/Berlin", "en"],
    ["tehran", "Asia/Tehran", "fa"],
    ["muscat", "Asia/Muscat", "ar"],
    ["kolkata", "Asia/Kolkata", "en"],
  ] as const;
  const everyDay = { tehran: ["03:30 x6"], muscat: ["03:00 x6"], kolkata: ["01:30 x6"] };

  it.each([
    [
      "America",
      "2026-03-05",
      "2026-03-11",
      { ...everyDay, "new-york": ["12:00 x3", "11:00 x3"], berlin: ["06:00 x6"] },
    ],
    [
      "Europe",
      "2026-03-26",
      "2026-04-01",
      { ...everyDay, "new-york": ["11:00 x6"], berlin: ["06:00 x3", "05:00 x3"] },
    ],
  ])(
    "comes at seven everywhere, once a day, in %s's week",
    async (_, from, until, expected) => {
      const story = await open();
      const since = `${from}T00:00:00Z`;
      for (const [id, timeZone, language] of READERS)
        await story.subscribe(id, { timeZone, language, schedule: daily("07:00"), since });
      await through(story, since, `${until}T00:00:00Z`);

      const received = story.received();
      const hoursOf = (id: string) => {
        const hours = received.filter(({ to }) => to === id).map((one) => one.at.slice(11, 16));
        return [...Map.groupBy(hours, (hour) => hour)].map(
          ([hour, { length }]) => `${hour} x${length}`,
        );
      };
      expect(Object.fromEntries(READERS.map(([id]) => [id, hoursOf(id)]))).toEqual(expected);
      expect(received.find(({ to }) => to === "tehran")?.text).toContain("به وقت تهران");
      expect(received.find(({ to }) => to === "muscat")?.text).toContain("بتوقيت مسقط");
    },
    SLOW_MS,
  );
});

describe("a phase alert", () => {
  const START = "2026-02-04T12:00:00Z";
  const start = async (choices: Partial<Omit<Subscription, "id">> = {}) => {
    const story = await open();
    await story.subscribe("reader", choices);
    story.stand(inPhase("in-doubt"));
    await story.turn(START);
    return story;
  };

  it("tells nothing of what was so before the first look", async () => {
    expect((await start()).received()).toEqual([]);
  });

  it("goes out with the look that finds it, once", async () => {
    const story = await start();
    story.stand(inPhase("scheduled"));
    await story.turn("2026-02-04T12:02:00Z");
    await story.turn("2026-02-04T12:04:00Z");
    const received = story.received();
    expect(received.map(({ kind }) => kind)).toEqual(["alert"]);
    expect(received[0]?.text).toContain("Phase: Scheduled (was: In doubt)");
    expect(received[0]?.text).toContain("stated by the mediator or host");
  });

  it("is not sent to those who want surer news, or none", async () => {
    const story = await start({ minimumConfidence: 0.5 });
    await story.subscribe("silent", { alerts: ["event"] });
    story.stand(inPhase("scheduled", { confidence: 0.3 }));
    await story.turn("2026-02-04T12:02:00Z");
    expect(story.received()).toEqual([]);
    expect(story.planned.filter(({ kind }) => kind === "skipped")).toEqual([
      { kind: "skipped", reason: "too-uncertain", count: 1 },
      { kind: "skipped", reason: "not-wanted", count: 1 },
    ]);
  });

  it("tells each turn of a day, but not the same to and fro over and over", async () => {
    const story = await start();
    const turns = ["scheduled", "in-doubt", "scheduled", "in-doubt", "scheduled"] as const;
    for (const [place, phase] of turns.entries()) {
      story.stand(inPhase(phase));
      await story.turn(`2026-02-04T12:${String(10 * (place + 1))}:00Z`);
    }
    const told = story.received().map(({ text }) => /Phase: [^[]+/.exec(text)?.[0].trim());
    expect(told).toEqual(["Phase: Scheduled (was: In doubt)", "Phase: In doubt (was: Scheduled)"]);
    // What lasts is told after all, so that nobody is left with the wrong phase.
    await story.turn("2026-02-04T15:30:00Z");
    expect(story.received()[0]?.text).toContain("Phase: Scheduled (was: In doubt)");
  });

  it("after a day without a look tells once what still stands", async () => {
    const story = await start();
    story.stand(
      inPhase("scheduled", {
        events: [eventOf({ type: "ASSAULT", intensity: -9, citations: [5] })],
      }),
    );
    await story.turn("2026-02-06T12:00:00Z");
    const received = story.received();
    expect(received).toHaveLength(1);
    expect(received[0]?.text).not.toContain("New event");
  });

  it("is neither lost nor told backwards when the clock is set back an hour", async () => {
    const story = await start();
    story.stand(inPhase("scheduled"));
    await story.turn("2026-02-04T12:02:00Z");
    expect(story.received()).toHaveLength(1);
    await story.turn("2026-02-04T11:02:00Z");
    expect(story.received()).toEqual([]);
    story.stand(inPhase("cancelled", { nextRound: null }));
    await story.turn("2026-02-04T11:05:00Z");
    expect(story.received()).toHaveLength(1);
  });
});

describe("a look for changes that dies half-way", () => {
  it("is made again, and what it found is told once, with what came since", async () => {
    const story = await open();
    await story.subscribe("reader");
    story.stand(inPhase("in-doubt"));
    await story.turn("2026-02-04T12:00:00Z");
    story.stand(inPhase("scheduled"));
    const dying: PlanningStore = {
      ...story.store,
      transaction: (work) =>
        story.store.transaction(async (stores) => {
          await work(stores);
          throw new Error("killed");
        }),
    };
    const now = new Date("2026-02-04T12:10:00Z");
    await expect(noticeChanges(story.deps(dying), now)).rejects.toThrow("killed");
    story.stand(inPhase("scheduled", { events: [eventOf({ citations: [1] })] }));
    await story.turn("2026-02-04T12:11:00Z");
    await through(story, "2026-02-04T12:12:00Z", "2026-02-04T18:00:00Z", 30);
    const received = story.received();
    expect(received).toHaveLength(1);
    expect(received[0]?.text).toContain("Phase: Scheduled (was: In doubt)");
    expect(received[0]?.text).toContain("New event");
  });
});

describe("quiet hours", () => {
  const quietHours = { from: clock("22:00"), until: clock("07:00") };

  it("hold alerts back and release them as one message that tells what remains", async () => {
    const story = await open();
    await story.subscribe("sleeper", { quietHours });
    story.stand(inPhase("scheduled"));
    await story.turn("2026-02-04T17:00:00Z");
    story.stand(inPhase("cancelled", { nextRound: null }));
    await story.turn("2026-02-04T19:00:00Z");
    story.stand(inPhase("in-doubt"));
    await story.turn("2026-02-04T21:00:00Z");
    story.stand(inPhase("scheduled"));
    await story.turn("2026-02-05T00:00:00Z");
    await story.turn("2026-02-05T02:59:00Z");
    expect(story.received()).toEqual([]);
    await story.turn("2026-02-05T03:00:00Z");
    await story.turn("2026-02-05T03:01:00Z");
    const received = story.received();
    expect(received).toHaveLength(1);
    expect(received[0]?.text).toContain("Phase: Scheduled, as before.");
    expect(received[0]?.text.replace(/\n\s*/g, " ")).toContain("it was: Cancelled and In doubt.");
  });

  it("do not delay the hour before a round", async () => {
    const story = await open();
    await story.subscribe("sleeper", {
      quietHours,
      timeZone: "America/New_York",
      roundMoments: ["hour-before"],
    });
    story.stand(CALM);
    await story.turn("2026-02-06T05:00:00Z");
    expect(story.received().map(({ kind }) => kind)).toEqual(["round"]);
  });

  it("release nothing that has become old news", async () => {
    const story = await open();
    await story.subscribe("sleeper", { quietHours });
    story.stand(inPhase("in-doubt"));
    await story.turn("2026-02-04T17:00:00Z");
    story.stand(inPhase("scheduled"));
    await story.turn("2026-02-04T19:00:00Z");
    await story.turn("2026-02-06T09:00:00Z");
    expect(story.received()).toEqual([]);
    expect(story.planned).toContainEqual({ kind: "skipped", reason: "expired", count: 1 });
  });
});

describe("the moments of a round", () => {
  const roundMoments = ["day-before", "hour-before", "start", "end"] as const;
  const start = async () => {
    const story = await open();
    await story.subscribe("reader", { roundMoments, alerts: [] });
    story.stand(CALM);
    return story;
  };

  it("come a day and an hour before it", async () => {
    const story = await start();
    await through(story, "2026-02-05T04:00:00Z", "2026-02-06T06:00:00Z", 10);
    expect(story.received().map(({ at: when, kind }) => [when, kind])).toEqual([
      ["2026-02-05T06:00:00.000Z", "round"],
      ["2026-02-06T05:00:00.000Z", "round"],
    ]);
  });

  it("move with it", async () => {
    const story = await start();
    await story.turn("2026-02-05T05:30:00Z");
    story.stand({ ...CALM, nextRound: { ...ROUND, date: "2026-02-08", time: "15:00" } });
    await through(story, "2026-02-05T06:00:00Z", "2026-02-08T11:00:00Z", 30);
    expect(story.received().map((one) => one.at)).toEqual([
      "2026-02-07T11:00:00.000Z",
      "2026-02-08T10:00:00.000Z",
    ]);
  });

  it("fall away with it", async () => {
    const story = await start();
    story.stand(inPhase("cancelled", { nextRound: null }));
    await through(story, "2026-02-05T04:00:00Z", "2026-02-06T06:00:00Z", 30);
    expect(story.received()).toEqual([]);
  });

  it("are told as uncertain where the round is in doubt", async () => {
    const story = await start();
    story.stand(inPhase("in-doubt", { nextRound: { ...ROUND, status: "in-doubt" } }));
    await story.turn("2026-02-05T06:00:00Z");
    const [told] = story.received();
    expect(told?.text).toContain("it is not certain");
    expect(told?.text).toContain("Status: in doubt.");
  });

  it("know no hour before a round whose hour nobody gave", async () => {
    const story = await start();
    story.stand({ ...CALM, nextRound: { ...ROUND, time: null } });
    await through(story, "2026-02-05T03:00:00Z", "2026-02-06T09:00:00Z", 30);
    const received = story.received();
    expect(received.map((one) => one.at)).toEqual(["2026-02-05T05:00:00.000Z"]);
    expect(received[0]?.text).toContain("The hour has not been announced.");
  });

  it("are its beginning and its end, too", async () => {
    const story = await start();
    await story.turn("2026-02-06T05:45:00Z");
    story.received();
    story.stand(inPhase("underway"));
    await story.turn("2026-02-06T06:10:00Z");
    story.stand(
      inPhase("adjourned", {
        nextRound: null,
        lastRound: { ...CALM.lastRound!, date: "2026-02-06", outcome: "to-resume" },
      }),
    );
    await story.turn("2026-02-06T14:00:00Z");
    const told = story.received().map(({ text }) => text.split("\n")[4]);
    expect(told).toEqual(["The round has begun", "The round has ended"]);
  });
});

describe("after downtime", () => {
  it("of a day a briefing is caught up once if it is not too late, else counted", async () => {
    const story = await open();
    const since = "2026-02-04T00:00:00Z";
    await story.subscribe("soon", { schedule: daily("10:00"), since });
    await story.subscribe("late", { schedule: daily("06:00"), since });
    await story.subscribe("often", {
      schedule: { kind: "cron", expression: "*/30 * * * *" },
      since,
    });
    await story.turn("2026-02-05T07:10:00Z");
    await story.turn("2026-02-05T07:11:00Z");
    expect(
      story
        .received()
        .map(({ to }) => to)
        .toSorted(),
    ).toEqual(["often", "soon"]);
    expect(story.planned).toContainEqual({ kind: "skipped", reason: "missed", count: 1 });
    await story.turn("2026-02-05T07:30:00Z");
    expect(story.received().map(({ to }) => to)).toEqual(["often"]);
    await story.turn("2026-02-06T02:00:00Z");
    expect(
      story
        .received()
        .map(({ to }) => to)
        .toSorted(),
    ).toEqual(["late", "often"]);
  });

  it("a clock set back an hour sends no briefing twice", async () => {
    const story = await open();
    await story.subscribe("reader", { schedule: daily("10:00"), since: "2026-02-05T00:00:00Z" });
    await story.turn("2026-02-05T06:00:00Z");
    await story.turn("2026-02-05T05:00:00Z");
    await story.turn("2026-02-05T06:00:00Z");
    expect(story.received()).toHaveLength(1);
    await story.turn("2026-02-06T06:00:00Z");
    expect(story.received()).toHaveLength(1);
  });
});

describe("a clock that was wrongly set ahead", () => {
  it("and is put right leaves no briefing out, nor what quiet hours held back", async () => {
    const story = await open();
    const schedule = { kind: "workdays", at: clock("10:00") } as const;
    const since = "2026-02-05T00:00:00Z";
    await story.subscribe("reader", { schedule, since, alerts: [] });
    const quietHours = { from: clock("22:00"), until: clock("07:00") };
    await story.subscribe("sleeper", { quietHours });
    story.stand(inPhase("in-doubt"));
    await story.turn("2026-02-05T05:50:00Z");
    await story.turn("2027-02-05T05:50:00Z");
    story.stand(inPhase("scheduled"));
    await story.turn("2027-02-05T19:00:00Z");
    story.received();
    await story.turn("2026-02-05T05:55:00Z");
    await story.turn("2026-02-05T06:00:00Z");
    expect(story.received().filter(({ to }) => to === "reader")).toHaveLength(1);
    const [sleeper] = await story.store.subscriptions.of({
      platform: "test",
      channel: "sleeper",
      thread: null,
    });
    expect(sleeper?.releaseAt).toBeNull();
  });
});

describe("a pause", () => {
  it("ends at its time, and what fell due within it is not made up for", async () => {
    const story = await open();
    await story.subscribe("reader", {
      schedule: daily("10:00"),
      since: "2026-02-05T00:00:00Z",
      status: { kind: "paused", until: new Date("2026-02-05T07:00:00Z") },
    });
    story.stand(inPhase("in-doubt"));
    await story.turn("2026-02-05T05:50:00Z");
    story.stand(inPhase("scheduled"));
    await story.turn("2026-02-05T06:30:00Z");
    await story.turn("2026-02-05T07:30:00Z");
    expect(story.received()).toEqual([]);
    story.stand(inPhase("in-doubt"));
    await story.turn("2026-02-05T07:40:00Z");
    await story.turn("2026-02-06T06:00:00Z");
    expect(story.received().map(({ kind }) => kind)).toEqual(["alert", "briefing"]);
  });
});

describe("the next briefing", () => {
  it("says what changed since the one before", async () => {
    const story = await open();
    await story.subscribe("reader", {
      schedule: daily("10:00"),
      since: "2026-02-04T00:00:00Z",
      alerts: [],
    });
    story.stand(inPhase("in-doubt"));
    await story.turn("2026-02-04T06:00:00Z");
    expect(story.received()[0]?.text).not.toContain("What changed");
    story.stand(inPhase("scheduled"));
    await story.turn("2026-02-05T06:00:00Z");
    expect(story.received()[0]?.text).toContain("- Phase: Scheduled (was: In doubt)");
  });
});

describe("an alert that turns out wrong", () => {
  const hearsay = { confirmation: "one-outlet", phaseAttributedTo: null, nextRound: null } as const;

  it("is edited where it was told, and a correction follows; nobody else hears of it", async () => {
    const story = await open();
    await story.subscribe("told");
    await story.subscribe("untold", { alerts: [] });
    story.stand(inPhase("scheduled"));
    await story.turn("2026-02-04T15:00:00Z");
    story.stand(inPhase("cancelled", hearsay));
    await story.turn("2026-02-04T15:10:00Z");
    expect(story.received()).toHaveLength(1);
    story.stand(inPhase("scheduled"));
    await story.turn("2026-02-04T17:00:00Z");
    await story.turn("2026-02-04T17:01:00Z");
    const received = story.received();
    expect(received.map(({ kind, to }) => [kind, to])).toEqual([
      ["correction", "told"],
      ["correction", "told"],
    ]);
    const edit = received.find(({ edits }) => edits !== null);
    const correction = received.find(({ edits }) => edits === null);
    expect(edit?.text).toContain("Correction: what follows proved wrong.");
    expect(correction?.text).toContain("we reported: Phase: Cancelled. That proved wrong.");
    expect(correction?.text).toContain("Now: Phase: Scheduled");
  });

  it("is no mistake where the parties themselves went back and forth", async () => {
    const story = await open();
    await story.subscribe("told");
    story.stand(inPhase("scheduled"));
    await story.turn("2026-02-04T15:00:00Z");
    story.stand(inPhase("cancelled", { confirmation: "one-party", nextRound: null }));
    await story.turn("2026-02-04T15:10:00Z");
    story.stand(inPhase("scheduled"));
    await story.turn("2026-02-04T17:00:00Z");
    expect(story.received().map(({ kind }) => kind)).toEqual(["alert", "alert"]);
  });

  it("takes back a beginning that was told a day early", async () => {
    const story = await open();
    await story.subscribe("told");
    story.stand(inPhase("scheduled"));
    await story.turn("2026-02-05T05:00:00Z");
    story.stand(inPhase("underway"));
    await story.turn("2026-02-05T06:10:00Z");
    story.stand(inPhase("scheduled"));
    await story.turn("2026-02-05T08:00:00Z");
    expect(story.received().map(({ kind }) => kind)).toEqual(["alert", "correction", "correction"]);
  });
});

describe("telling a thousand", () => {
  it(
    "reaches each once though the process dies between two chunks",
    async () => {
      const story = await open();
      for (let n = 0; n < 1_000; n += 1)
        await story.subscribe(`r${String(n).padStart(4, "0")}`, {
          language: (["en", "ar", "fa"] as const)[n % 3] ?? "en",
          timeZone: n % 2 === 0 ? "Asia/Muscat" : "Asia/Tehran",
        });
      story.stand(inPhase("in-doubt"));
      await story.turn("2026-02-04T12:00:00Z");
      story.stand(inPhase("scheduled"));

      const now = new Date("2026-02-04T12:10:00Z");
      await noticeChanges(story.deps(), now);
      let chunks = 0;
      const dying: PlanningStore = {
        ...story.store,
        transaction: (work) => {
          chunks += 1;
          return story.store.transaction(async (stores) => {
            const done = await work(stores);
            if (chunks === 2) throw new Error("killed");
            return done;
          });
        },
      };
      await expect(tellOccasions(story.deps(dying), now)).rejects.toThrow("killed");
      await story.turn("2026-02-04T12:11:00Z");
      await story.turn("2026-02-04T12:12:00Z");

      const received = story.received();
      expect(received).toHaveLength(1_000);
      expect(new Set(received.map(({ to }) => to)).size).toBe(1_000);
      expect(new Set(received.map(({ text }) => text)).size).toBe(6);
    },
    SLOW_MS,
  );
});
