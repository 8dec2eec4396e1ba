import { assert, property, string } from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { ConfigError } from "../../../src/config/env.ts";
import { loadYaml, parseYaml } from "../../../src/config/load-yaml.ts";

const Crew = z.strictObject({
  ship: z.string(),
  people: z.array(z.strictObject({ name: z.string(), age: z.int() })),
});

function problemsOf(read: () => unknown): readonly string[] {
  try {
    read();
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

describe("a YAML file", () => {
  it("is read and checked", () => {
    const text = "ship: Argo\npeople:\n  - { name: Tiphys, age: 30 }\n";
    expect(parseYaml(text, "crew.yaml", Crew)).toEqual({
      ship: "Argo",
      people: [{ name: "Tiphys", age: 30 }],
    });
  });

  it("has all of its mistakes told at once, with line and path", () => {
    const text =
      "ship: 7\npeople:\n  - name: Tiphys\n    age: old\n  - name: Ancaeus\n    age: 1.5\n";
    const problems = problemsOf(() => parseYaml(text, "crew.yaml", Crew));
    expect(problems).toHaveLength(3);
    expect(problems[0]).toMatch(/^crew\.yaml:1: ship: /);
    expect(problems[1]).toMatch(/^crew\.yaml:4: people\[0\]\.age: /);
    expect(problems[2]).toMatch(/^crew\.yaml:6: people\[1\]\.age: /);
  });

  it.each([
    ["a key written twice", "ship: A\nship: B\npeople: []\n", "crew.yaml:2: "],
    ["a tag of another program", "ship: !!python/name A\npeople: []\n", "crew.yaml:1: "],
    ["a key of every object", "ship: A\npeople: []\n__proto__: {}\n", "crew.yaml:3: "],
    ["a constructor", "ship: A\npeople: []\nconstructor: {}\n", "crew.yaml:3: "],
    ["an unknown key", "ship: A\npeople: []\nsails: 2\n", "crew.yaml:3: "],
    ["a second document", "ship: A\npeople: []\n---\nship: B\n", "crew.yaml:"],
    ["an unclosed bracket", "ship: [A\n", "crew.yaml:"],
    ["nothing", "", "crew.yaml:1: "],
  ])("is refused for %s", (_, text, start) => {
    const problems = problemsOf(() => parseYaml(text, "crew.yaml", Crew));
    expect(problems[0]?.startsWith(start)).toBe(true);
  });

  it("keeps dates as written", () => {
    expect(parseYaml("2025-04-12", "day.yaml", z.string())).toBe("2025-04-12");
  });

  it("that nests too deep is refused, not a crash", () => {
    const text = "[".repeat(20_000);
    expect(problemsOf(() => parseYaml(text, "deep.yaml", z.unknown()))).not.toEqual([]);
  });

  it("that does not exist is named", () => {
    expect(problemsOf(() => loadYaml("no/such.yaml", Crew))[0]).toMatch(/^no\/such\.yaml: /);
  });

  it("of any content is either right or refused", () => {
    assert(
      property(string({ unit: "binary", maxLength: 200 }), (text) => {
        expect(problemsOf(() => parseYaml(text, "any.yaml", Crew))).toBeInstanceOf(Array);
      }),
      { seed: 20_260_206, numRuns: 500 },
    );
  });
});
