import { afterEach, expect, it } from "vitest";
import { outliveStrayErrors } from "../../../src/app/stray-errors.ts";
import type { Log } from "../../../src/lib/log.ts";

const lines: string[] = [];
const nothing = () => undefined;
const log: Log = {
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: (event) => void lines.push(event),
};
let stop = nothing as () => void;
afterEach(() => {
  stop();
  lines.length = 0;
});

const stumble = (times: number): void => {
  for (let n = 0; n < times; n += 1) process.emit("uncaughtException", new Error("stumbled"));
};

it("logs an error that nobody caught, and goes on", () => {
  let gaveUp = 0;
  stop = outliveStrayErrors(log, () => (gaveUp += 1));

  stumble(9);

  expect(lines).toEqual(Array.from({ length: 9 }, () => "stray error"));
  expect(gaveUp).toBe(0);
});

it("gives up, once, when they come in swarms", () => {
  let gaveUp = 0;
  stop = outliveStrayErrors(log, () => (gaveUp += 1));

  stumble(15);

  expect(gaveUp).toBe(1);
});
