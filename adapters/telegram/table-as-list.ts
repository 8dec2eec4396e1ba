import { catalogOf } from "../../src/i18n/catalog.ts";
import { semicolonOf } from "../../src/i18n/locale.ts";
import type { Language } from "../../src/lib/language.ts";
import { type Block, type Span, strong, text } from "../../src/messages/message.ts";

/** A table as a list of its rows: the first cell, then the others under their columns' names. */
export function tableAsList(
  table: Extract<Block, { kind: "table" }>,
  language: Language,
): Extract<Block, { kind: "list" }> {
  const { label } = catalogOf(language);
  const rowOf = ([first = [], ...others]: readonly (readonly Span[])[]): readonly Span[] => [
    ...first.map((span) => (span.kind === "text" ? strong(span.text) : span)),
    ...others.flatMap((cell, at) =>
      cell.length === 0
        ? []
        : [text(semicolonOf(language) + label({ name: table.columns[at + 1] ?? "" })), ...cell],
    ),
  ];
  return { kind: "list", items: table.rows.map(rowOf) };
}
