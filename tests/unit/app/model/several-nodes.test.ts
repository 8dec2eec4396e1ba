import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { loadCore } from "../../../../src/app/core.ts";
import { createSharedTurns } from "../../../../src/app/model/shared-turns.ts";
import { createUsedModel } from "../../../../src/app/model/used-model.ts";
import { sleep } from "../../../../src/lib/clock.ts";
import { type Language, LANGUAGES } from "../../../../src/lib/language.ts";
import { openStore } from "../../../../src/store/open-store.ts";
import type { Store } from "../../../../src/store/store.ts";
import type { NarrationEvent } from "../../../../src/summarize/narration-event.ts";
import { createLlmDouble, type LlmDouble } from "../../../doubles/llm/double.ts";
import { RICH_DIGEST } from "../../../support/digests.ts";
import { testDatabases } from "../../../support/store-engines.ts";

const NODES = ["a", "b", "c"] as const;
const LONG_MS = 20_000;
const core = loadCore("iran-us");
const databases = testDatabases();
const nothing = () => undefined;
const log = { debug: nothing, info: nothing, warn: nothing, error: nothing };
const never = (_: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    signal.addEventListener("abort", () => resolve());
  });

let double: LlmDouble;
let stores: readonly Store[];
let ended: AbortController;
let events: NarrationEvent[];
beforeEach(async () => {
  const url = await databases.emptied("PostgreSQL");
  double = await createLlmDouble({ key: null, model: "small" });
  ended = new AbortController();
  events = [];
  stores = await Promise.all(NODES.map(() => openStore(url, nothing)));
});
afterEach(async () => {
  ended.abort();
  await double.close();
  await Promise.all(stores.map((store) => store.close()));
});

/** Nodes on one database, each with a connection and a memory of its own. */
async function nodes(env: Readonly<Record<string, string>> = {}) {
  const used = await Promise.all(
    stores.map((store, at) =>
      createUsedModel(
        {
          env: { LLM_BASE_URL: double.baseUrl, LLM_MODEL: "small", ...env },
          ledger: store.modelTokens,
          cache: store.narrations,
          turns: createSharedTurns({ leases: store.leases, node: `${NODES[at]}`, sleep, log }),
          checkerOf: () => core.checker(),
          clock: { now: () => new Date() },
          monotonicMs: () => performance.now(),
          sleep,
          random: () => 0.5,
          log,
          observe: { modelCall: nothing, narration: (event) => events.push(event) },
        },
        ended.signal,
      ),
    ),
  );
  return used.flatMap((one) => (one === null ? [] : [one]));
}

const subject = (language: Language) => ({ names: core.names, digest: RICH_DIGEST, language });

describe("several nodes on one database", () => {
  it("write a digest once in each language, and all tell it", async () => {
    double.behave({ kind: "slow", ms: 100 });
    const told = await Promise.all(
      (await nodes()).flatMap(({ narrator }) =>
        LANGUAGES.map((language) => narrator.narrate(subject(language), LONG_MS)),
      ),
    );
    expect(told.map((one) => one?.language)).toEqual(NODES.flatMap(() => LANGUAGES));
    const asked = double.calls.map(({ request }) => request?.messages[0]?.content ?? "");
    for (const language of ["English", "Arabic", "Persian"])
      expect(asked.filter((one) => one.includes(`Write in ${language}`))).toHaveLength(1);
  });

  it("do not try in turn what a model writes badly", async () => {
    double.behave({ kind: "malformed" });
    for (const { narrator } of await nodes())
      expect(await narrator.narrate(subject("en"), LONG_MS)).toBeNull();
    expect(double.calls).toHaveLength(1);
    expect(events).toEqual(
      NODES.map(() => ({ kind: "extractive", of: "digest", reason: "malformed" })),
    );
  });

  it("spend of one budget, which holds for all together", async () => {
    const all = await nodes({ LLM_DAILY_TOKENS: "12000", LLM_BRIEFINGS_PERCENT: "0" });
    await Promise.all(
      all.map(({ narrator }, at) =>
        narrator.narrate(subject(LANGUAGES[at % LANGUAGES.length] ?? "en"), LONG_MS),
      ),
    );
    const standings = await Promise.all(all.map(({ tellModel }) => tellModel(new Date())));
    const [first = 0, ...others] = standings.map((one) => one?.tokens);
    expect(others).toEqual([first, first]);
    expect(first).toBeGreaterThan(0);
    expect(first).toBeLessThanOrEqual(12_000);
    const reasons = events.flatMap((one) => (one.kind === "extractive" ? [one.reason] : []));
    expect(reasons).toContain("over-budget");
  });
});

const turnsOf = (at: number, leaseMs = 60_000) => {
  const store = stores[at];
  if (store === undefined) throw new Error("there is no such node");
  return createSharedTurns({
    leases: store.leases,
    node: `${NODES[at]}`,
    sleep: never,
    log,
    leaseMs,
  });
};

describe("a turn at writing", () => {
  it("passes to another node when the one that had it is gone", async () => {
    expect((await turnsOf(0, 50).take("key")).kind).toBe("own");
    expect((await turnsOf(0).take("other")).kind).toBe("own");
    expect((await turnsOf(1).take("other")).kind).toBe("other");
    await vi.waitFor(async () => expect((await turnsOf(1).take("key")).kind).toBe("own"));
  });

  it("is given back, and what limits forbade to one node is tried by another", async () => {
    for (const outcome of ["written", "over-budget", "busy"] as const) {
      const turn = await turnsOf(0).take(outcome);
      if (turn.kind === "own") await turn.end(outcome);
      expect(await turnsOf(1).take(outcome)).toMatchObject({ kind: "own" });
    }
    const turn = await turnsOf(0).take("key");
    if (turn.kind === "own") await turn.end("late");
    for (const at of [0, 1]) {
      const again = await turnsOf(at).take("key");
      expect(again).toEqual({ kind: "nothing", reason: "late" });
    }
  });
});
