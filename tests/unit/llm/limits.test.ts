import { describe, expect, it, vi } from "vitest";
import { SPENT_ON, type SpentOn } from "../../../src/summarize/spent-on.ts";
import type { Behaviour } from "../../doubles/llm/behaviour.ts";
import { KEY, modelSetting, PATIENCE, REQUEST, WRITTEN } from "./setting.ts";

const { setting, model } = modelSetting();
const stopping = new AbortController();
const broken = () => Promise.reject(new Error(KEY));
const OPENING = { failuresToOpen: 3, rest: { firstMs: 30_000, longestMs: 120_000 } };
const reasons = () => setting.calls.map(({ outcome }) => outcome);

describe("the day's budget", () => {
  it("is spent by what the server counts", async () => {
    await model().write(REQUEST, PATIENCE);
    const [call] = setting.calls;
    expect(call?.inputTokens).toBeGreaterThan(20);
    expect(call?.outputTokens).toBeGreaterThan(5);
    const { ledger } = setting;
    expect(ledger.total()).toEqual({
      calls: 1,
      inputTokens: call?.inputTokens,
      outputTokens: call?.outputTokens,
    });
    expect(ledger.uses.map(({ day, use }) => [day, use.model])).toEqual([
      ["2026-02-05", "small"],
      ["2026-02-05", "small"],
    ]);
  });

  it("is spent by an estimate where the server counts nothing", async () => {
    setting.double.able({ usage: false });
    await model().write(REQUEST, PATIENCE);
    expect(setting.calls[0]?.inputTokens).toBeGreaterThan(20);
    expect(setting.calls[0]?.outputTokens).toBeGreaterThan(5);
  });

  it.each([
    ["malformed", { kind: "malformed" }, true],
    ["late", { kind: "stalls", after: "half" }, true],
    ["broken", { kind: "breaks", after: "half" }, true],
    ["an error", { kind: "error", status: 500 }, false],
  ] as const)("is spent by an answer that is %s: %o", async (_, behaviour, isSpent) => {
    setting.double.behave(behaviour);
    await model().write(REQUEST, AbortSignal.timeout(150));
    const { inputTokens, outputTokens, calls } = setting.ledger.total();
    expect([inputTokens > 20, outputTokens > 0, calls]).toEqual([
      isSpent,
      isSpent,
      isSpent ? 1 : 0,
    ]);
  });

  it("forbids a call that might exceed it, without asking", async () => {
    const answer = await model({ dailyTokens: 250 }).write(REQUEST, PATIENCE);
    expect(answer).toMatchObject({ kind: "failed", reason: "over-budget" });
    expect(setting.double.calls).toEqual([]);
    expect(setting.calls).toMatchObject([
      { outcome: "over-budget", inputTokens: 0, outputTokens: 0 },
    ]);
  });

  it("is no one's of nothing", async () => {
    expect(await model({ dailyTokens: 0 }).write(REQUEST, PATIENCE)).toMatchObject({
      reason: "over-budget",
    });
  });

  it("begins anew at midnight in Greenwich", async () => {
    const asked = model({ dailyTokens: 500 });
    setting.ms = Date.parse("2026-02-05T23:59:00Z");
    await setting.ledger.add("2026-02-05", {
      model: "large",
      inputTokens: 300,
      outputTokens: 0,
      calls: 1,
    });
    expect(await asked.write(REQUEST, PATIENCE)).toMatchObject({ reason: "over-budget" });
    setting.ms = Date.parse("2026-02-06T00:00:00Z");
    expect(await asked.write(REQUEST, PATIENCE)).toEqual(WRITTEN);
    setting.ms = Date.parse("2026-02-05T12:00:00Z");
  });

  it("sets tokens aside, so that calls at once do not exceed it together", async () => {
    setting.double.behave({ kind: "slow", ms: 30 });
    const asked = model({ dailyTokens: 1_000, concurrency: 8 });
    await Promise.all(Array.from({ length: 20 }, () => asked.write(REQUEST, PATIENCE)));
    const written = reasons().filter((one) => one === "written");
    expect(written.length).toBeGreaterThan(0);
    expect(reasons().filter((one) => one === "over-budget")).toHaveLength(20 - written.length);
    const { inputTokens, outputTokens } = setting.ledger.total();
    expect(inputTokens + outputTokens).toBeLessThanOrEqual(1_000);
  });

  it("is not spent by what others only set aside: calls wait till that is settled", async () => {
    setting.double.behave({ kind: "slow", ms: 10 });
    const asked = model({ dailyTokens: 20_000, concurrency: 8 });
    const request = { ...REQUEST, maxTokens: 4_500 };
    await Promise.all(Array.from({ length: 40 }, () => asked.write(request, PATIENCE)));
    expect(new Set(reasons())).toEqual(new Set(["written"]));
    const { inputTokens, outputTokens } = setting.ledger.total();
    expect(inputTokens + outputTokens).toBeLessThan(10_000);
  });

  it("is waited for no longer than the words are wanted", async () => {
    setting.double.behave({ kind: "stalls", after: "nothing" });
    const asked = model({ dailyTokens: 500 });
    const first = asked.write(REQUEST, AbortSignal.timeout(300));
    await vi.waitFor(() => expect(setting.double.calls).toHaveLength(1));
    const wanting = { ...REQUEST, wanted: AbortSignal.timeout(20) };
    expect(await asked.write(wanting, PATIENCE)).toMatchObject({ reason: "late" });
    expect(await first).toMatchObject({ reason: "late" });
    expect(setting.double.calls).toHaveLength(1);
  });

  it("is charged in full before a call, so that a crash in its midst spends it", async () => {
    setting.double.behave({ kind: "stalls", after: "nothing" });
    const { ledger } = setting;
    for (let crashes = 0; crashes < 10; crashes += 1) {
      const crashing = model({ dailyTokens: 1_000 });
      void crashing.write(REQUEST, stopping.signal);
      await vi.waitFor(() =>
        expect(setting.double.held() === crashes + 1 || reasons().length > 0).toBe(true),
      );
    }
    expect(reasons()).not.toEqual([]);
    expect(new Set(reasons())).toEqual(new Set(["over-budget"]));
    const { inputTokens, outputTokens, calls } = ledger.total();
    expect(calls).toBe(setting.double.calls.length);
    expect(inputTokens + outputTokens).toBeLessThanOrEqual(1_000);
    expect(outputTokens).toBe(calls * REQUEST.maxTokens);
    stopping.abort();
  });

  it("is not spent where the ledger cannot be read or written", async () => {
    const ledger = { used: broken, reserve: broken, add: broken };
    const answer = await model({}, { ledger }).write(REQUEST, PATIENCE);
    expect(answer).toMatchObject({ reason: "over-budget" });
    expect(setting.double.calls).toEqual([]);
    expect(setting.lines.join()).not.toContain(KEY);
  });

  it("stays charged in full where what was used cannot be written", async () => {
    const { ledger } = setting;
    const full = { ...ledger, add: broken };
    const answer = await model({}, { ledger: full }).write(REQUEST, PATIENCE);
    expect(answer).toEqual(WRITTEN);
    expect(ledger.total()).toMatchObject({ calls: 1, outputTokens: REQUEST.maxTokens });
    expect(setting.lines.join()).not.toContain(KEY);
  });

  it("keeps half for digests, however much is asked", async () => {
    const asked = model({ dailyTokens: 1_600 });
    const question = { ...REQUEST, purpose: "answer", spentOn: () => "answer" as const } as const;
    await setting.ledger.add("2026-02-05", {
      model: "small",
      inputTokens: 700,
      outputTokens: 0,
      calls: 1,
    });
    const answer = await asked.write(question, PATIENCE);
    expect(answer).toMatchObject({ kind: "failed", reason: "over-budget" });
    const mend = { ...question, purpose: "mend" } as const;
    expect(await asked.write(mend, PATIENCE)).toMatchObject({ reason: "over-budget" });
    expect(await asked.write(REQUEST, PATIENCE)).toEqual(WRITTEN);
  });
});

