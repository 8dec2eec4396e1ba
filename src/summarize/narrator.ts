import type { Digest, DigestStatement } from "../digest/digest.ts";
import type { Narration, NarratedSentence } from "../digest/narration.ts";
import type { Names } from "../i18n/names.ts";
import type { Language } from "../lib/language.ts";
import type { SpentOn } from "./spent-on.ts";

/** Has a language model write, and lets through what was checked. Never rejects. */
export type Narrator = {
  /**
   * What a model wrote of a digest. Null at the deadline (milliseconds from when the first asked) or where too
   * little stands; a call that is late goes on, so that the next asker has it, and those who ask meanwhile
   * are not kept waiting in their turn. One call serves all who ask for the same. Briefings have tokens of
   * their own, and their turn before readings, which it is for when nothing else is said.
   */
  narrate(subject: Subject, deadlineMs: number, spentOn?: Told): Promise<Narration | null>;
  /** What was written of a digest before; nothing new is written, and nothing counted. */
  find(subject: Subject): Promise<Narration | null>;
  /**
   * Has a digest written of before it is told, and counts nothing. What it wrote, or null at the deadline or
   * where nothing came of it.
   */
  prepare(subject: Subject, deadlineMs: number, spentOn?: Told): Promise<Narration | null>;
  /** An answer out of a digest's claims; `silent` where they do not tell, `failed` with why else. */
  answer(question: Question, deadlineMs: number): Promise<Answered>;
};

/** How a digest comes to be told. */
export type Told = Exclude<SpentOn, "answer">;

/** A digest, and who reads what is written of it. */
export type Subject = {
  readonly names: Names;
  readonly digest: Digest;
  readonly language: Language;
};

/** What someone asks, and the digest whose claims may answer. */
export type Question = {
  readonly names: Names;
  readonly words: string;
  readonly digest: Digest;
  readonly language: Language;
};

/** What came of a question. */
export type Answered =
  | {
      readonly kind: "answered";
      readonly sentences: readonly [NarratedSentence, ...NarratedSentence[]];
      /** What they rest on of what was said in other languages than the reader's. */
      readonly quoted: readonly QuotedInAnswer[];
    }
  | { readonly kind: "silent" }
  | { readonly kind: "failed"; readonly why: AnswerFailure };

/** Words as published, and a translation of them if one stands. */
export type QuotedInAnswer = {
  readonly statement: DigestStatement;
  readonly translation: string | null;
};

/** Why no answer was written. */
export type AnswerFailure =
  /** Nothing that the model wrote is borne out. */
  | "unborne"
  /** As much was spent of the day's tokens as may be for answers. */
  | "spent"
  /** The model does not answer, or not in time. */
  | "unavailable";
