import type { Digest } from "../../digest/digest.ts";
import { commandCatalogOf } from "../../i18n/commands/catalog.ts";
import type { Wording } from "../../messages/digest/wording.ts";
import { type Block, type Span, text } from "../../messages/message.ts";

/** The tone of each side on each topic, side by side; nothing where fewer than two sides spoke. */
export function glanceBlocks({ positions }: Digest, wording: Wording): Block[] {
  const { phrases, language, comma } = wording;
  const [a, b] = positions;
  if (a === undefined || b === undefined) return [];
  const topics = new Set([a, b].flatMap(({ statements }) => statements.map(({ topic }) => topic)));
  const cellOf = ({ statements }: typeof a, topic: string): Span[] => {
    const said = statements.filter((statement) => statement.topic === topic);
    const tones = [...new Set(said.map(({ stance }) => phrases.stance[stance]))];
    if (tones.length === 0) return [text("\u2013")];
    const numbers = [...new Set(said.flatMap(({ citations }) => citations))];
    return [text(`${tones.join(comma)} `), ...wording.citations(numbers)];
  };
  const rows = [...topics].flatMap((topic) => {
    const name = topic === null ? null : wording.topic(topic);
    if (topic === null || name === null) return [];
    return [[[text(name)], cellOf(a, topic), cellOf(b, topic)]];
  });
  if (rows.length === 0) return [];
  const words = commandCatalogOf(language);
  return [
    { kind: "heading", text: words["positions.glance"] },
    {
      kind: "table",
      columns: [words["positions.topic"], wording.actor(a.party), wording.actor(b.party)],
      rows,
    },
  ];
}