const asking = (on: SpentOn) => ({ ...REQUEST, spentOn: () => on });

const spent = (inputTokens: number) =>
  setting.ledger.add("2026-02-05", { model: "small", inputTokens, outputTokens: 0, calls: 1 });

describe("of the day's budget", () => {
  it.each([
    [400, ["briefing", "reading", "answer"]],
    [700, ["briefing", "reading"]],
    [1_000, ["briefing"]],
    [1_900, []],
  ] as const)("%i of 2,000 spent leave words for %o", async (before, expected) => {
    const asked = model({ dailyTokens: 2_000, briefingTokens: 800 });
    for (const on of SPENT_ON) {
      setting.ledger.uses.length = 0;
      await spent(before);
      const { kind } = await asked.write(asking(on), PATIENCE);
      expect([on, kind]).toEqual([on, expected.some((one) => one === on) ? "written" : "failed"]);
    }
  });

  it("several programs set aside no more together than one may", async () => {
    setting.double.behave({ kind: "slow", ms: 30 });
    const programs = Array.from({ length: 4 }, () => model({ dailyTokens: 1_000, concurrency: 2 }));
    const calls = programs.flatMap((one) => [1, 2].map(() => one.write(REQUEST, PATIENCE)));
    await Promise.all(calls);
    const most = setting.double.calls.length * (REQUEST.maxTokens + 50);
    expect(most).toBeLessThanOrEqual(1_000);
    const { inputTokens, outputTokens, calls: counted } = setting.ledger.total();
    expect(counted).toBe(setting.double.calls.length);
    expect(inputTokens + outputTokens).toBeLessThan(1_000);
  });
});

