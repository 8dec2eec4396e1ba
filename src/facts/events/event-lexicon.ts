import { join } from "node:path";
import { z } from "zod";
import { loadYaml } from "../../config/load-yaml.ts";
import { ConfigError } from "../../config/env.ts";
import { LANGUAGES, type Language } from "../../lib/language.ts";
import { PLOVER, PLOVER_TYPES, type PloverMode, type PloverType } from "../plover.ts";

/**
 * Words whose event type depends on what they govern: "agreed to", "threatened to", "stopped"; "empty"
 * are phrases that only look like a trigger: "press conference".
 */
export const OPERATORS = [
  "intend",
  "will",
  "may",
  "threaten",
  "request",
  "must",
  "refuse",
  "not",
  "deny",
  "accuse",
  "cancel",
  "stop",
  "empty",
] as const;

/** What an operator does to the event that it governs. */
export type Operator = (typeof OPERATORS)[number];

const Patterns = z.array(z.string().min(1)).default([]);
const Words = z.strictObject({
  verbs: Patterns,
  /** Verbs that only comment, such as "praised": a relation, but no event of the news. */
  remarks: Patterns,
  nouns: Patterns,
  /** Verbs whose subject it is done to, up to the word before the doer: "received aid from". */
  received: Patterns,
});

/** One language's event triggers (`seeds/lexicon/<lang>.events.yaml`), keyed `TYPE` or `TYPE.mode`. */
export const EventLexicon = z.strictObject({
  triggers: z.record(z.string(), Words).superRefine((triggers, context) => {
    for (const key of Object.keys(triggers))
      if (parseKey(key) === undefined)
        context.addIssue({ code: "custom", path: [key], message: "no PLOVER type and mode" });
  }),
  operators: z.partialRecord(z.enum(OPERATORS), Words),
  /** Verbs that make the event noun next to them what their subject does: "launched an attack". */
  support: Patterns,
  /** Verbs with a pronoun that stands for the event noun before them: the Arabic "which it launched". */
  relatives: Patterns,
  /** Marks of the passive: the subject is the target. */
  passive: Patterns,
  /** Names the one who acts in the passive: "by". */
  agent: Patterns,
  /** Words after which a word is a noun. */
  determiners: Patterns,
  /** Words that begin a clause inside the sentence. */
  subjunction: Patterns,
  /** Those of them that only open what was said, asked or agreed: "that". */
  complementizers: Patterns,
  /** Words that make the actor after them no subject: "on", "with". */
  prepositions: Patterns,
  /** Those of them that tell a place: "in". */
  locatives: Patterns,
  /** Verbs that only look like a future: Arabic roots that begin with its prefix. */
  pasts: Patterns,
  /** Marks the object before them: the Persian "ra". */
  objects: Patterns,
  /** Join two names. */
  and: Patterns,
  /** Names that only look as if "and" stood before them: Arabic ones that begin with its letter. */
  wholes: Patterns,
  /** Tell of a hope, an expectation or a doubt, which agrees on nothing: "voiced hope". */
  attitudes: Patterns,
  /** Words that set the actor after them aside: "unlike", "along with". */
  bystanders: Patterns,
  /** Begin what another does: "while". */
  contrasts: Patterns,
  /** Triggers that their subjects do to each other: "clashed". */
  mutual: Patterns,
  /** Set two actors side by side: "than". */
  comparisons: Patterns,
  /** Stand for the speaker in what it says: "it". */
  owners: Patterns,
  /** Verbs that tell what another did: "said". */
  reports: Patterns,
  /** Stand for the two parties together: "the two sides". */
  both: Patterns,
});

/** One language's event triggers. */
export type EventLexicon = z.output<typeof EventLexicon>;

/** The event triggers of every language. */
export type EventLexicons = Readonly<Record<Language, EventLexicon>>;

/**
 * Reads `<lang>.events.yaml` of every language from a folder.
 *
 * @throws {ConfigError} when a file is wrong, or a language has no trigger for one of the types.
 */
export function loadEventLexicons(folder: string): EventLexicons {
  const load = (language: Language): EventLexicon =>
    loadYaml(join(folder, `${language}.events.yaml`), EventLexicon);
  const lexicons: EventLexicons = { en: load("en"), ar: load("ar"), fa: load("fa") };
  const problems = LANGUAGES.flatMap((language) => {
    const types = new Set(Object.keys(lexicons[language].triggers).map((key) => key.split(".")[0]));
    return PLOVER_TYPES.filter((type) => !types.has(type) && !isComposed(type)).map(
      (type) => `seeds/lexicon: ${language} has no triggers for ${type}`,
    );
  });
  if (problems.length > 0) throw new ConfigError(problems);
  return lexicons;
}

/** Types that operators alone can make. */
const isComposed = (type: PloverType): boolean => type === "REQUEST" || type === "REJECT";

/** The type and mode that a lexicon key names; undefined when PLOVER has no such pair. */
export function parseKey(
  key: string,
): { readonly type: PloverType; readonly mode: PloverMode | null } | undefined {
  const [name, modeName = null, ...rest] = key.split(".");
  const type = PLOVER_TYPES.find((known) => known === name);
  if (type === undefined || rest.length > 0) return undefined;
  if (modeName === null) return { type, mode: null };
  if (!(modeName in PLOVER[type].modes)) return undefined;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it is a key of the type's modes
  return { type, mode: modeName as PloverMode };
}
