/**
 * What a phrase of the lexicon can signal. The name's first word tells which finder reads it; every
 * language must have phrases for each.
 */
export const CUES = [
  // Whether a sentence asserts what it tells.
  "modality.negation",
  "modality.absence",
  "modality.denial",
  "modality.hypothetical",
  "modality.particle",
  "modality.hedge",
  "modality.future",
  "modality.prospect",
  "modality.historical",
  "modality.retrospect",
  "modality.obligation",
  "modality.clause",
] as const;

/** What a phrase of the lexicon signals. */
export type CueName = (typeof CUES)[number];

/** Whether the lexicon's name is one that a finder reads. */
export const isCueName = (name: string): name is CueName =>
  (CUES as readonly string[]).includes(name);
