/** How much of a query is looked for, in UTF-16 units. */
export const LONGEST_QUERY = 200;

/** How much of an article is found by its words, in UTF-16 units. */
export const LONGEST_TEXT = 100_000;

/** How many articles are read at once to be indexed. */
export const INDEXED_AT_ONCE = 250;