describe("calls at once", () => {
  it("of briefings have their turn before readings, also of what is wanted for one by then", async () => {
    setting.double.behave({ kind: "slow", ms: 20 });
    const asked = model({ concurrency: 1 });
    const done: string[] = [];
    const write = async (name: string, spentOn: () => SpentOn) => {
      await asked.write({ ...REQUEST, spentOn }, PATIENCE);
      done.push(name);
    };
    let wish: SpentOn = "reading";
    const all = [
      write("first", () => "reading"),
      write("page", () => "reading"),
      write("status, then a briefing", () => wish),
      write("briefing", () => "briefing"),
    ];
    wish = "briefing";
    await Promise.all(all);
    expect(done).toEqual(["first", "status, then a briefing", "briefing", "page"]);
  });

  it("of forty briefings all wait for their turn, as long as they are wanted", async () => {
    const asked = model({ concurrency: 2 });
    const all = Array.from({ length: 40 }, () => asked.write(REQUEST, PATIENCE));
    expect(new Set((await Promise.all(all)).map(({ kind }) => kind))).toEqual(new Set(["written"]));
  });

  it("that nobody wants any more are not made, and those under way go on", async () => {
    setting.double.behave({ kind: "slow", ms: 50 });
    const asked = model({ concurrency: 1 });
    const leaving = new AbortController();
    const wanting = { ...REQUEST, wanted: leaving.signal };
    const [first, second] = [asked.write(wanting, PATIENCE), asked.write(wanting, PATIENCE)];
    await vi.waitFor(() => expect(setting.double.calls).toHaveLength(1));
    leaving.abort();
    expect(await second).toMatchObject({ reason: "late" });
    expect(await first).toEqual(WRITTEN);
    expect(setting.double.calls).toHaveLength(1);
  });

  it("wait for their turn, a few of them, and the rest is told that it is busy", async () => {
    setting.double.behave({ kind: "slow", ms: 50 });
    const asked = model({ concurrency: 1 }, { limits: { queue: 2 } });
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => asked.write(REQUEST, PATIENCE)),
    );
    expect(answers.filter(({ kind }) => kind === "written")).toHaveLength(3);
    expect(answers.filter((one) => one.kind === "failed" && one.reason === "busy")).toHaveLength(2);
  });

  it("leave the queue when their time is up", async () => {
    setting.double.behave({ kind: "slow", ms: 100 });
    const asked = model({ concurrency: 1 });
    const first = asked.write(REQUEST, PATIENCE);
    const hurried = new AbortController();
    const second = asked.write(REQUEST, hurried.signal);
    hurried.abort();
    expect(await second).toMatchObject({ reason: "late" });
    expect(await first).toEqual(WRITTEN);
    await vi.waitFor(() => expect(setting.double.calls).toHaveLength(1));
  });
});

