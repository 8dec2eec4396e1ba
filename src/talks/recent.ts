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
