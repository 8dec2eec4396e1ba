import type { Digest, DigestStatement } from "../../digest/digest.ts";
import { type Block, type Span, strong, text } from "../message.ts";
import type { Wording } from "./wording.ts";

/** Who sits at the table for each side. */
export function delegationBlocks({ delegations }: Digest, wording: Wording): Block[] {
  if (delegations.length === 0) return [];
  const items = delegations.map(({ party, members, citations }): Span[] => [
    strong(`${wording.actor(party)}: `),
    text(`${members.map((member) => memberText(member, wording)).join(wording.semicolon)} `),
    ...wording.citations(citations),
  ]);
  return [
    { kind: "heading", text: wording.phrases["heading.delegations"] },
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
export function positionBlocks({ positions }: Digest, wording: Wording): Block[] {
  const blocks = positions.flatMap(({ party, statements }) => [
    { kind: "paragraph", spans: [strong(wording.actor(party))] } as const,
    ...statements.map((statement) => quoteBlock(party, statement, wording)),
  ]);
  return blocks.length === 0
    ? []
    : [{ kind: "heading", text: wording.phrases["heading.positions"] }, ...blocks];
}

function quoteBlock(party: string, statement: DigestStatement, wording: Wording): Block {
  const { phrases } = wording;
  const speaker =
    statement.speaker === null
      ? phrases["speaker.unnamed"]({ party: wording.actor(party) })
      : wording.person(statement.speaker);
  const who =
    statement.topic === null
      ? speaker
      : phrases["statement.about"]({ speaker, topic: wording.topic(statement.topic) });
  const notes = [
    phrases.stance[statement.stance],
    statement.direct ? null : phrases["statement.reported"],
    statement.lang === wording.language ? null : phrases["statement.original"][statement.lang],
  ].filter((note) => note !== null);
  return {
    kind: "quote",
    introduction: [text(`${who} (${notes.join(wording.comma)})`)],
    text: statement.text,
    lang: statement.lang,
    direct: statement.direct,
    citations: wording.citations(statement.citations),
  };
}
