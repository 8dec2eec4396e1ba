import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";

const PAGE = "docs/security.md";
const LINK = /\[([^\]]+)\]\(([^)#]+)[^)]*\)/g;

type Link = { readonly words: string; readonly path: string };

const linksIn = (text: string, from = PAGE): Link[] =>
  [...text.matchAll(LINK)]
    .map(([, words = "", path = ""]) => ({ words, path }))
    .filter(({ path }) => !/^https?:/.test(path))
    .map(({ words, path }) => ({ words, path: join(dirname(from), path) }));

const page = readFileSync(PAGE, "utf8");
/** The lines of the tables, without their heads. */
const threats = page
  .split("\n")
  .filter((line) => line.startsWith("| ") && !line.startsWith("| way in"))
  .map((line) => line.split(" | "));

const proofs = threats.flatMap(([, , proof = ""]) => linksIn(proof));

describe("each threat", () => {
  it.each(threats)("%s", (...cells) => {
    expect(cells).toHaveLength(3);
    expect(linksIn(cells[2] ?? "")).not.toEqual([]);
  });

  it.each(proofs)("is held by what there is: $words", ({ words, path }) => {
    expect(path).toMatch(/^tests\/.+\.ts$/);
    const source = existsSync(path) ? readFileSync(path, "utf8") : "";
    expect(source.includes(JSON.stringify(words)) || source.includes(`\`${words}\``)).toBe(true);
  });
});

it("no test of security is left unnamed", () => {
  const named = new Set([...linksIn(page)].map(({ path }) => path));
  expect(globSync("tests/security/*.test.ts").filter((file) => !named.has(file))).toEqual([]);
});

it.each([PAGE, "SECURITY.md"])("%s leads to files that there are", (file) => {
  const links = linksIn(readFileSync(file, "utf8"), file);
  expect(links.filter(({ path }) => !existsSync(path))).toEqual([]);
});
