/** Whose words tokens are spent on, who comes first before the others: of a day's tokens, some is kept for him. */
export const SPENT_ON = [
  /** What people are told at the hours they chose. */
  "briefing",
  /** What someone looks up: a command, or the page. */
  "reading",
  /** A question. */
  "answer",
] as const;
export type SpentOn = (typeof SPENT_ON)[number];

/** Whether the one may have what the other may not. */
export const comesBefore = (one: SpentOn, other: SpentOn): boolean =>
  SPENT_ON.indexOf(one) < SPENT_ON.indexOf(other);
