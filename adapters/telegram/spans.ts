import { formatNumber } from "../../src/i18n/locale.ts";
import type { Language } from "../../src/lib/language.ts";
import { embed } from "../../src/i18n/direction.ts";
import { commandText, type Span } from "../../src/messages/message.ts";
import { formatted, type Fragment, joined, linked, literal, moment } from "./markup.ts";

/** How spans become markup: whose words, and whether each reader is shown moments in his own zone. */
export type SpanStyle = {
  readonly language: Language;
  /** Makes a text fit to be written, before it is escaped. */
  readonly prepare: (text: string) => string;
  readonly localTimes: boolean;
};

/** A row of spans as markup. */
export const spansMarkup = (spans: readonly Span[], style: SpanStyle): Fragment =>
  joined(spans.map((span) => spanMarkup(span, style)));

function spanMarkup(span: Span, style: SpanStyle): Fragment {
  switch (span.kind) {
    case "text":
      return literal(style.prepare(span.text));
    case "strong":
      return formatted("b", literal(style.prepare(span.text)));
    case "link":
      return linked(literal(style.prepare(span.text)), span.url);
    case "citation":
      return linked(literal(`[${formatNumber(style.language, span.n)}]`), span.url);
    case "command":
      // Telegram finds commands by itself, in classic messages; this one is meant to be found.
      return literal(embed(commandText(span), style.language));
    case "time": {
      const label = literal(style.prepare(span.text));
      if (!style.localTimes) return label;
      // Telegram shows the moment in place of the words that it stands for.
      return span.isDistance === true
        ? joined([label, literal(" ("), moment(literal(universal(span.at)), span.at), literal(")")])
        : moment(label, span.at);
    }
  }
}

/** For clients that know no moments. */
const universal = (at: Date): string => `${at.toISOString().slice(0, 16).replace("T", " ")} UTC`;
