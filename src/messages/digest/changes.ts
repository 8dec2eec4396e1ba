import { z } from "zod";
import type { Digest, DigestChange } from "../../digest/digest.ts";
import { STANCES } from "../../facts/fact.ts";
import { PHASES } from "../../facts/phase.ts";
import { PLOVER_TYPES } from "../../facts/plover.ts";
import { listOf } from "../../i18n/locale.ts";
import { type Block, type Span, text } from "../message.ts";
import { whenAndWhere } from "./round.ts";
import type { Wording } from "./wording.ts";

/** What differs from the digest before. */
export function changeBlocks(digest: Digest, wording: Wording): Block[] {
  const items = digest.changes.flatMap((change): Span[][] => {
    const line = changeText(digest, change, wording);
    return line === null ? [] : [[text(`${line} `), ...wording.citations(change.citations)]];
  });
  return items.length === 0
    ? []
    : [
        { kind: "heading", text: wording.phrases["heading.changes"] },
        { kind: "list", items },
      ];
}

const PhaseName = z.enum(PHASES);
const Members = z.object({ party: z.string(), members: z.array(z.string()) });
const Position = z.object({
  party: z.string(),
  speaker: z.string().nullable(),
  stance: z.enum(STANCES),
});
const Happening = z.object({
  type: z.literal(PLOVER_TYPES),
  source: z.string(),
  target: z.string(),
});

/** The sides of a change are open in the digest's contract, so each is read before it is told. */
function changeText(digest: Digest, change: DigestChange, wording: Wording): string | null {
  switch (change.kind) {
    case "phase":
      return phaseText(change, wording);
    case "round":
      return roundText(digest, wording);
    case "delegation":
      return delegationText(change, wording);
    case "position":
      return positionText(change, wording);
    case "event":
      return eventText(change, wording);
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

function roundText(digest: Digest, wording: Wording): string {
  const { phrases } = wording;
  if (digest.nextRound === null) return phrases["change.roundGone"];
  return phrases["change.round"]({ to: whenAndWhere(digest, digest.nextRound, wording) });
}

function delegationText({ to }: DigestChange, wording: Wording): string | null {
  const now = Members.safeParse(to);
  if (!now.success) return null;
  const members = listOf(wording.language, now.data.members.map(wording.person));
  const party = wording.actor(now.data.party);
  return wording.phrases["change.delegation"]({ party, members });
}

function positionText({ to }: DigestChange, wording: Wording): string | null {
  const now = Position.safeParse(to);
  if (!now.success || now.data.speaker === null) return null;
  const stance = wording.phrases.stance[now.data.stance];
  return wording.phrases["change.position"]({ speaker: wording.person(now.data.speaker), stance });
}

function eventText({ to }: DigestChange, wording: Wording): string | null {
  const now = Happening.safeParse(to);
  if (!now.success) return null;
  const { type, source, target } = now.data;
  return wording.phrases["event.line"]({
    source: wording.actor(source),
    target: wording.actor(target),
    what: wording.phrases.event[type],
  });
}
