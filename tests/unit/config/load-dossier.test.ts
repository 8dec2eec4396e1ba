import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ConfigError } from "../../../src/config/env.ts";
import { loadDossier, loadDossiers } from "../../../src/config/load-dossier.ts";

const FIXTURES = join(import.meta.dirname, "../../fixtures/dossiers");

function problemsOf(read: () => unknown): readonly string[] {
  try {
    read();
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

describe("a dossier", () => {
  it("is read with what it leaves out filled in", () => {
    const dossier = loadDossier(join(FIXTURES, "valid.yaml"));
    expect(dossier.people[0]?.aliases).toEqual({ en: ["Example"], ar: [], fa: [] });
    expect(dossier.people[0]?.titles).toEqual({ en: [], ar: [], fa: [] });
    expect(dossier.feeds[0]?.pollEveryMs).toBe(600_000);
    expect(dossier.sources).toEqual([]);
  });

  it.each([
    ["actor-code-in-lower-case", 9, "actors[1].code"],
    ["alias-not-a-list", 19, "people[0].aliases.en"],
    ["chronology-date-impossible", 34, "chronology[0].from"],
    ["chronology-kind-unknown", 35, "chronology[0].kind"],
    ["feed-listed-twice", 45, "feeds[1].id"],
    ["feed-polled-too-often", 45, "feeds[0].pollEveryMs"],
    ["feed-side-unknown", 44, "feeds[0].side"],
    ["feed-tier-unknown", 43, "feeds[0].tier"],
    ["feed-url-not-http", 40, "feeds[0].url"],
    ["language-missing", 11, "actors[1].names.fa"],
    ["one-party-only", 5, "actors"],
    ["person-listed-twice", 20, "people[1].name"],
    ["person-of-unknown-actor", 15, "people[0].actor"],
    ["time-zone-unknown", 24, "venues[0].timeZone"],
    ["topic-id-with-spaces", 28, "topics[0].id"],
    ["venue-country-unknown", 23, "venues[0].country"],
  ])("is refused for %s", (mistake, line, path) => {
    const file = join(FIXTURES, `${mistake}.yaml`);
    const problems = problemsOf(() => loadDossier(file));
    expect(problems).toHaveLength(1);
    expect(problems[0]?.startsWith(`${file}:${line}: ${path}: `)).toBe(true);
  });

  it.each([
    ["duplicate-key", 4, "Map keys must be unique"],
    ["key-unknown", 21, "mascot"],
    ["prototype-key", 21, "key not allowed"],
    ["tab-indentation", 21, "Tabs"],
    ["tag-not-allowed", 14, "tag"],
  ])("is refused for %s", (mistake, line, reason) => {
    const file = join(FIXTURES, `${mistake}.yaml`);
    const problems = problemsOf(() => loadDossier(file));
    expect(problems.every((problem) => problem.startsWith(`${file}:${line}`))).toBe(true);
    expect(problems.join("\n")).toContain(reason);
  });

  it("that unfolds without end is refused", () => {
    expect(problemsOf(() => loadDossier(join(FIXTURES, "alias-bomb.yaml")))).toHaveLength(1);
  });
});

describe("a folder of dossiers", () => {
  it("has the mistakes of all its files told at once", () => {
    const problems = problemsOf(() => loadDossiers(FIXTURES));
    expect(problems.length).toBeGreaterThan(20);
    expect(problems.some((problem) => problem.includes("valid.yaml"))).toBe(false);
  });

  it("that is missing or empty is refused with its path", () => {
    expect(problemsOf(() => loadDossiers("no/such/folder"))[0]).toMatch(/^no\/such\/folder: /);
    expect(problemsOf(() => loadDossiers(join(FIXTURES, "..")))[0]).toContain("no dossier");
  });
});
