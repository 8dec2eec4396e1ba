import type { ExtractiveReason } from "./narration-event.ts";

/** The right to write something, which one program has at a time of all that keep what they wrote together. */
export type WritingTurn =
  | {
      readonly kind: "own";
      /** Ends it, once, with what came of it. Never rejects. */
      end(outcome: "written" | ExtractiveReason): Promise<void>;
    }
  /** Another writes it. */
  | { readonly kind: "other" }
  /** Another tried a short while ago, and nothing came of it. */
  | { readonly kind: "nothing"; readonly reason: ExtractiveReason };

/** Gives turns at writing, by the key of what is to be written. */
export type WritingTurns = { take(key: string): Promise<WritingTurn> };

/** Where nobody else writes, each turn is one's own. */
export const UNSHARED_TURNS: WritingTurns = {
  take: () => Promise.resolve({ kind: "own", end: () => Promise.resolve() }),
};
