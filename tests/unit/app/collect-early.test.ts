import { expect, it } from "vitest";
import { createEarlyCollector } from "../../../src/app/collect-early.ts";

it("collects once some memory has come to what was in use, and not before", () => {
  let collected = 0;
  const collectEarly = createEarlyCollector(() => (collected += 1));
  collectEarly();
  const before = collected;
  const held = Array.from({ length: 5_000_000 }, (_, n) => n + 0.5);
  collectEarly();
  expect(collected).toBe(before + 1);
  collectEarly();
  expect(collected).toBe(before + 1);
  expect(held).toHaveLength(5_000_000);
});
