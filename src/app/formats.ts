/** The forms in which a digest can be printed; those of chat platforms as JSON, as they would be sent. */
export const FORMATS = ["text", "markdown", "html", "json", "telegram", "discord"] as const;

/** One of {@link FORMATS}. */
export type Format = (typeof FORMATS)[number];
