import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

/** Tells the language of a text, as an ISO 639-1 code; empty where nothing tells. */
export type NgramDetector = (text: string) => string;

/** What an n-gram says for each language, by the language's number. */
type Scores = Readonly<Record<string, number>>;

type Tables = {
  readonly type: string;
  readonly languages: Readonly<Record<string, string>>;
  readonly ngrams: Readonly<Record<string, Scores>>;
};

type Eld = {
  readonly createEld: () => {
    readonly instance: { detect(text: string): { readonly language: string } };
    readonly loadData: (tables: Tables) => void;
  };
};

/**
 * The detector of the package `eld` over its smallest set of tables. The package's own entry makes an object for
 * each of 50,000 n-grams, most of them alike, which takes 70 MB to load and 28 MB to keep; here those that are
 * alike are one, which takes 9 MB.
 *
 * @throws {Error} when the package's tables are not written as they were.
 */
export function loadNgramDetector(): NgramDetector {
  const eld = new URL("../", import.meta.resolve("eld/extrasmall"));
  const load = createRequire(import.meta.url);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the module's own source says so
  const { createEld } = load(fileURLToPath(new URL("languageDetector.js", eld))) as Eld;
  const { instance, loadData } = createEld();
  loadData(readTables(readFileSync(new URL("ngrams/extrasmall.js", eld), "utf8")));
  return (text) => instance.detect(text).language;
}

const HEAD = /ngramsData = \{type:'(\w+)',languages:\{([^}]+)\},isSubset:false,ngrams:\{/;
const LANGUAGE = /\b(\d+):'(\w+)'/g;
const ENTRY = /(?:'((?:[^'\\]|\\['"\\])*)'|"([^"\\]*)"|([\w$]+)):\{([\d:,]+)\}(,|\}\})/y;

/** The tables that the source of a module spells as one literal; equal scores share one object. */
export function readTables(source: string): Tables {
  const head = HEAD.exec(source);
  if (head === null) throw new Error("eld: tables of an unknown form");
  const [start, type = "", named = ""] = head;
  const ngrams: Record<string, Scores> = {};
  const known = new Map<string, Scores>();
  ENTRY.lastIndex = head.index + start.length;
  for (;;) {
    const [, quoted, doubly, bare, written = "", end] = ENTRY.exec(source) ?? [];
    const ngram = quoted?.replaceAll(/\\(.)/g, "$1") ?? doubly ?? bare;
    if (ngram === undefined) throw new Error("eld: an n-gram of an unknown form");
    const scores = known.get(written) ?? scoresOf(written);
    known.set(written, scores);
    ngrams[ngram] = scores;
    if (end !== ",") break;
  }
  const languages = [...named.matchAll(LANGUAGE)].map(([, number = "", code = ""]) => [
    number,
    code,
  ]);
  return { type, languages: Object.fromEntries(languages), ngrams };
}

/** Defined, not assigned: numbered properties that are assigned take a slot for each number below theirs. */
function scoresOf(written: string): Scores {
  const scores: Scores = {};
  for (const pair of written.split(",")) {
    const [language = "", score = ""] = pair.split(":");
    Object.defineProperty(scores, language, { value: Number(score), enumerable: true });
  }
  return scores;
}
