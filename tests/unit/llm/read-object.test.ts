import { assert, property, string } from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { readObject } from "../../../src/llm/read-object.ts";
import { DigestDraft } from "../../../src/summarize/draft.ts";

const Told = z.strictObject({ told: z.string() });

describe("an answer", () => {
  it.each([
    ["bare", '{"told":"yes"}'],
    ["in a code fence", '```json\n{"told":"yes"}\n```'],
    ["after reasoning", '<think>{"told":"no"} or {told}?</think>{"told":"yes"}'],
    ["after words with braces", 'The claims {c1} and {"a":{"b":1}} say: {"told":"yes"} Done.'],
    ["before words", '{"told":"yes"} I hope {this} helps.'],
  ])("is read %s", (_, text) => {
    expect(readObject(text, Told)).toEqual({ told: "yes" });
  });

  it("is read with braces, quotes and backslashes in its texts", () => {
    const told = 'a "quote" with } and { and \\ and </think> in it';
    const json = JSON.stringify({ told });
    expect(readObject(json, Told)).toEqual({ told });
    expect(readObject(`<think>So {it} is.</think>${json}`, Told)).toEqual({ told });
  });

  it.each(["", "yes", "{", "}{", '{"told":', '{"told":"ye', '{"told":1}', '{"said":"yes"}', "[]"])(
    "is none: %s",
    (text) => {
      expect(readObject(text, Told)).toBeUndefined();
    },
  );

  it("is read whatever stands around it, and never throws", () => {
    const around = string({ unit: "grapheme" }).filter((text) => !/[{}"]|<\/think>/.test(text));
    assert(
      property(around, string({ unit: "binary" }), around, (before, told, after) => {
        expect(readObject(before + JSON.stringify({ told }) + after, Told)).toEqual({ told });
      }),
      { seed: 1 },
    );
    assert(
      property(string({ unit: "binary" }), (text) => {
        expect(() => readObject(text, DigestDraft)).not.toThrow();
      }),
      { seed: 2 },
    );
  });

  it.each(["{", '{"a":', '{"', "{}"])("takes no time over two million characters of %s", (unit) => {
    const text = unit.repeat(Math.ceil(2_000_000 / unit.length));
    expect(readObject(text, Told)).toBeUndefined();
  });
});
