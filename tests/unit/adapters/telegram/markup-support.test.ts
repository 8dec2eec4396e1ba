import { expect, it } from "vitest";
import { createMarkupSupport } from "../../../../adapters/telegram/markup-support.ts";

it("writes plainly for an hour to a server that does not know rich messages, then tries again", () => {
  let now = new Date("2026-02-05T18:00:00Z");
  const support = createMarkupSupport("auto", { now: () => now });
  expect(support.writing("rich")).toEqual({ kind: "rich", pictured: true });
  expect(support.writing("simple")).toEqual({ kind: "classic", localTimes: true, pictured: false });
  support.richUnknown();
  expect(support.writing("rich")).toEqual({ kind: "classic", localTimes: false, pictured: true });
  now = new Date("2026-02-05T19:00:00Z");
  expect(support.writing("rich")).toEqual({ kind: "rich", pictured: true });
});

it("writes plainly where rich messages are not wanted", () => {
  const support = createMarkupSupport("off", { now: () => new Date(0) });
  expect(support.writing("rich")).toEqual({ kind: "classic", localTimes: false, pictured: true });
});
