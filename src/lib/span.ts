/** A half-open range `[start, end)` of UTF-16 code units. */
export type Span = readonly [start: number, end: number];

/** Whether `outer` holds the whole of `inner`. */
export const contains = (outer: Span, inner: Span): boolean =>
  outer[0] <= inner[0] && inner[1] <= outer[1];
