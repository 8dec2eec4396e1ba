import type { Prompts } from "../config/load-prompts.ts";
import { MendedDraft } from "./draft.ts";
import { type Bench, judge, type Judged, type Slot } from "./judge-draft.ts";
import type { LanguageModel } from "./language-model.ts";
import type { NarrationEvent } from "./narration-event.ts";
import type { SpentOn } from "./spent-on.ts";
import { claimLines, type Fallen, fallenLines, instruct } from "./write-prompt.ts";

/** What mending is done with. */
export type Mending = {
  readonly model: LanguageModel;
  readonly prompts: Prompts;
  readonly observe: (event: NarrationEvent) => void;
  readonly spentOn: () => SpentOn;
  /** Aborts when nobody wants the words any more. */
  readonly wanted: AbortSignal;
};

/** For whom a model is asked. */
export const whoWants = ({ spentOn, wanted }: Mending): Pick<Mending, "spentOn" | "wanted"> => ({
  spentOn,
  wanted,
});

/**
 * Judges sentences, has those that fall written once more with what is wrong with them, and judges these.
 * Gives every sentence as it stands in the end; where no model mends, or nobody wants it any more, the first
 * judgement holds.
 */
export async function judgeAndMend(
  slots: readonly Slot[],
  bench: Bench,
  mending: Mending,
  signal: AbortSignal,
): Promise<readonly Judged[]> {
  const { model, prompts, observe, wanted } = mending;
  const judged = slots.map((slot) => judge(slot, bench));
  const fallen = fallenOf(judged);
  if (fallen.length === 0) return judged;
  observe({ kind: "fell", faults: fallen.flatMap(({ faults }) => faults), again: false });
  if (wanted.aborted) return judged;
  const answer = await model.write(
    {
      purpose: "mend",
      ...whoWants(mending),
      system: instruct(prompts.mend, bench.language),
      prompt: `${claimLines(claimsNamed(fallen, bench))}\n${fallenLines(fallen)}`,
      schema: MendedDraft,
      maxTokens: MEND_TOKENS,
    },
    signal,
  );
  if (answer.kind === "failed") return judged;
  const mended = judged.map((one, at) => again(one, at, answer.value, bench));
  const lost = fallenOf(mended);
  if (lost.length > 0)
    observe({ kind: "fell", faults: lost.flatMap(({ faults }) => faults), again: true });
  return mended;
}

const MEND_TOKENS = 1_500;

const fallenOf = (judged: readonly Judged[]): readonly Fallen[] =>
  judged.flatMap((one, number) =>
    one.kind === "fell" ? [{ number, ...one.slot.sentence, faults: one.faults }] : [],
  );

/** The claims that the sentences name; all of them where one names none that there is. */
function claimsNamed(fallen: readonly Fallen[], { claims }: Bench): Bench["claims"] {
  const known = new Set<string>(claims.map(({ id }) => id));
  const isLost = fallen.some((sentence) => !sentence.claims.some((id) => known.has(id)));
  const named = new Set(fallen.flatMap((sentence) => sentence.claims));
  return isLost ? claims : claims.filter(({ id }) => named.has(id));
}

/** A sentence as it was written anew, in the place of the one that fell. */
function again(one: Judged, at: number, { sentences }: MendedDraft, bench: Bench): Judged {
  if (one.kind === "stands") return one;
  const anew = sentences.find(({ number }) => number === at);
  if (anew === undefined) return one;
  const sentence = { text: anew.text, claims: anew.claims };
  return judge({ place: one.slot.place, sentence }, bench);
}
