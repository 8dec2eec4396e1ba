import { describe, expect, it } from "vitest";
import { createFloodGuard } from "../../../src/commands/flood.ts";

const LIMIT = { commands: 3, ms: 30_000, askers: 2 };
const at = (seconds: number) => new Date(Date.UTC(2026, 1, 5) + seconds * 1_000);

describe("someone who sends too much", () => {
  it("is asked once to wait, and not answered again until then", () => {
    const guard = createFloodGuard(LIMIT);

    const verdicts = [0, 1, 2, 3, 4, 29].map((second) => guard("a", at(second)));

    expect(verdicts).toEqual(["welcome", "welcome", "welcome", "ask-to-wait", "silent", "silent"]);
    expect(guard("a", at(30))).toBe("welcome");
  });

  it("does not keep others from being answered", () => {
    const guard = createFloodGuard(LIMIT);
    for (let second = 0; second < 10; second += 1) guard("a", at(second));

    expect(guard("b", at(10))).toBe("welcome");
  });

  it("is not silenced for longer when the clock is set back", () => {
    const guard = createFloodGuard(LIMIT);
    for (let count = 0; count < 9; count += 1) guard("a", at(0));

    expect(guard("a", at(-3_600))).toBe("welcome");
  });

  it("takes no more memory than for so many askers", () => {
    const guard = createFloodGuard(LIMIT);
    for (let count = 0; count < 9; count += 1) guard("a", at(0));
    guard("b", at(1));
    guard("c", at(2));

    expect(guard("a", at(3))).toBe("welcome");
  });
});
