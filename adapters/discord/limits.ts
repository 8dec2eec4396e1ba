/** Components V2 of a message, nested ones included. https://docs.discord.com/developers/components/reference */
export const MOST_COMPONENTS = 40;

/**
 * Characters over all text displays of a message; an embed's description may hold 96 more, a message's
 * embeds 6,000 together. We count UTF-16 units, which is never less than what Discord counts.
 */
export const MOST_TEXT = 4_000;

/** Rows of buttons and selects under a message without Components V2. */
export const MOST_ROWS = 5;
/** Rows under a Components V2 message; there they only share the 40 components. */
export const MOST_RICH_ROWS = 8;
/** Buttons side by side. */
export const MOST_BUTTONS = 5;
/** Options of a select, choices of a command's option, and suggestions while typing. */
export const MOST_CHOICES = 25;

/** Characters of the name under which a control's press comes back. */
export const LONGEST_CUSTOM_ID = 100;
/** Characters on a button. */
export const LONGEST_BUTTON = 80;
/** Characters of an option in a select, and of a suggestion. */
export const LONGEST_CHOICE = 100;
/** Characters of the hint in a select. */
export const LONGEST_PLACEHOLDER = 150;
/** Characters of a modal's title and of a label in it. */
export const LONGEST_MODAL_LABEL = 45;
/** Characters of the small print under a modal's label. */
export const LONGEST_MODAL_DESCRIPTION = 100;
/** Characters of a link button's address. */
export const LONGEST_BUTTON_URL = 512;

/** Files of one message, its picture included. */
export const MOST_FILES = 10;
/** Characters that describe a file to those who cannot see it. */
export const LONGEST_DESCRIPTION = 1_024;

/** A picture that is not drawn by then is left out: somebody waits for the words. */
export const PAINT_WITHIN_MS = 5_000;

/** An interaction is void unless it is acknowledged within 3 s; the network gets half of that. */
export const ACKNOWLEDGE_WITHIN_MS = 1_500;

/** Requests a second over all routes. https://docs.discord.com/developers/topics/rate-limits */
export const OVERALL = { messages: 50, ms: 1_000 } as const;
/** Messages in one channel; Discord publishes no number, its answers show this bucket. */
export const WITHIN_CHANNEL = { messages: 5, ms: 5_000 } as const;
