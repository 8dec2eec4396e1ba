import { shorten } from "../../src/messages/quotation.ts";
import { inertText } from "./inert-text.ts";
import { MAX_CAPTION } from "./limits.ts";
import { isBlank, literal } from "./markup.ts";

/** Words as the HTML of a photo's caption, cut to what one holds; empty for words that show nothing. */
export const captionOf = (words: string): string => shortened(words, MAX_CAPTION);

/** What keeps text inert and its direction closed takes room too: it is known once it is written. */
function shortened(words: string, most: number): string {
  const written = literal(inertText(shorten(words, most)));
  if (written.units > MAX_CAPTION) return shortened(words, Math.floor(most * 0.75));
  return isBlank(written) ? "" : written.html;
}
