import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  readCallbackData,
  writeCallbackData,
} from "../../../../adapters/telegram/callback-data.ts";
import type { Call } from "../../../../src/messages/control.ts";
import { formOf } from "../../../support/telegram-forms.ts";

const FORMS = [
  formOf("status", []),
  formOf("settings", ["id", "set", "to", "timezone"]),
  formOf("subscribe", ["talks", "daily", "timezone", "language"]),
  formOf("sources", ["party", "page", "period"]),
];
const write = (call: Call) => writeCallbackData(call, FORMS);
const read = (data: string) => readCallbackData(data, FORMS);

describe("a button's data", () => {
  it.each<[Call, string]>([
    [{ command: "status", options: {} }, "1|status"],
    [{ command: "sources", options: { party: "IRN", page: "2" } }, "1|sources|party=IRN|page=2"],
    [
      {
        command: "subscribe",
        options: {
          talks: "iran-us",
          daily: "08:00",
          timezone: "America/Argentina/Buenos_Aires",
          language: "fa",
        },
      },
      "1|su|ta=iran-us|d=08:00|ti=America/Argentina/Buenos_Aires|l=fa",
    ],
  ])("writes %j so that it says all it means", (call, data) => {
    expect(write(call)).toBe(data);
    expect(read(data)).toEqual(call);
  });

  it("is read again as what it was, whatever the values", () => {
    const value = fc.string({ unit: "grapheme", maxLength: 20 });
    const options = fc.record({ party: value, page: value, hidden: value }, { requiredKeys: [] });
    fc.assert(
      fc.property(options, (given) => {
        const call = { command: "sources", options: { ...given } };
        const data = write(call);
        if (data === null) return;
        expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64);
        expect(read(data)).toEqual(call);
      }),
      { seed: 3, numRuns: 500 },
    );
  });

  it("is not written when it would be too long even cut", () => {
    expect(write({ command: "sources", options: { party: "گفت‌وگو".repeat(8) } })).toBeNull();
  });

  it("keeps an option that no form offers", () => {
    const call = { command: "sources", options: { until: "2026-02-06T10:00:00Z" } };
    expect(read(write(call) ?? "")).toEqual(call);
  });

  it("written before a command got another option is read as it was meant, or not at all", () => {
    const before = [formOf("sources", ["party"])];
    const after = [formOf("sources", ["party", "page"])];
    expect(readCallbackData("1|so|p=IRN", before)).toEqual({
      command: "sources",
      options: { party: "IRN" },
    });
    expect(readCallbackData("1|so|p=IRN", after)).toBeNull();
  });

  it.each([
    "",
    "status",
    "2|status",
    "0|status",
    "1",
    "1|",
    "1|s",
    "1|nothing",
    "1|status|x",
    "1|sources|=2",
    "\u0000",
    "1|st\\",
    "💥".repeat(16),
  ])("that is %j is nothing of ours, or what it says", (data) => {
    expect([null, "status"]).toContain(read(data)?.command ?? null);
  });

  it("never throws", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 80 }), (data) => {
        expect(() => read(data)).not.toThrow();
        expect(() => read(`1|sources|${data}`)).not.toThrow();
      }),
      { seed: 5, numRuns: 500 },
    );
  });
});
