import { fileURLToPath } from "node:url";
import { loadWordings } from "../../../src/app/core.ts";
import { loadPrompts } from "../../../src/config/load-prompts.ts";
import type { NarratedSentence, Narration } from "../../../src/digest/narration.ts";
import type { Language } from "../../../src/lib/language.ts";
import { createLog } from "../../../src/lib/log.ts";
import { createLanguageModel } from "../../../src/llm/create-language-model.ts";
import type { Claim } from "../../../src/summarize/claim.ts";
import { createNarrator } from "../../../src/summarize/create-narrator.ts";
import type { LanguageModel } from "../../../src/summarize/language-model.ts";
import type { Narrator } from "../../../src/summarize/narrator.ts";
import type { Checker } from "../../../src/summarize/verdict.ts";
import { createLlmDouble, type LlmDouble } from "../../doubles/llm/double.ts";
import type { PlantedLie } from "../../doubles/llm/lie.ts";
import type { Archive } from "./claims-at.ts";

const PROMPTS = fileURLToPath(new URL("../../../seeds/prompts", import.meta.url));
const MODEL = "double";
const PATIENCE_MS = 60_000;

/** An instant in some news. */
export type Moment = { readonly news: string; readonly at: string };

/** What was told of what a lying model wrote. */
export type Faithfulness = {
  /** Sentences told, and those among them that are lies. */
  readonly told: number;
  readonly lies: readonly PlantedLie[];
  /** Changes that the model made. */
  readonly planted: number;
  /** Digests that went out with a narration, of how many. */
  readonly narrated: number;
  readonly digests: number;
};

/**
 * Has a model that changes half of its sentences write of digests, over a real socket, and counts the lies
 * that got through: the checker, the mending and the placing together.
 */
export async function measureFaithfulness(
  archive: Archive,
  moments: readonly Moment[],
  languages: readonly Language[],
): Promise<Faithfulness> {
  const double = await createLlmDouble({
    key: null,
    model: MODEL,
    seed: 20_260_224,
    behaviour: { kind: "lies", share: 0.5 },
  });
  try {
    const narrator = narratorOf(modelBehind(double), archive.core.checker());
    const results: Omit<Faithfulness, "digests">[] = [];
    for (const moment of moments)
      for (const language of languages)
        results.push(await narrateOnce({ narrator, double, archive }, moment, language));
    return { ...addUp(results), digests: results.length };
  } finally {
    await double.close();
  }
}

/** What a digest is narrated with. */
type Means = { readonly narrator: Narrator; readonly double: LlmDouble; readonly archive: Archive };

async function narrateOnce(
  { narrator, double, archive }: Means,
  { at, news }: Moment,
  language: Language,
): Promise<Omit<Faithfulness, "digests">> {
  const before = double.planted.length;
  const { names } = archive.core;
  const digest = archive.digest(at, news);
  const narration = await narrator.narrate({ names, digest, language }, PATIENCE_MS);
  const planted = double.planted.slice(before);
  const told = narration === null ? [] : sentencesIn(narration);
  const claims = archive.claims(at, language, news);
  return {
    told: told.length,
    lies: told.flatMap((sentence) =>
      isBorneOut(sentence, claims)
        ? []
        : planted.filter(({ text }) => text === sentence.text).slice(0, 1),
    ),
    planted: planted.length,
    narrated: narration === null ? 0 : 1,
  };
}

/** Whether a claim is told in these very words, on the sources that the sentence names. */
const isBorneOut = ({ text, citations }: NarratedSentence, claims: readonly Claim[]): boolean =>
  claims.some(
    (claim) => claim.told.includes(text) && citations.every((n) => claim.citations.includes(n)),
  );

const sentencesIn = ({ lead, positions, changes }: Narration): readonly NarratedSentence[] => [
  ...lead,
  ...positions.flatMap(({ sentences }) => sentences),
  ...changes,
];

const addUp = (
  results: readonly Omit<Faithfulness, "digests">[],
): Omit<Faithfulness, "digests"> => ({
  told: results.reduce((sum, { told }) => sum + told, 0),
  lies: results.flatMap(({ lies }) => lies),
  planted: results.reduce((sum, { planted }) => sum + planted, 0),
  narrated: results.reduce((sum, { narrated }) => sum + narrated, 0),
});

const quiet = createLog({ level: "silent", secrets: [], write: () => {} });

/** The client of a double. */
export const modelBehind = ({ baseUrl }: LlmDouble): LanguageModel =>
  createLanguageModel({
    config: {
      baseUrl,
      key: null,
      model: MODEL,
      concurrency: 1,
      dailyTokens: 100_000_000,
      briefingTokens: 0,
      prices: { input: 0, output: 0 },
    },
    ledger: {
      used: () => Promise.resolve([]),
      reserve: () => Promise.resolve(true),
      add: () => Promise.resolve(),
    },
    clock: { now: () => new Date() },
    random: () => 0.5,
    log: quiet,
    observe: () => {},
  });

/** A narrator that keeps nothing and waits as long as it takes. */
export const narratorOf = (model: LanguageModel, checker: Checker): Narrator =>
  createNarrator({
    model,
    prompts: loadPrompts(PROMPTS),
    grammars: loadWordings(),
    checkerOf: () => checker,
    cache: { find: () => Promise.resolve(null), keep: () => Promise.resolve() },
    observe: () => {},
    log: quiet,
    monotonicMs: () => performance.now(),
    sleep: (_, signal) =>
      new Promise((resolve) => {
        signal.addEventListener("abort", () => resolve(), { once: true });
      }),
    signal: new AbortController().signal,
  });
