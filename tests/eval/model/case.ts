import { fileURLToPath } from "node:url";
import { z } from "zod";
import { loadYaml } from "../../../src/config/load-yaml.ts";
import { LanguageSchema } from "../../../src/lib/language.ts";

/** What a planted sentence is wrong about. */
export const LIE_KINDS = [
  "number",
  "date",
  "name",
  "role",
  "place",
  "negation",
  "modality",
  "quotation",
  "phase",
  "invention",
  "mistranslation",
] as const;
export type LieKind = (typeof LIE_KINDS)[number];

/** The news that the demonstration tells, read as it is read today. */
export const DEMO_NEWS = "demo";

/** The same, as it was read when models wrote of it. */
const DEMO_KEPT = "february";

const ModelCase = z.strictObject({
  /** The news that the digest is of: a file of digests in `news/`. */
  news: z
    .string()
    .regex(/^[a-z-]+$/)
    .default(DEMO_KEPT),
  /** The instant of the digest, and the language that it is written in. */
  at: z.iso.datetime(),
  lang: LanguageSchema,
  /** The claims that the sentences rest on; see `selectClaims`. */
  claims: z.array(z.string().min(1)).min(1),
  /** Whether the sentences translate what the claim quotes. */
  translation: z.boolean().default(false),
  /** A sentence that the claims bear out. */
  honest: z.string().min(1).optional(),
  /** Sentences that they do not. */
  lies: z.array(z.strictObject({ kind: z.enum(LIE_KINDS), text: z.string().min(1) })).default([]),
});

/** Sentences as a language model may write them, with the claims that it would name for them. */
export type ModelCase = z.output<typeof ModelCase>;

/** Drafts written under the prompts, and sentences written freely of the same claims. */
export const SETS = ["drafts-dev", "drafts-held-out", "free-dev", "free-held-out"] as const;
export type SetName = (typeof SETS)[number];

/** Whether those who work on the grammar and the checks may not look at it. */
export const isHeldOut = (name: SetName): boolean => name.endsWith("held-out");

/** Reads a set. */
export const readCases = (name: SetName): readonly ModelCase[] =>
  loadYaml(fileURLToPath(new URL(`${name}.yaml`, import.meta.url)), z.array(ModelCase));
