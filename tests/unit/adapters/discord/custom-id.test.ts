import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Pressed,
  readCustomId,
  writeCustomId,
} from "../../../../adapters/discord/custom-id.ts";

const word = fc.string({ unit: "grapheme", minLength: 1, maxLength: 8 });
const call = fc.record({
  command: word,
  options: fc.dictionary(
    word.filter((name) => name !== "__proto__"),
    fc.string({ unit: "grapheme", maxLength: 8 }),
    { maxKeys: 3, noNullPrototype: true },
  ),
});
const pressed: fc.Arbitrary<Pressed> = fc.oneof(
  call.map((each) => ({ kind: "call" as const, call: each })),
  fc.tuple(call, word).map(([each, fills]) => ({ kind: "fill" as const, call: each, fills })),
);

describe("a custom id", () => {
  it("gives back what was written", () => {
    fc.assert(
      fc.property(pressed, fc.nat(99), (each, place) => {
        const id = writeCustomId(each, place);

        fc.pre(id !== null);
        expect(readCustomId(id)).toEqual(each);
      }),
      { seed: 7 },
    );
  });

  it("is never longer than Discord takes, whatever is asked", () => {
    fc.assert(
      fc.property(call, fc.string({ unit: "binary", maxLength: 200 }), (each, question) => {
        const id = writeCustomId({ kind: "ask", call: each, fills: "city", question }, 3);

        fc.pre(id !== null);
        expect(id.length).toBeLessThanOrEqual(100);
        expect(readCustomId(id)).toMatchObject({ kind: "ask", call: each, fills: "city" });
      }),
      { seed: 7 },
    );
  });

  it("is none where the call is too long", () => {
    const long = { command: "find", options: { words: "x".repeat(120) } };

    expect(writeCustomId({ kind: "call", call: long }, 0)).toBeNull();
  });

  it.each([
    "",
    "0|status",
    "1x0|status",
    "1c0|",
    "1c0|a|b",
    "1f0|a|",
    "1c0|a%zz",
    "2c0|a|b|c",
    "1c|a",
  ])("that is forged or of another version is not read: %j", (id) => {
    expect(readCustomId(id)).toBeNull();
  });

  it("of any make does no harm", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 120 }), (id) => {
        expect(() => readCustomId(id)).not.toThrow();
        expect(() => readCustomId(`1a0|${id}`)).not.toThrow();
      }),
      { seed: 7 },
    );
  });
});
