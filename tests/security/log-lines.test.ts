import * as fc from "fast-check";
import { expect, it } from "vitest";
import { createLog } from "../../src/lib/log.ts";
import { hostileWords } from "../support/hostile.ts";

/** What breaks a line, turns it, or is obeyed by a terminal. */
const STEERS = /[\p{Cc}\u2028\u2029\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/u;

it("is one line, whatever words are in it", () => {
  fc.assert(
    fc.property(hostileWords, fc.string({ unit: "binary" }), (words, key) => {
      const lines: string[] = [];
      const log = createLog({ level: "info", secrets: [], write: (line) => lines.push(line) });
      const forged = `${words}\n{"level":50,"msg":"a forged line"}\r\n`;
      log.error(forged, { [key]: forged, err: new Error(forged, { cause: forged }) });
      expect(lines).toHaveLength(1);
      const [line = ""] = lines;
      expect(line.endsWith("\n")).toBe(true);
      expect(STEERS.test(line.slice(0, -1))).toBe(false);
      expect(JSON.parse(line)).toMatchObject({ level: 50 });
    }),
    { seed: 20_260_206, numRuns: 300 },
  );
});
