import type { Narration } from "../digest/narration.ts";
import type { Claim } from "./claim.ts";
import { AnswerDraft, DigestDraft } from "./draft.ts";
import { answerOf, answerSlots } from "./answer-of.ts";
import type { Bench } from "./judge-draft.ts";
import type { ExtractiveReason } from "./narration-event.ts";
import type { Answered } from "./narrator.ts";
import { narrationOf, slotsOf } from "./slots.ts";
import { judgeAndMend, type Mending, whoWants } from "./write-and-mend.ts";
import { claimLines, instruct, questionLine } from "./write-prompt.ts";

/** What came of having something written: it, or why there is nothing. */
export type Written<T> =
  | { readonly kind: "written"; readonly value: T }
  | { readonly kind: "nothing"; readonly reason: ExtractiveReason };

const DIGEST_TOKENS = 4_000;
const ANSWER_TOKENS = 1_200;

/** Has a model write of a digest's claims, and keeps what stands. */
export async function narrateClaims(
  bench: Bench,
  mending: Mending,
  signal: AbortSignal,
): Promise<Written<Narration>> {
  const { model, prompts, observe } = mending;
  const answer = await model.write(
    {
      purpose: "digest",
      ...whoWants(mending),
      system: instruct(prompts.digest, bench.language),
      prompt: claimLines(bench.claims),
      schema: DigestDraft,
      maxTokens: DIGEST_TOKENS,
    },
    signal,
  );
  if (answer.kind === "failed") return { kind: "nothing", reason: answer.reason };
  const judged = await judgeAndMend(slotsOf(answer.value), bench, mending, signal);
  const narration = narrationOf(judged, {
    ...bench,
    by: { model: model.name, prompts: prompts.version },
  });
  if (narration === null) return { kind: "nothing", reason: "too-little" };
  const told = judged.filter(({ kind }) => kind === "stands").length;
  observe({ kind: "narrated", sentences: told, dropped: judged.length - told });
  return { kind: "written", value: narration };
}

/** Has a model answer a question from claims; `silent` where it says that they do not tell. */
export async function answerFromClaims(
  words: string,
  bench: Bench,
  mending: Mending,
  signal: AbortSignal,
): Promise<Written<Exclude<Answered, { kind: "failed" }>>> {
  const { model, prompts } = mending;
  const answer = await model.write(
    {
      purpose: "answer",
      ...whoWants(mending),
      system: instruct(prompts.answer, bench.language),
      prompt: `${claimLines(bench.claims)}\n${questionLine(words)}`,
      schema: AnswerDraft,
      maxTokens: ANSWER_TOKENS,
    },
    signal,
  );
  if (answer.kind === "failed") return { kind: "nothing", reason: answer.reason };
  if (answer.value.sentences.length === 0) return { kind: "written", value: { kind: "silent" } };
  const judged = await judgeAndMend(answerSlots(answer.value), bench, mending, signal);
  const value = answerOf(judged, bench);
  return value === null ? { kind: "nothing", reason: "too-little" } : { kind: "written", value };
}

/** As many claims as a model is given, the weightiest coming first. */
const MOST_CLAIMS = 60;

/** What a model is given of many claims. */
export const givenOf = (claims: readonly Claim[]): readonly Claim[] => claims.slice(0, MOST_CLAIMS);
