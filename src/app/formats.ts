/** The forms in which a digest can be printed. */
export const FORMATS = ["text", "markdown", "html", "json"] as const;

/** One of {@link FORMATS}. */
export type Format = (typeof FORMATS)[number];
