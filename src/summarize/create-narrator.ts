import { hash } from "node:crypto";
import type { Prompts } from "../config/load-prompts.ts";
import type { Narration } from "../digest/narration.ts";
import { limitedSignal } from "../lib/limited-signal.ts";
import type { Log } from "../lib/log.ts";
import { claimsOf } from "./claims-of.ts";
import type { Grammars } from "./grammar/grammar.ts";
import type { Bench } from "./judge-draft.ts";
import type { LanguageModel } from "./language-model.ts";
import { answerFromClaims, givenOf, narrateClaims, type Written } from "./narrate.ts";
import type { NarrationCache } from "./narration-cache.ts";
import type { ExtractiveReason, NarrationEvent } from "./narration-event.ts";
import type { Answered, AnswerFailure, Narrator, Question, Subject, Told } from "./narrator.ts";
import { createOnce } from "./once.ts";
import type { SpentOn } from "./spent-on.ts";
import type { Checker } from "./verdict.ts";
import { writeOrFind } from "./write-or-find.ts";
import { UNSHARED_TURNS, type WritingTurns } from "./writing-turns.ts";

/** What a narrator works with. */
export type NarratorDeps = {
  readonly model: LanguageModel;
  readonly prompts: Prompts;
  readonly grammars: Grammars;
  /** The checker of some talks, by their id. */
  readonly checkerOf: (talks: string) => Checker;
  readonly cache: NarrationCache;
  /** Where other programs write into the same cache. */
  readonly turns?: WritingTurns | null;
  readonly observe: (event: NarrationEvent) => void;
  readonly log: Log;
  /** Milliseconds that never go back. */
  readonly monotonicMs: () => number;
  /** Waits so many milliseconds, or until the signal aborts; never rejects. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Ends all writing. */
  readonly signal: AbortSignal;
};

/** What was written already is had within this. */
const AT_HAND_MS = 50;

/** Writing goes on this long after nobody waits for it any more. */
const LONGEST_WRITING_MS = 180_000;

/** Makes the narrator: what it wrote is kept by the hash of all that the model was given. */
export function createNarrator(deps: NarratorDeps): Narrator {
  const write = createDigestWriter(deps);
  return {
    async narrate(subject, deadlineMs, spentOn = "reading") {
      const written = await write(subject, spentOn, (begunAt) =>
        Math.max(AT_HAND_MS, begunAt + deadlineMs - deps.monotonicMs()),
      );
      if (written === null) return null;
      if (written.kind === "nothing") {
        deps.observe({ kind: "extractive", of: "digest", reason: written.reason });
        return null;
      }
      deps.observe({ kind: "told" });
      return written.value;
    },

    async find(subject) {
      const found = await safely(deps, () =>
        deps.cache.find(keyOf(deps, "digest", benchOf(deps, subject))),
      );
      return found !== null && "kind" in found ? null : found;
    },

    async prepare(subject, deadlineMs, spentOn = "reading") {
      const written = await write(subject, spentOn, () => deadlineMs);
      return written?.kind === "written" ? written.value : null;
    },

    answer: createAnswerer(deps),
  };
}

/** Null for a digest that claims nothing. */
function createDigestWriter(deps: NarratorDeps) {
  const narrations = createOnce<Written<Narration>>(deps.monotonicMs);
  return (subject: Subject, asks: Told, deadlineFor: (begunAt: number) => number) =>
    safely(deps, async () => {
      const bench = benchOf(deps, subject);
      if (bench.claims.length === 0) return null;
      const key = keyOf(deps, "digest", bench);
      const { writing, begunAt } = narrations(key, asks, (spentOn) =>
        writeDigest(deps, key, bench, spentOn),
      );
      return byDeadline(deps, writing, deadlineFor(begunAt));
    });
}

/** Without a model's words a digest is whole. */
async function safely<T>({ log }: NarratorDeps, write: () => Promise<T>): Promise<T | Nothing> {
  try {
    return await write();
  } catch (err) {
    log.error("a narration met a bug", { err });
    return BUG;
  }
}

type Nothing = Extract<Written<never>, { kind: "nothing" }>;
const BUG: Nothing = { kind: "nothing", reason: "bug" };

function createAnswerer(deps: NarratorDeps): Narrator["answer"] {
  const answers = createOnce<Written<Answer>>(deps.monotonicMs);
  const write = async ({ words, ...subject }: Question, deadlineMs: number) => {
    const bench = benchOf(deps, subject);
    if (bench.claims.length === 0) return SILENT;
    const { writing } = answers(keyOf(deps, words, bench), "answer", async (spentOn) => {
      const asking = limitedSignal(deps.signal, deadlineMs);
      const mending = { ...deps, spentOn, wanted: asking.signal };
      const written = await limited(deps, (signal) =>
        answerFromClaims(words, bench, mending, signal),
      );
      asking.release();
      return written;
    });
    return byDeadline(deps, writing, deadlineMs);
  };
  return async (question, deadlineMs) => {
    const written = await safely(deps, () => write(question, deadlineMs));
    if (written.kind === "nothing") {
      deps.observe({ kind: "extractive", of: "answer", reason: written.reason });
      return { kind: "failed", why: failureOf(written.reason) };
    }
    deps.observe({ kind: "answered", outcome: written.value.kind });
    return written.value;
  };
}

function failureOf(reason: ExtractiveReason): AnswerFailure {
  if (reason === "too-little") return "unborne";
  return reason === "over-budget" ? "spent" : "unavailable";
}

const SILENT: Written<Answer> = { kind: "written", value: { kind: "silent" } };

type Answer = Exclude<Answered, { kind: "failed" }>;

const benchOf = (
  { checkerOf, grammars }: NarratorDeps,
  { names, digest, language }: Subject,
): Bench => ({
  checker: checkerOf(names.dossier.id),
  claims: givenOf(claimsOf(names, digest, language, grammars)),
  language,
});

/** Names all that the model is given, and the model. */
const keyOf = (
  { model, prompts }: NarratorDeps,
  purpose: string,
  { language, claims }: Bench,
): string =>
  hash(
    "sha256",
    JSON.stringify([model.name, prompts.version, purpose, language, claims]),
    "base64url",
  );

/** What is written of a digest serves whoever is told it next, and so is wanted even when it is late. */
const writeDigest = (
  deps: NarratorDeps,
  key: string,
  bench: Bench,
  spentOn: () => SpentOn,
): Promise<Written<Narration>> =>
  limited(deps, (signal) => {
    const mending = { ...deps, spentOn, wanted: signal };
    const write = () => narrateClaims(bench, mending, signal);
    return writeOrFind({ ...deps, turns: deps.turns ?? UNSHARED_TURNS }, key, write, signal);
  });

/** What is written by the deadline; the writing goes on. */
async function byDeadline<T>(
  deps: NarratorDeps,
  writing: Promise<Written<T>>,
  deadlineMs: number,
): Promise<Written<T>> {
  const { sleep, signal } = deps;
  const waiting = new AbortController();
  const late = sleep(deadlineMs, AbortSignal.any([signal, waiting.signal])).then(
    (): Written<T> => ({ kind: "nothing", reason: "deadline" }),
  );
  try {
    return await Promise.race([safely(deps, () => writing), late]);
  } finally {
    waiting.abort();
  }
}

async function limited<T>(
  { signal }: NarratorDeps,
  write: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const limit = limitedSignal(signal, LONGEST_WRITING_MS);
  try {
    return await write(limit.signal);
  } finally {
    limit.release();
  }
}
