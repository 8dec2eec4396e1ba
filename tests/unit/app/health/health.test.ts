import { describe, expect, it } from "vitest";
import { createHealth } from "../../../../src/app/health/health.ts";
import { createPlatformContact } from "../../../../src/app/health/platform-contact.ts";
import { noteAnswered } from "../../../../src/app/health/hear-platforms.ts";
import type { Standings } from "../../../../src/app/metrics/standing-gauges.ts";
import { createMetrics } from "../../../../src/lib/metrics.ts";
import type { Probe } from "../../../../src/platform/adapter.ts";
import { livelyFeed, NOON, settled, WELL } from "../../../support/instrumented.ts";

const MINUTE_MS = 60_000;

function healthWith(standings: () => Promise<Standings>) {
  const troubles: unknown[] = [];
  let asked = 0;
  let now = NOON;
  const health = createHealth({
    standings: () => {
      asked += 1;
      return standings();
    },
    contacts: [],
    metrics: createMetrics(),
    setGauges: () => undefined,
    clock: { now: () => now },
    onTrouble: (error) => troubles.push(error),
  });
  const turn = (ms: number) => {
    now = new Date(now.getTime() + ms);
  };
  return { health, troubles, turn, asked: () => asked };
}

const failing = async (standings: Standings): Promise<string[]> => {
  const checks = await healthWith(async () => standings).health.ready();
  return checks.flatMap(({ name, ok, detail }) => (ok ? [] : [`${name}: ${detail}`]));
};

describe("readiness", () => {
  it("is given while the store answers, a feed is fresh and nothing waits long", async () => {
    expect(await failing(WELL)).toEqual([]);
  });

  it.each([
    ["no feed brings news", { feeds: [{ ...livelyFeed, state: "failed" as const }] }, "feeds"],
    ["nothing was read yet", { feeds: [{ ...livelyFeed, state: "new" as const }] }, "feeds"],
    [
      "a delivery waits for hours",
      { waiting: [{ platform: "discord", count: 1, oldestMs: 90 * MINUTE_MS }] },
      "outbox: a delivery has waited 90 minutes",
    ],
  ] as const)("is not given when %s", async (_, changes, problem) => {
    expect(await failing({ ...WELL, ...changes })).toEqual([expect.stringContaining(problem)]);
  });

  it("is not given while the store cannot be read, and never rejects", async () => {
    const { health, troubles } = healthWith(() => Promise.reject(new Error("locked")));
    expect(await health.ready()).toMatchObject([{ name: "store", ok: false }]);
    expect(troubles).toHaveLength(1);
    expect((await health.metrics()).body).toContain('parley_ready{check="store"} 0');
  });

  it("asks the store once for all who ask within some seconds", async () => {
    const { health, asked, turn } = healthWith(async () => WELL);
    await Promise.all([health.ready(), health.metrics(), health.ready()]);
    expect(asked()).toBe(1);
    turn(10_000);
    await health.ready();
    expect(asked()).toBe(2);
  });
});

function contactWith(probe: () => Promise<Probe>) {
  let probes = 0;
  let now = NOON;
  const contact = createPlatformContact({
    adapter: {
      platform: "telegram",
      probe: () => {
        probes += 1;
        return probe();
      },
    },
    clock: { now: () => now },
  });
  const turn = (ms: number) => {
    now = new Date(now.getTime() + ms);
  };
  return { contact, turn, probes: () => probes };
}

const ANSWERS: Probe = { ok: true, account: "@parley", remarks: [] };
const REFUSES: Probe = { ok: false, problem: "no Bot API answers", advice: "Check the network." };

describe("contact with a platform", () => {
  it("needs no question while the platform answers sends", async () => {
    const { contact, turn, probes } = contactWith(async () => REFUSES);
    noteAnswered([contact], settled());
    turn(30_000);
    expect(await contact.check()).toEqual({ name: "telegram", ok: true, detail: "" });
    expect(probes()).toBe(0);
  });

  it("is asked for when nothing was heard for a while, once a minute at most", async () => {
    const { contact, turn, probes } = contactWith(async () => ANSWERS);
    expect(await contact.check()).toMatchObject({ ok: true });
    await contact.check();
    expect(probes()).toBe(1);
    turn(2 * MINUTE_MS);
    await contact.check();
    expect(probes()).toBe(2);
  });

  it("is missing when the platform does not answer, and says why", async () => {
    const { contact } = contactWith(async () => REFUSES);
    noteAnswered([contact], settled({ outcome: "retry", status: "due" }));
    expect(await contact.check()).toEqual({
      name: "telegram",
      ok: false,
      detail: "no Bot API answers; Check the network.",
    });
  });

  it("is missing when asking meets a bug", async () => {
    const { contact } = contactWith(() => Promise.reject(new Error("socket hang up")));
    expect(await contact.check()).toMatchObject({ ok: false, detail: "socket hang up" });
  });

  it("is over once the platform has refused us for good, whatever it answers", async () => {
    const { contact } = contactWith(async () => ANSWERS);
    contact.heard();
    contact.left();
    expect(await contact.check()).toMatchObject({ ok: false });
  });
});

describe("listening", () => {
  it("that is away for long makes the program unready, and is measured", async () => {
    const { contact, turn } = contactWith(async () => ANSWERS);
    let at = NOON;
    const health = createHealth({
      standings: async () => WELL,
      contacts: [contact],
      metrics: createMetrics(),
      setGauges: () => undefined,
      clock: { now: () => at },
      onTrouble: () => undefined,
    });
    contact.tell({ kind: "hearing", by: "gateway" });
    contact.tell({ kind: "resuming", reason: "the connection broke", advice: "Wait." });
    expect((await health.ready()).filter(({ ok }) => !ok)).toEqual([]);
    turn(6 * MINUTE_MS);
    at = new Date(NOON.getTime() + 6 * MINUTE_MS);
    expect((await health.ready()).filter(({ ok }) => !ok)).toEqual([
      {
        name: "telegram-listening",
        ok: false,
        detail: "resuming since 2026-02-05T12:00:00.000Z: the connection broke; Wait.",
      },
    ]);
    const { body } = await health.metrics();
    expect(body).toContain('parley_listening{platform="telegram",state="resuming"} 1');
    expect(body).toContain('parley_listening{platform="telegram",state="hearing"} 0');
    expect(body).toContain('parley_listening_away_seconds{platform="telegram"} 360');
    expect(body).toContain('parley_ready{check="telegram-listening"} 0');
  });
});
