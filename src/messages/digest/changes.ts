import { z } from "zod";
import type { Digest, DigestChange } from "../../digest/digest.ts";
import { PHASES } from "../../facts/phase.ts";
import { PLOVER_TYPES } from "../../facts/plover.ts";
import { formatDay } from "../../i18n/dates.ts";
import { listOf } from "../../i18n/locale.ts";
import { type Block, type Span, text } from "../message.ts";
import { deedText } from "./events.ts";
import { newsBlocks } from "./narration.ts";
import { attributed, plannedThen, roundLine } from "./round.ts";
import type { Wording } from "./wording.ts";

/**
 * What differs from the digest before. A round is told with how far off it is, unless `from` is a day that
 * is over: "tomorrow" would be read as the morrow of that day.
 */
export function changeBlocks(
  digest: Digest,
  wording: Wording,
  from: "now" | "a-past-day" = "now",
): Block[] {
  const ofKind = (...kinds: readonly DigestChange["kind"][]) =>
    digest.changes.filter(({ kind }) => kinds.includes(kind));
  const items = [
    ...ofKind("phase", "round", "delegation").flatMap((change) => {
      const line = standingText(digest, change, { wording, from });
      return line === null ? [] : [itemOf(line, change.citations, wording)];
    }),
    ...statementItems(ofKind("position"), wording),
    ...eventItems(ofKind("event"), wording),
  ];
  return items.length === 0
    ? []
    : [
        { kind: "heading", text: wording.phrases["heading.changes"] },
        ...newsBlocks(digest, wording),
        { kind: "list", items },
      ];
}

const itemOf = (line: string, cited: readonly number[], wording: Wording): Span[] => [
  text(`${line} `),
  ...wording.citations(cited.slice(0, MOST_CITED)),
];

/** The sections below cite the rest. */
const MOST_CITED = 4;
/** The section on events tells the rest. */
const MOST_EVENTS = 3;

const PhaseName = z.enum(PHASES);
const Members = z.object({ party: z.string(), members: z.array(z.string()) });
const Position = z.object({
  party: z.string(),
  speaker: z.string().nullable(),
});
const Happening = z.object({
  type: z.literal(PLOVER_TYPES),
  source: z.string(),
  target: z.string(),
});

const Dated = z.object({ date: z.string() });

type Telling = { readonly wording: Wording; readonly from: "now" | "a-past-day" };

/** The sides of a change are open in the digest's contract, so each is read before it is told. */
function standingText(
  digest: Digest,
  change: DigestChange,
  { wording, from }: Telling,
): string | null {
  switch (change.kind) {
    case "phase":
      return phaseText(change, wording);
    case "round":
      return roundText(digest, change, { wording, from });
    case "delegation":
      return delegationText(change, wording);
    case "position":
    case "event":
      return null;
  }
}

function phaseText({ from, to }: DigestChange, { phrases }: Wording): string | null {
  const now = PhaseName.safeParse(to);
  const before = PhaseName.safeParse(from);
  if (!now.success) return null;
  const label = phrases["phase.label"][now.data];
  if (!before.success) return phrases["change.phaseFirst"]({ to: label });
  return phrases["change.phase"]({ from: phrases["phase.label"][before.data], to: label });
}

/** A round that is no longer ahead was held or called off. */
function roundText(digest: Digest, change: DigestChange, { wording, from }: Telling): string {
  const { phrases, language } = wording;
  const { nextRound, lastRound } = digest;
  if (nextRound !== null) {
    const plan =
      from === "now"
        ? roundLine(digest, nextRound, wording)
        : attributed(plannedThen(nextRound, wording), nextRound, wording);
    return phrases["change.round"]({ to: plan });
  }
  const before = Dated.safeParse(change.from);
  const held = lastRound?.date ?? null;
  if (held === null || !before.success || before.data.date !== held)
    return phrases["change.roundGone"];
  return phrases["change.roundHeld"]({ when: formatDay(language, held) });
}

function delegationText({ to }: DigestChange, wording: Wording): string | null {
  const now = Members.safeParse(to);
  if (!now.success) return null;
  const members = listOf(wording.language, now.data.members.map(wording.person));
  const party = wording.actorInSentence(now.data.party);
  return party === null ? null : wording.phrases["change.delegation"]({ party, members });
}

/** One line: who of which side has spoken. */
function statementItems(changes: readonly DigestChange[], wording: Wording): Span[][] {
  const { phrases, comma, semicolon } = wording;
  const read = changes.flatMap(({ to, citations }) => {
    const position = Position.safeParse(to);
    return position.success ? [{ ...position.data, citations }] : [];
  });
  if (read.length === 0) return [];
  const sides = [...Map.groupBy(read, ({ party }) => party)].map(([code, said]) => {
    const names = new Set(said.flatMap(({ speaker }) => (speaker === null ? [] : [speaker])));
    const speakers = [...names].map(wording.person).join(comma);
    return speakers === "" ? wording.actor(code) : `${wording.actor(code)} (${speakers})`;
  });
  const cited = [...new Set(read.flatMap(({ citations }) => citations))].toSorted((a, b) => a - b);
  const label = phrases.label({ name: phrases["change.statements"] });
  return [itemOf(`${label}${sides.join(semicolon)}`, cited, wording)];
}

const eventItems = (changes: readonly DigestChange[], wording: Wording): Span[][] =>
  changes.slice(0, MOST_EVENTS).flatMap(({ to, citations }): Span[][] => {
    const now = Happening.safeParse(to);
    if (!now.success) return [];
    const { type, source, target } = now.data;
    const event = deedText({ type, source, targets: [target] }, wording);
    return [itemOf(wording.phrases["change.event"]({ event }), citations, wording)];
  });
