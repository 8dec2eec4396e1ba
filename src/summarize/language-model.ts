import type { z } from "zod";
import type { SpentOn } from "./spent-on.ts";

/** A language model as the summarizer sees it. */
export type LanguageModel = {
  /** As its server calls it. */
  readonly name: string;
  /**
   * Asks once for an answer of a shape. Never rejects; gives up when the signal aborts. Limits of budget
   * and load are the implementation's: what they forbid fails at once.
   */
  write<T>(request: ModelRequest<T>, signal: AbortSignal): Promise<ModelAnswer<T>>;
};

/** What a model is asked. */
export type ModelRequest<T> = {
  /** What counts it: in metrics, and in the log. */
  readonly purpose: "digest" | "mend" | "answer";
  /** Whom the words are for, by what is known when it is asked: others may come to want the same. */
  readonly spentOn: () => SpentOn;
  /** Aborts when nobody wants the words any more: a call that still waits for its turn is not made then. */
  readonly wanted: AbortSignal;
  readonly system: string;
  readonly prompt: string;
  readonly schema: z.ZodType<T>;
  /** The longest answer, in tokens. */
  readonly maxTokens: number;
};

/** What came of asking. */
export type ModelAnswer<T> =
  | { readonly kind: "written"; readonly value: T }
  | { readonly kind: "failed"; readonly reason: ModelFailure; readonly detail: string };

/** Why nothing was written. */
export type ModelFailure =
  /** No answer in the time that the signal left. */
  | "late"
  | "unreachable"
  /** The server answered with an error. */
  | "server"
  | "rate-limited"
  /** The key or the model's name is wrong. */
  | "rejected"
  /** The model would not. */
  | "refused"
  /** No JSON, or not of the shape. */
  | "malformed"
  /** Today's tokens are spent. */
  | "over-budget"
  /** So many calls in a row failed or brought nothing of use that none is made for a while. */
  | "circuit-open"
  /** As many calls as may be are under way. */
  | "busy";
