/** A range `[from, to)` of token indices. */
export type TokenRange = { readonly from: number; readonly to: number };

/** Whether two ranges share a token. */
export const shareTokens = (a: TokenRange, b: TokenRange): boolean =>
  a.from < b.to && b.from < a.to;
