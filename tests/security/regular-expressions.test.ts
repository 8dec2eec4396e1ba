import { globSync, readFileSync } from "node:fs";
import { parseSync, Visitor } from "oxc-parser";
import { analyse } from "scslre";
import { describe, expect, it } from "vitest";

/** Every regular expression that stands in the program, once, with a file that holds it. */
const PATTERNS = patternsOf(globSync(["src/**/*.ts", "adapters/**/*.{ts,js}"]));

/**
 * Reported, and harmless: nothing can follow that would make the engine go back and share the text out
 * anew, since each takes all that is left.
 */
const TAKES_ALL = new Set([
  String.raw`/^\/(\S+)\s*([^]*)$/u`,
  String.raw`/^\/([a-z]{1,32})(?:\s+([^]*))?$/u`,
]);

const LENGTH = 50_000;
/** Linear work takes milliseconds even on a busy machine, quadratic work at that length many seconds. */
const MOST_CPU_MS = 1_000;

describe("regular expressions", () => {
  it("are all found", () => {
    expect(PATTERNS.size).toBeGreaterThan(200);
  });

  it("are never made of what others write", () => {
    const made = globSync(["src/**/*.ts", "adapters/**/*.{ts,js}"]).flatMap((file) =>
      [...readFileSync(file, "utf8").matchAll(/\bRegExp\([^)]*\)/g)].map(([call]) => call),
    );
    // The name is one of a few elements that a pattern of ours found.
    // oxlint-disable-next-line eslint/no-template-curly-in-string -- quoted from the program
    expect(made).toEqual(['RegExp(`</${name}`, "gi")']);
  });

  it.each([...PATTERNS])("%s has no two ways to share out a text", (source, { pattern }) => {
    if (TAKES_ALL.has(source)) return;
    const { reports } = analyse(pattern, { reportTypes: { Move: true, Self: true, Trade: true } });
    const found = reports.map(
      ({ type, exponential }) => `${type}${exponential ? ", exponential" : ""}`,
    );
    expect(found).toEqual([]);
  });

  it("would be told apart if one had", () => {
    for (const bad of [/(a+)+$/, /\s+$/, /(\w+\s?)*x/, /a*a*b/])
      expect(analyse(bad).reports).not.toEqual([]);
  });

  it("end soon on the worst that can be made of their own parts", { timeout: 120_000 }, () => {
    const slow = [...PATTERNS].flatMap(([source, { pattern }]) =>
      worstCasesOf(source).flatMap((text) =>
        cpuMsOf(pattern, text) > MOST_CPU_MS ? [source] : [],
      ),
    );
    expect(slow).toEqual([]);
  });
});

type Found = { readonly pattern: RegExp; readonly file: string };

function patternsOf(files: readonly string[]): ReadonlyMap<string, Found> {
  const found = new Map<string, Found>();
  for (const file of files) {
    const { program } = parseSync(file, readFileSync(file, "utf8"));
    const visitor = new Visitor({
      Literal(node) {
        if (!("regex" in node)) return;
        const pattern = new RegExp(node.regex.pattern, node.regex.flags);
        found.set(String(pattern), { pattern, file });
      },
    });
    visitor.visit(program);
  }
  return found;
}

/** Each character and each short run of a pattern's own, over and over, with an end that it does not expect. */
function worstCasesOf(source: string): string[] {
  const plain = source.replaceAll(/\\u\{?([0-9a-f]{4,6})\}?/gi, (_, hex: string) =>
    String.fromCodePoint(Number.parseInt(hex, 16)),
  );
  const runs = plain.match(/[\p{L}\p{N}<>"'=:/.@#&;,-]{2,12}/gu) ?? [];
  const pieces = new Set([
    " ",
    "\t",
    "\n",
    "a",
    "A",
    "0",
    "ا",
    "a ",
    "0 ",
    ...plain.split(""),
    ...runs,
  ]);
  return [...pieces].flatMap((piece) => {
    const many = piece.repeat(Math.ceil(LENGTH / piece.length));
    return [`${many}\u0001`, `${plain.slice(1, 4)}${many}\u0001`];
  });
}

/** The processor's time that a pattern needs; the least of two tries, since anything may come between. */
function cpuMsOf(pattern: RegExp, text: string): number {
  const once = (): number => {
    const before = process.cpuUsage();
    text.replace(pattern, "");
    return process.cpuUsage(before).user / 1_000;
  };
  const first = once();
  return first > MOST_CPU_MS ? Math.min(first, once()) : first;
}
