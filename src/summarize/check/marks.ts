/** The lists of words that the checks look for (`seeds/checks/plain-words.<lang>.yaml`). */
export const MARKS = [
  // Words that tell that something is someone's word.
  "attribution",
  // Words that say no without a negation: "refuse".
  "negative",
  // Words for what is wanted, planned or hangs on something else.
  "demanded",
  // Words that deny the few words after them.
  "none",
  // The contrary of those: "everything".
  "every",
  // Verbs that tell of meetings, or with nouns of anything, as done.
  "past",
  // Words for what is tried and not done.
  "attempt",
  // Words that bring a condition.
  "condition",
  // Words for when something is, which may bring a condition.
  "occasion",
  // Words that bring what is only said, asked, written or ordered.
  "frame",
  // Words for what must be.
  "duty",
  // Forms of verbs for what somebody wants to be, which may say that it should be.
  "wish",
  // Words for what may be or can be.
  "possible",
  // Words for what one is able to, or seems to, which may say that it is possible.
  "able",
  // Words for what is not there.
  "lack",
  // Words that deny by themselves: one for each clause that is denied.
  "denial",
  // Phrases in which such a word denies nothing: "not only".
  "noDenial",
] as const;

/** A list of words that the checks look for. */
export type MarkName = (typeof MARKS)[number];

/** Something for every list. */
export function ofMarks<T>(make: (name: MarkName) => T): Readonly<Record<MarkName, T>> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every name gets its entry
  return Object.fromEntries(MARKS.map((name) => [name, make(name)])) as Record<MarkName, T>;
}
