import { z } from "zod";

/** A sentence as a model writes it: with the ids of the claims that it rests on. */
export const DraftSentence = z.strictObject({
  text: z.string(),
  claims: z.array(z.string()),
});
export type DraftSentence = z.output<typeof DraftSentence>;

/** A translation of the quotation in a claim. */
const DraftTranslation = z.strictObject({ claim: z.string(), text: z.string() });

/** What a model writes of a digest. */
export const DigestDraft = z.strictObject({
  lead: z.array(DraftSentence),
  positions: z.array(z.strictObject({ party: z.string(), sentences: z.array(DraftSentence) })),
  changes: z.array(DraftSentence),
  translations: z.array(DraftTranslation),
});
export type DigestDraft = z.output<typeof DigestDraft>;

/** What a model writes in answer to a question; no sentences where the claims do not tell. */
export const AnswerDraft = z.strictObject({
  sentences: z.array(DraftSentence),
  translations: z.array(DraftTranslation),
});
export type AnswerDraft = z.output<typeof AnswerDraft>;

/** What a model writes in place of sentences that fell. */
export const MendedDraft = z.strictObject({
  sentences: z.array(z.strictObject({ number: z.int(), ...DraftSentence.shape })),
});
export type MendedDraft = z.output<typeof MendedDraft>;
