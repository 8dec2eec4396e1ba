import type { ModelFailure } from "./language-model.ts";
import type { Fault } from "./verdict.ts";

/** What happens as a model writes, for metrics. */
export type NarrationEvent =
  /** Sentences fell; `again` those that were mended and fell once more, and are dropped. */
  | { readonly kind: "fell"; readonly faults: readonly Fault[]; readonly again: boolean }
  /** A digest was narrated: sentences told, and dropped. */
  | { readonly kind: "narrated"; readonly sentences: number; readonly dropped: number }
  /** Someone is told a digest as a model wrote of it. */
  | { readonly kind: "told" }
  /** Someone is told a digest or an answer without a model, and why. */
  | {
      readonly kind: "extractive";
      readonly of: "digest" | "answer";
      readonly reason: ExtractiveReason;
    }
  | { readonly kind: "answered"; readonly outcome: "answered" | "silent" };

/** Why a model's words are not told. */
export type ExtractiveReason = ModelFailure | "deadline" | "too-little" | "bug";

const IS_REASON: Readonly<Record<ExtractiveReason, true>> = {
  late: true,
  unreachable: true,
  server: true,
  "rate-limited": true,
  rejected: true,
  refused: true,
  malformed: true,
  "over-budget": true,
  "circuit-open": true,
  busy: true,
  deadline: true,
  "too-little": true,
  bug: true,
};
/** All of them. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys are those of the line above
export const EXTRACTIVE_REASONS = Object.keys(IS_REASON) as readonly ExtractiveReason[];