describe("a server that fails again and again", () => {
  it("is left alone for a while, then tried by one call, and longer each time", async () => {
    setting.double.behave({ kind: "error", status: 500 });
    const asked = model({ concurrency: 4 }, { limits: OPENING });
    for (let times = 0; times < 4; times += 1) await asked.write(REQUEST, PATIENCE);
    expect(reasons()).toEqual(["server", "server", "server", "circuit-open"]);
    setting.ms += 30_000;
    await Promise.all([1, 2, 3].map(() => asked.write(REQUEST, PATIENCE)));
    expect(reasons().slice(4).toSorted()).toEqual(["circuit-open", "circuit-open", "server"]);
    setting.ms += 59_999;
    expect(await asked.write(REQUEST, PATIENCE)).toMatchObject({ reason: "circuit-open" });
    setting.ms += 1;
    setting.double.behave({ kind: "honest" });
    expect(await asked.write(REQUEST, PATIENCE)).toEqual(WRITTEN);
    expect(await asked.write(REQUEST, PATIENCE)).toEqual(WRITTEN);
    expect(setting.double.calls).toHaveLength(6);
  });

  it.each<Behaviour>([
    { kind: "no-api" },
    { kind: "huge", bytes: 5_000_000 },
    { kind: "malformed" },
    { kind: "misshapen" },
    { kind: "cut-off" },
  ])("is also one whose answers are of no use: %o", async (behaviour) => {
    setting.double.behave(behaviour);
    const asked = model({}, { limits: OPENING });
    for (let times = 0; times < 5; times += 1) await asked.write(REQUEST, PATIENCE);
    expect(reasons().slice(2)).toEqual(["malformed", "circuit-open", "circuit-open"]);
    expect(setting.double.calls).toHaveLength(3);
  });

  it("is not one whose model will not, nor one that is of use now and then", async () => {
    const useless = { kind: "malformed" } as const;
    const refuses = { kind: "refuses", by: "refusal" } as const;
    setting.double.next(useless, useless, refuses, useless, useless, { kind: "honest" }, useless);
    const asked = model({}, { limits: OPENING });
    for (let times = 0; times < 7; times += 1) await asked.write(REQUEST, PATIENCE);
    expect(reasons()).not.toContain("circuit-open");
  });

  it("counts failures in a row alone", async () => {
    const failing = { kind: "error", status: 503 } as const;
    setting.double.next(failing, failing, { kind: "honest" }, failing, failing, { kind: "honest" });
    const asked = model({}, { limits: OPENING });
    for (let times = 0; times < 6; times += 1) await asked.write(REQUEST, PATIENCE);
    expect(reasons()).not.toContain("circuit-open");
  });

  it("is left alone for as long as it asks", async () => {
    setting.double.next({ kind: "error", status: 429, retryAfter: "20" });
    const asked = model();
    await asked.write(REQUEST, PATIENCE);
    setting.ms += 19_999;
    expect(await asked.write(REQUEST, PATIENCE)).toMatchObject({ reason: "rate-limited" });
    expect(setting.double.calls).toHaveLength(1);
    setting.ms += 1;
    expect(await asked.write(REQUEST, PATIENCE)).toEqual(WRITTEN);
  });

  it("does not keep us away for a year", async () => {
    setting.double.next({ kind: "error", status: 429, retryAfter: "31536000" });
    const asked = model();
    await asked.write(REQUEST, PATIENCE);
    setting.ms += 3_600_000;
    expect(await asked.write(REQUEST, PATIENCE)).toEqual(WRITTEN);
  });

  it("gives the probe back when the budget forbids it", async () => {
    setting.double.behave({ kind: "error", status: 500 });
    const asked = model({ dailyTokens: 600 }, { limits: OPENING });
    for (let times = 0; times < 3; times += 1) await asked.write(REQUEST, PATIENCE);
    setting.ms += 30_000;
    await setting.ledger.add("2026-02-05", {
      model: "large",
      inputTokens: 600,
      outputTokens: 0,
      calls: 1,
    });
    expect(await asked.write(REQUEST, PATIENCE)).toMatchObject({ reason: "over-budget" });
    expect(await asked.write(REQUEST, PATIENCE)).toMatchObject({ reason: "over-budget" });
  });
});
