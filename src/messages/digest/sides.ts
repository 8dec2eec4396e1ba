import type { Digest, DigestStatement } from "../../digest/digest.ts";
import { plainLine } from "../../i18n/direction.ts";
import { type Block, type Span, strong, text } from "../message.ts";
import { shorten } from "../quotation.ts";
import { stanceBlocks, translationBlocks } from "./narration.ts";
import type { Wording } from "./wording.ts";

/** Who sits at the table for each side. */
export function delegationBlocks({ delegations }: Digest, wording: Wording): Block[] {
  const { phrases } = wording;
  if (delegations.length === 0) return [];
  const items = delegations.map(({ party, members, citations }): Span[] => [
    strong(phrases.label({ name: wording.actor(party) })),
    text(`${members.map((member) => memberText(member, wording)).join(wording.semicolon)} `),
    ...wording.citations(citations),
  ]);
  return [
    { kind: "heading", text: phrases["heading.delegations"] },
    { kind: "list", items },
  ];
}

type Member = Digest["delegations"][number]["members"][number];

function memberText({ person, head }: Member, wording: Wording): string {
  const facts = [wording.role(person), head ? wording.phrases["delegation.head"] : null].filter(
    (fact) => fact !== null,
  );
  const name = wording.person(person);
  return facts.length === 0 ? name : `${name} (${facts.join(wording.comma)})`;
}

/** What each side says, in its own words and language, with speaker and topic in the reader's. */
export function positionBlocks(digest: Digest, wording: Wording): Block[] {
  const blocks = digest.positions.flatMap(({ party, statements }) => [
    { kind: "paragraph", spans: [strong(wording.actor(party))] } as const,
    ...stanceBlocks(digest, party, wording),
    ...statements.flatMap((statement) => [
      quoteBlock(statement, wording),
      ...translationBlocks(digest, statement.text, wording),
    ]),
  ]);
  return blocks.length === 0
    ? []
    : [{ kind: "heading", text: wording.phrases["heading.positions"] }, ...blocks];
}

/** As much of what someone said as a reader takes in at a glance. */
const LONGEST_QUOTE = 280;

/** What someone said, with speaker, topic and tone in the reader's language. */
export function quoteBlock(
  statement: DigestStatement,
  wording: Wording,
  longest = LONGEST_QUOTE,
): Block {
  return {
    kind: "quote",
    introduction: [text(introductionOf(statement, wording))],
    text: shorten(plainLine(statement.text), longest),
    lang: statement.lang,
    direct: statement.direct,
    citations: wording.citations(statement.citations),
  };
}

/** Who speaks, on what, in which tone and language. */
export function introductionOf(
  statement: Omit<DigestStatement, "citations">,
  wording: Wording,
): string {
  const { phrases } = wording;
  const { speaker: name, stance, direct, lang } = statement;
  const speaker = name === null ? phrases["speaker.unnamed"] : wording.person(name);
  const topic = statement.topic === null ? null : wording.topic(statement.topic);
  const who = topic === null ? speaker : phrases["statement.about"]({ speaker, topic });
  const notes = [
    stance === "neutral" ? null : phrases.stance[stance],
    direct ? null : phrases["statement.reported"],
    lang === wording.language ? null : phrases["statement.original"][lang],
  ].filter((note) => note !== null);
  return notes.length === 0 ? who : `${who} (${notes.join(wording.comma)})`;
}
