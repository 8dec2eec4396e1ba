/** Joins what stands around it, shows nothing, and is part of no name, tag, address or number. */
const WORD_JOINER = "\u2060";

/**
 * Text in which Telegram finds nothing to press: `sendMessage` turns names, tags, commands, addresses
 * and numbers into links by itself, and offers no way to forbid it, so each is interrupted by a word
 * joiner behind its mark (what is found: https://core.telegram.org/bots/api#messageentity).
 */
export const inertText = (text: string): string =>
  text
    .replace(LONG_NUMBER, interrupted)
    .replace(MARK_BEFORE_NAME, `$&${WORD_JOINER}`)
    .replace(SCHEME, `$&${WORD_JOINER}`)
    .replace(DOT_IN_ADDRESS, `$&${WORD_JOINER}`);

/** `@name`, `user@host`, `#tag`, `$TAG` and `+98…`; `/command` only where a word begins. */
const MARK_BEFORE_NAME =
  /(?:[@#$+\uff03\uff20]|(?<![\p{L}\p{N}_])\/)(?=[\p{L}\p{N}\p{M}_\u200c\u00b7])/gu;
const SCHEME = /:(?=\/)/g;
/** The dots of `name.example`, and of `10.0.0.1`; those of 3.5 and of an abbreviation's end stay. */
const DOT_IN_ADDRESS =
  /(?<=[\p{L}\p{N}\p{M}_-])[.\u3002\uff0e](?=\p{L}|\p{N}{1,20}[.\u3002\uff0e])/gu;
/** As many digits as cards have, however they are grouped. */
const LONG_NUMBER = /\p{N}(?:[ -]?\p{N}){11,}/gu;

const interrupted = (number: string): string =>
  number.replace(/(?:\p{N}[ -]?){4}/gu, `$&${WORD_JOINER}`);
