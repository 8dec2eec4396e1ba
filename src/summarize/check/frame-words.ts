import { join } from "node:path";
import { z } from "zod";
import { loadYaml } from "../../config/load-yaml.ts";
import type { PloverType } from "../../facts/plover.ts";

const Words = z.array(z.string().min(1));

/** Kinds of deed that sentences tell in frames of their own. */
export const DEED_KINDS = [
  "attack",
  "demand",
  "reject",
  "accuse",
  "threaten",
  "sanction",
  "mobilize",
  "mediate",
] as const;
export type DeedKind = (typeof DEED_KINDS)[number];

const ByKind = z.record(z.enum(DEED_KINDS), Words);

const FrameWordsOf = z.strictObject({
  /** Whole words before a participle of the passive. */
  be: Words,
  /** Whole words that join clauses. */
  and: Words,
  verbs: ByKind,
  nouns: ByKind,
  /** Bring the doer: "by". */
  agent: Words,
  /** Brings the doer of a noun and him whom a verb is directed at: "of". */
  of: Words,
  /** The same where the language has another word: "from". */
  from: Words,
  /** Bring him whom a deed is directed at: "against". */
  target: Words,
  /** Bring whoever is neither: "about". */
  aside: Words,
  /** Make the subject him to whom it is done: "faces". */
  received: Words,
  /** Stands behind an object: the Persian "ra". */
  object: Words,
  /** Make what the noun behind them names: "made demands of". */
  made: Words,
  /** May stand between those and a name: "the". */
  skipped: Words,
  /** Posts and kinships of people. */
  posts: Words,
  /** Tell that a post is one of the past. */
  former: Words,
});

const FrameFile = z.strictObject({ en: FrameWordsOf, ar: FrameWordsOf, fa: FrameWordsOf });

/** The words of frames in each language, as phrases of {@link compilePhrases}. */
export type FrameWords = z.output<typeof FrameFile>;

/**
 * Reads `frames.yaml` from a folder.
 *
 * @throws {ConfigError} when the file is missing or wrong.
 */
export const loadFrameWords = (folder: string): FrameWords =>
  loadYaml(join(folder, "frames.yaml"), FrameFile);

/** The types of event that a kind of deed may be the word for. */
export const TYPES_OF: Readonly<Record<DeedKind, readonly PloverType[]>> = {
  attack: ["ASSAULT"],
  demand: ["REQUEST"],
  reject: ["REJECT"],
  accuse: ["ACCUSE", "REJECT"],
  threaten: ["THREATEN"],
  sanction: ["SANCTION", "COERCE"],
  mobilize: ["MOBILIZE"],
  mediate: [],
};
