import type { FoundStatement } from "../../digest/find-statements.ts";
import { formatNearMoment } from "../../i18n/dates.ts";
import { embed, plainLine } from "../../i18n/direction.ts";
import { introductionOf } from "../../messages/digest/sides.ts";
import type { Wording } from "../../messages/digest/wording.ts";
import { type Block, text } from "../../messages/message.ts";
import { shorten } from "../../messages/quotation.ts";

const LONGEST_QUOTE = 400;
const LONGEST_SOURCE = 60;

/** What was found to have been said: by whom, when, in which words, and a link to where it was read. */
export function foundQuote(
  { statement, article }: FoundStatement,
  now: Date,
  wording: Wording,
): Block {
  const { language, timeZone, phrases } = wording;
  const when = formatNearMoment(language, new Date(statement.published), now, timeZone);
  const name = embed(shorten(plainLine(article.source), LONGEST_SOURCE), language);
  const label = phrases.label({ name: when });
  return {
    kind: "quote",
    introduction: [text(`${label}${introductionOf(statement, wording)}`)],
    text: shorten(plainLine(statement.text), LONGEST_QUOTE),
    lang: statement.lang,
    direct: statement.direct,
    citations: [text("\u2013 "), { kind: "link", text: name, url: article.url }],
  };
}
