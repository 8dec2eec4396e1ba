import { describe, expect, it } from "vitest";
import { createReadingTurns } from "../../../src/feeds/reading-turns.ts";

/** Work that goes on until it is let go. */
function held() {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { until: promise, letGo: () => resolve() };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

describe("turns in which documents are read", () => {
  it("read one document after the other, in their order, whatever becomes of one", async () => {
    const turns = createReadingTurns();
    const seen: string[] = [];
    const read = (name: string) =>
      turns.inTurn(1, async () => {
        seen.push(`${name} begins`);
        await settled();
        seen.push(`${name} ends`);
        if (name === "a") throw new Error("not kept");
        return name;
      });
    const done = await Promise.allSettled([read("a"), read("b")]);
    expect(seen).toEqual(["a begins", "a ends", "b begins", "b ends"]);
    expect(done.map(({ status }) => status)).toEqual(["rejected", "fulfilled"]);
  });

  it("let the network be heard between two", async () => {
    const turns = createReadingTurns();
    const seen: string[] = [];
    const readAll = [1, 2, 3].map((n) =>
      turns.inTurn(1, () => Promise.resolve(void seen.push(`document ${n}`))),
    );
    setImmediate(() => seen.push("network"));
    await Promise.all(readAll);
    expect(seen.indexOf("network")).toBeLessThan(2);
  });

  it.each([
    ["too many wait", 16, 10],
    ["too large ones wait", 4, 4_000_000],
  ])("let nobody ask for more while %s, and everybody afterwards", async (_, count, bytes) => {
    const turns = createReadingTurns();
    const work = held();
    const waiting = Array.from({ length: count }, () =>
      turns.whenRoom(() => turns.inTurn(bytes, () => work.until)),
    );
    let asked = 0;
    const later = Array.from({ length: 50 }, () =>
      turns.whenRoom(async () => {
        asked += 1;
        await settled();
      }),
    );
    await settled();
    expect(asked).toBe(0);
    work.letGo();
    await Promise.all([...waiting, ...later]);
    expect(asked).toBe(50);
  });
});
