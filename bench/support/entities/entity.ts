/** The kinds that all are asked for; `name` is a name of whatever kind. */
export const KINDS = ["person", "place", "organisation", "date", "name"] as const;

/** A kind of {@link KINDS}. */
export type Kind = (typeof KINDS)[number];

/** Words of a text that name someone, somewhere, some body or some day: `[start, end)` in UTF-16 units. */
export type Entity = { readonly kind: Kind; readonly start: number; readonly end: number };
