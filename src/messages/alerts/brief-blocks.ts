import type { Digest } from "../../digest/digest.ts";
import { changeBlocks } from "../digest/changes.ts";
import { disputeBlocks } from "../digest/disputes.ts";
import { leadBlocks, translationBlocks } from "../digest/narration.ts";
import { quoteBlock } from "../digest/sides.ts";
import { statusBlocks } from "../digest/status.ts";
import { type Block, text } from "../message.ts";
import type { AlertWording } from "./frame.ts";
import { nextRoundBlocks } from "./round-news.ts";

/** A digest in short: phase, next round, what changed, the latest words, and disputes in a line. */
export const briefBlocks = (digest: Digest, wording: AlertWording): Block[] => [
  ...leadBlocks(digest, wording),
  ...statusBlocks(digest, wording),
  ...nextRoundBlocks(digest, wording),
  ...shortChanges(digest, wording),
  ...latestWords(digest, wording),
  ...disputeLine(digest, wording),
];

const MOST_CHANGES = 4;

const shortChanges = (digest: Digest, wording: AlertWording): Block[] =>
  changeBlocks(digest, wording).map((block) =>
    block.kind === "list" ? { ...block, items: block.items.slice(0, MOST_CHANGES) } : block,
  );

const MOST_STATEMENTS = 2;
/** A quote that fits two lines of a phone. */
const LONGEST_QUOTE = 140;

/** The most telling words of the first sides. */
function latestWords(digest: Digest, wording: AlertWording): Block[] {
  const said = digest.positions
    .flatMap(({ statements }) => statements.slice(0, 1))
    .slice(0, MOST_STATEMENTS);
  if (said.length === 0) return [];
  return [
    { kind: "heading", text: wording.alerts["heading.statements"] },
    ...said.flatMap((statement) => [
      quoteBlock(statement, wording, LONGEST_QUOTE),
      ...translationBlocks(digest, statement.text, wording),
    ]),
  ];
}

function disputeLine(digest: Digest, wording: AlertWording): Block[] {
  const items = disputeBlocks(digest, wording).flatMap((block) =>
    block.kind === "list" ? block.items : [],
  );
  const [first, ...more] = items;
  if (first === undefined) return [];
  const count = more.length;
  const rest = count === 0 ? [] : [text(` ${wording.alerts["disputes.more"]({ count })}`)];
  const { phrases } = wording;
  const label = text(phrases.label({ name: phrases["heading.disputes"] }));
  return [{ kind: "paragraph", spans: [label, ...first, ...rest] }];
}
