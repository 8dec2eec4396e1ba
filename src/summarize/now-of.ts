import { z } from "zod";
import type { Digest, DigestChange } from "../digest/digest.ts";
import type { ClaimFact } from "./claim.ts";

type Now = Exclude<ClaimFact, { kind: "change" }>;

const Position = z.object({
  party: z.string(),
  speaker: z.string().nullable(),
  topic: z.string().nullable(),
  stance: z.string(),
});
const Happening = z.object({ type: z.string(), source: z.string(), target: z.string() });
const Sent = z.object({ party: z.string() });
const Plan = z.object({ date: z.string() });

/** What something changed to, as a digest tells it; null where it tells nothing in its place. */
export function nowOf(change: DigestChange, digest: Digest): Now | null {
  switch (change.kind) {
    case "phase": {
      const { phase, phaseSince, contested, confirmation, phaseAttributedTo = null } = digest;
      return { kind: "phase", phase, phaseSince, contested, confirmation, phaseAttributedTo };
    }
    case "round":
      return roundNow(change, digest);
    case "delegation":
      return delegationNow(change, digest);
    case "position":
      return statementNow(change, digest);
    case "event":
      return eventNow(change, digest);
  }
}

/** A round that was held was moved to no other day: what is planned after it is another round. */
export function unmoved(change: DigestChange, { nextRound, lastRound }: Digest): DigestChange {
  const before = Plan.safeParse(change.from).data?.date;
  const held = lastRound?.date ?? null;
  const isOther = nextRound !== null && nextRound.date !== before;
  return change.kind === "round" &&
    isOther &&
    before !== undefined &&
    held !== null &&
    before <= held
    ? { ...change, from: null }
    : change;
}

/** The round ahead, or that before, if it was held. */
function roundNow({ from }: DigestChange, { nextRound, lastRound }: Digest): Now | null {
  if (nextRound !== null) return { kind: "next-round", round: nextRound };
  const before = Plan.safeParse(from).data?.date;
  if (lastRound === null || lastRound.date === null || lastRound.date !== before) return null;
  return { kind: "last-round", round: lastRound };
}

function delegationNow({ to }: DigestChange, { delegations }: Digest): Now | null {
  const party = Sent.safeParse(to).data?.party;
  const delegation = delegations.find((one) => one.party === party);
  return delegation === undefined ? null : { kind: "delegation", delegation };
}

/** The statement that the same sources bear out. */
function statementNow({ to, citations }: DigestChange, { positions }: Digest): Now | null {
  const said = Position.safeParse(to).data;
  const side = positions.find(({ party }) => party === said?.party);
  const alike = side?.statements.filter(
    ({ speaker, topic, stance }) =>
      speaker === said?.speaker && topic === said.topic && stance === said.stance,
  );
  const statement = alike?.find((one) => one.citations.join() === citations.join()) ?? alike?.[0];
  if (side === undefined || statement === undefined) return null;
  const { citations: _, ...words } = statement;
  return { kind: "statement", party: side.party, statement: words };
}

function eventNow({ to, citations }: DigestChange, { events }: Digest): Now | null {
  const seen = Happening.safeParse(to).data;
  const alike = events.filter(
    ({ type, source, target }) =>
      type === seen?.type && source === seen.source && target === seen.target,
  );
  const event = alike.find((one) => one.citations.join() === citations.join()) ?? alike[0];
  return event === undefined ? null : { kind: "event", event };
}
