/**
 * A text with what no reader sees taken out: control characters, marks that override the direction,
 * soft hyphens, zero-width spaces; halves of a surrogate pair become U+FFFD. Joiners (ZWNJ, ZWJ) stay:
 * Persian is spelt with them. Spaces are single, lines trimmed, at most one line is empty at a time.
 */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/\r\n?/g, "\n")
    .replaceAll(UNSEEN, "")
    .split("\n")
    .map((line) => line.replaceAll(SPACES, " ").trim())
    .join("\n")
    .replaceAll(/\n{3,}/g, "\n\n")
    .trim();
}

/** C0 and C1 without tab and line feed; soft hyphen, ZWSP, word joiner, BOM; overrides and isolates. */
const UNSEEN =
  // oxlint-disable-next-line eslint/no-control-regex -- control characters are what it removes
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g;

const SPACES = /[^\S\n]+/g;

/** The first `length` UTF-16 units of a text at most, never half a surrogate pair. */
export function cutText(text: string, length: number): string {
  if (text.length <= length) return text;
  const last = text.charCodeAt(length - 1);
  const splitsPair = last >= 0xd800 && last <= 0xdbff;
  return text.slice(0, splitsPair ? length - 1 : length);
}
