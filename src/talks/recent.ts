/** What was read, newest first, as a chain: adding to it copies nothing. */
export type Chain<T> = { readonly value: T; readonly before: Chain<T> } | null;

/** The newest values of a chain, at most `most`, newest first. */
export function newestOf<T>(chain: Chain<T>, most: number): readonly T[] {
  const values: T[] = [];
  for (let link = chain; link !== null && values.length < most; link = link.before)
    values.push(link.value);
  return values;
}

/** Claims of one kind in the order of publication, bounded in number. */
export type Recent<T> = readonly T[];

/** Adds a claim; the oldest leaves when there are more than `most`. */
export const remember = <T>(recent: Recent<T>, claim: T, most: number): Recent<T> =>
  [...recent, claim].slice(-most);

/** The claims no older than `withinMs` at `at`. */
export const within = <T extends { readonly citation: { readonly report: { published: Date } } }>(
  recent: Recent<T>,
  at: Date,
  withinMs: number,
): readonly T[] =>
  recent.filter(({ citation }) => at.getTime() - citation.report.published.getTime() <= withinMs);
