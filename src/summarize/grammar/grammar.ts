import { join } from "node:path";
import { z } from "zod";
import { ConfigError } from "../../config/env.ts";
import { loadYaml } from "../../config/load-yaml.ts";
import type { Language } from "../../lib/language.ts";
import { parsePattern, type Pattern, patternsIn } from "./pattern.ts";

/** Patterns by what they tell and, of that, by case. */
export type Cases = ReadonlyMap<string, ReadonlyMap<string, readonly Pattern[]>>;

/** In how many ways a language tells each kind of claim (`seeds/wordings/*.yaml`). */
export type Grammar = {
  /** Clauses, by kind of claim and case. */
  readonly clauses: Cases;
  /** Clauses that lean on the one before, by their kind and the kind of that one. */
  readonly tails: Cases;
  /** Remarks on the side, by kind of claim. */
  readonly sides: ReadonlyMap<string, readonly Pattern[]>;
  /** What fills a slot, by the slot's name and its value. */
  readonly terms: Cases;
  /** What stands for `<name>`. */
  readonly phrases: ReadonlyMap<string, readonly Pattern[]>;
  /** Words that say nothing of their own, wherever sides may stand. */
  readonly fillers: readonly Pattern[];
  /** What joins clauses that share a subject, a day or a place. */
  readonly joiners: readonly Pattern[];
  /** What joins clauses that share nothing. */
  readonly breaks: readonly Pattern[];
  /** What joins the last values of a list; commas join all. */
  readonly and: readonly Pattern[];
  readonly pronouns: readonly Pattern[];
  /** Words that may stand before any name. */
  readonly determiners: readonly Pattern[];
  /** Letters written joined to the next word that join clauses and values. */
  readonly clitics: readonly string[];
  /** How a post is said shorter beside the name of who holds it. */
  readonly posts: {
    /** Words from which on it may be cut. */
    readonly until: readonly string[];
    /** Words in a row that it may be said without. */
    readonly without: readonly string[];
    /** Words behind which its party may be named. */
    readonly inside: readonly string[];
    /** Words of a post, and what they are where a pronoun in them says whose it is. */
    readonly own: Readonly<Record<string, readonly string[]>>;
  };
  /** Whom and what the language calls "she", by the names of values; all others are masculine. */
  readonly feminine: ReadonlySet<string>;
};

/** The grammar of each language. */
export type Grammars = Readonly<Record<Language, Grammar>>;

/** Patterns, one a line. */
const Lines = z.string().transform((text, context): readonly Pattern[] =>
  text.split("\n").flatMap((line): Pattern[] => {
    if (line.trim() === "" || line.trimStart().startsWith("#")) return [];
    try {
      return [parsePattern(line)];
    } catch (error) {
      const message = error instanceof SyntaxError ? error.message : String(error);
      context.addIssue({ code: "custom", message });
      return [];
    }
  }),
);

/** Several names may share an entry. */
const byEachName = <T>(entries: Readonly<Record<string, T>>): readonly (readonly [string, T])[] =>
  Object.entries(entries).flatMap(([names, entry]) =>
    names.split(",").map((name) => [name.trim(), entry] as const),
  );

/** Several cases may share their patterns: `one-outlet, one-party: …`. */
const ByCase = z.record(z.string(), Lines).transform((entries) => {
  const cases = new Map<string, readonly Pattern[]>();
  for (const [name, patterns] of byEachName(entries))
    cases.set(name, [...(cases.get(name) ?? []), ...patterns]);
  return cases;
});

const Named = z
  .record(z.string(), ByCase)
  .transform((entries): Cases => new Map(byEachName(entries)));

const GrammarFile = z.strictObject({
  clauses: Named,
  tails: Named,
  sides: ByCase,
  terms: Named,
  phrases: ByCase,
  fillers: Lines,
  joiners: Lines,
  breaks: Lines,
  and: Lines,
  pronouns: Lines,
  determiners: Lines,
  clitics: z.array(z.string().min(1)),
  posts: z.strictObject({
    until: z.array(z.string()),
    without: z.array(z.string()),
    inside: z.array(z.string()).default([]),
    own: z.record(z.string(), z.array(z.string())).default({}),
  }),
  feminine: z
    .array(z.string())
    .default([])
    .transform((names): ReadonlySet<string> => new Set(names)),
});

/**
 * Reads the grammars (`seeds/wordings/*.yaml`).
 *
 * @throws {ConfigError} when a file is wrong.
 */
export function loadGrammars(folder: string): Grammars {
  const load = (language: Language): Grammar => {
    const file = join(folder, `${language}.yaml`);
    const grammar = loadYaml(file, GrammarFile);
    const circle = circleIn(grammar);
    if (circle !== null) throw new ConfigError([`${file}: terms: ${circle} leads back to itself`]);
    const lost = phrasesLost(grammar);
    if (lost.length > 0) throw new ConfigError(lost.map((name) => `${file}: no phrase <${name}>`));
    return grammar;
  };
  return { en: load("en"), ar: load("ar"), fa: load("fa") };
}

/** Phrases that wordings name and that there are not. */
function phrasesLost(grammar: Grammar): readonly string[] {
  const { clauses, tails, terms, sides, phrases } = grammar;
  const cases = [...[clauses, tails, terms].flatMap((all) => [...all.values()]), sides, phrases];
  const parts = cases.flatMap((all) => [...all.values()].flat().flatMap(patternsIn));
  const named = parts.flatMap((part) => (part.kind === "phrase" ? [part.name] : []));
  return [...new Set(named)].filter((name) => !phrases.has(name));
}

/** A term or phrase that is made of itself, or null. */
function circleIn({ terms, phrases }: Pick<Grammar, "terms" | "phrases">): string | null {
  const partsOf = (name: string): readonly string[] => {
    const patterns = [
      ...[...(terms.get(name)?.values() ?? [])].flat(),
      ...(phrases.get(name) ?? []),
    ];
    const parts = patterns.flatMap(patternsIn);
    return parts.flatMap((part) => ("name" in part && part.kind !== "known" ? [part.name] : []));
  };
  const circleFrom = (name: string, above: readonly string[]): string | null => {
    if (above.includes(name)) return name;
    for (const part of new Set(partsOf(name))) {
      const circle = circleFrom(part, [...above, name]);
      if (circle !== null) return circle;
    }
    return null;
  };
  for (const name of [...terms.keys(), ...phrases.keys()]) {
    const circle = circleFrom(name, []);
    if (circle !== null) return circle;
  }
  return null;
}

/** The patterns of a name in a case; those of `any` serve every case. */
export const casesOf = (cases: Cases, name: string, of: string): readonly Pattern[] => [
  ...(cases.get(name)?.get(of) ?? []),
  ...(of === "any" ? [] : (cases.get(name)?.get("any") ?? [])),
];

/** Every slot that a pattern or its phrases name. */
export const slotNamesIn = (pattern: Pattern, grammar: Grammar): readonly string[] =>
  patternsIn(pattern).flatMap((part) => {
    if (part.kind === "slot") return [part.name];
    if (part.kind !== "phrase") return [];
    const phrases = grammar.phrases.get(part.name) ?? [];
    return phrases.flatMap((phrase) => slotNamesIn(phrase, grammar));
  });
