import { describe, expect, it } from "vitest";
import { createIntake } from "../../../../adapters/telegram/intake.ts";
import { createUpdateQueue } from "../../../../adapters/telegram/update-queue.ts";

/** A job that says when it begins and ends when it is told to. */
function jobs() {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const job = (name: string) => () =>
    new Promise<void>((resolve) => {
      begun.push(name);
      ends.set(name, resolve);
    });
  const end = async (name: string) => {
    ends.get(name)?.();
    await settled();
  };
  return { begun, job, end };
}

const lane = (name: string, isSlow = false) => ({ name, isSlow });

const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

describe("the queue of updates", () => {
  it("does one thing at a time in a chat, in order, while other chats go on", async () => {
    const { begun, job, end } = jobs();
    const queue = createUpdateQueue({ atOnce: 10, slowAtOnce: 10, inLane: 10 });
    for (const name of ["a1", "a2", "b1"]) queue.push(lane(name.charAt(0)), job(name));
    await settled();
    expect(begun).toEqual(["a1", "b1"]);
    await end("a1");
    expect(begun).toEqual(["a1", "b1", "a2"]);
  });

  it("does no more at once than it may", async () => {
    const { begun, job, end } = jobs();
    const queue = createUpdateQueue({ atOnce: 2, slowAtOnce: 2, inLane: 10 });
    for (const name of ["a", "b", "c", "d"]) queue.push(lane(name), job(name));
    await settled();
    expect(begun).toEqual(["a", "b"]);
    await end("b");
    expect(begun).toEqual(["a", "b", "c"]);
  });

  it("lets slow ones, however many, hold up nothing else", async () => {
    const { begun, job, end } = jobs();
    const queue = createUpdateQueue({ atOnce: 1, slowAtOnce: 1, inLane: 10 });
    for (const name of ["slow1", "slow2"]) queue.push(lane(name, true), job(name));
    queue.push(lane("swift"), job("swift"));
    await settled();
    expect(begun).toEqual(["slow1", "swift"]);
    await end("slow1");
    expect(begun).toEqual(["slow1", "swift", "slow2"]);
  });

  it("takes no more of one chat than it holds, and begins nothing once it is closed", async () => {
    const { begun, job, end } = jobs();
    const queue = createUpdateQueue({ atOnce: 2, slowAtOnce: 2, inLane: 2 });
    expect(["a1", "a2", "a3"].map((name) => queue.push(lane("a"), job(name)))).toEqual([
      true,
      true,
      false,
    ]);
    await settled();
    queue.close();
    await end("a1");
    await queue.below(1);
    expect(begun).toEqual(["a1"]);
    expect(queue.push(lane("b"), job("b1"))).toBe(false);
  });
});

const messageOf = (id: number, chat: number) => ({
  update_id: id,
  message: { message_id: 1, chat: { id: chat, type: "private" }, text: "/status" },
});

describe("the intake of updates", () => {
  it("hands each on once, and tells which has not begun", async () => {
    const { begun, job, end } = jobs();
    const lines: string[] = [];
    const note = (event: string) => void lines.push(event);
    const queue = createUpdateQueue({ atOnce: 1, slowAtOnce: 1, inLane: 10 });
    const log = { debug: note, info: note, warn: note, error: note };
    const intake = createIntake(queue, (update) => job(String(update.update_id))(), log);
    for (const update of [messageOf(5, 1), messageOf(6, 2), messageOf(5, 1), { update_id: "7" }, 8])
      intake.take(update);
    intake.take({ update_id: 9, message: "poison" });
    await settled();
    expect(begun).toEqual(["5"]);
    expect([intake.firstUnhandled(), intake.next()]).toEqual([6, 10]);
    queue.close();
    await end("5");
    expect(intake.firstUnhandled()).toBe(6);
    expect(lines).toEqual([
      "update without a number passed over",
      "update without a number passed over",
      "update passed over",
    ]);
  });

  it("survives a handler that fails", async () => {
    const lines: string[] = [];
    const note = (event: string) => void lines.push(event);
    const queue = createUpdateQueue({ atOnce: 1, slowAtOnce: 1, inLane: 10 });
    const log = { debug: note, info: note, warn: note, error: note };
    const intake = createIntake(queue, () => Promise.reject(new Error("bug")), log);
    intake.take(messageOf(1, 1));
    intake.take(messageOf(2, 1));
    await queue.below(1);
    expect(lines).toEqual(["update not handled", "update not handled"]);
    expect(intake.firstUnhandled()).toBe(3);
  });
});
