import type { Digest, DigestChange, DigestRound } from "../digest/digest.ts";
import { alertCatalogOf } from "../i18n/alerts/catalog.ts";
import { formatDay, formatMoment } from "../i18n/dates.ts";
import { plainLine } from "../i18n/direction.ts";
import { changeBlocks } from "../messages/digest/changes.ts";
import { disputeBlocks } from "../messages/digest/disputes.ts";
import { pressureBlocks } from "../messages/digest/events.ts";
import { attributed, mannerOf, plannedThen } from "../messages/digest/round.ts";
import { delegationBlocks, introductionOf } from "../messages/digest/sides.ts";
import { confirmationText } from "../messages/digest/status.ts";
import type { Wording } from "../messages/digest/wording.ts";
import type { Block, Span } from "../messages/message.ts";
import { inQuotationMarks } from "../messages/quotation.ts";
import type { ClaimFact } from "./claim.ts";

/**
 * A claim in the words of a digest without a model, in one plain line: the same as readers get, but for how
 * far off a day is, which would be wrong tomorrow.
 */
export function tellFact(fact: ClaimFact, digest: Digest, wording: Wording): string {
  return plainLine(wordsOf(fact, digest, wording));
}

function wordsOf(fact: ClaimFact, digest: Digest, wording: Wording): string {
  const { phrases, language } = wording;
  switch (fact.kind) {
    case "phase":
      return phaseWords(fact, wording);
    case "next-round":
      return `${phrases.label({ name: phrases["heading.round"] })}${roundWords(fact.round, wording)}`;
    case "last-round":
      return lastRoundWords(fact.round, wording);
    case "unreported-round":
      return phrases["round.unreported"]({ date: formatDay(language, fact.round.date) });
    case "delegation":
      return itemsIn(delegationBlocks({ ...digest, delegations: [fact.delegation] }, wording));
    case "statement":
      return statementWords(fact, wording);
    case "event":
      return itemsIn(pressureBlocks({ ...digest, events: [fact.event], tension: CALM }, wording));
    case "dispute":
      return itemsIn(disputeBlocks({ ...digest, disputes: [fact.dispute] }, wording));
    case "milestone":
      return phrases["round.milestone"]({ since: wording.milestone(fact.since) ?? "" });
    case "change":
      return changeWords(fact.change, digest, wording);
  }
}

const CALM: Digest["tension"] = { now: null, weekAgo: null, series: [] };

function phaseWords(
  {
    phase,
    phaseSince,
    contested,
    confirmation,
    phaseAttributedTo = null,
  }: Extract<ClaimFact, { kind: "phase" }>,
  wording: Wording,
): string {
  const { phrases, language, timeZone, semicolon } = wording;
  if (phase === null || phaseSince === null) return phrases.phaseUnknown;
  const at = new Date(phaseSince);
  const since = `${formatMoment(language, at, timeZone)} ${wording.zone(timeZone, at)}`;
  const ground = { confirmation, attributedTo: phaseAttributedTo };
  const parts = [
    phrases["phase.line"]({ phase: phrases["phase.label"][phase], since }),
    ...(ground.confirmation === null
      ? []
      : [confirmationText({ ...ground, confirmation: ground.confirmation }, wording)]),
    ...(contested ? [alertCatalogOf(language).contested] : []),
  ];
  return parts.join(semicolon);
}

function roundWords(round: DigestRound, wording: Wording): string {
  const { semicolon } = wording;
  const manner = mannerOf(round, wording);
  const ground = round.attributedTo === null ? confirmationText(round, wording) : "";
  return [attributed(plannedThen(round, wording), round, wording), manner, ground]
    .filter((part) => part !== "")
    .join(semicolon);
}

function lastRoundWords(round: NonNullable<Digest["lastRound"]>, wording: Wording): string {
  const { phrases, language, comma } = wording;
  const parts = [
    round.date === null ? "" : formatDay(language, round.date),
    round.venue === null ? "" : wording.venue(round.venue),
    phrases.outcome[round.outcome],
  ];
  const told = parts.filter((part) => part !== "").join(comma);
  return `${phrases.label({ name: phrases["heading.lastRound"] })}${told}`;
}

/** The words themselves stand in it where they are in the reader's language. */
function statementWords(
  { party, statement }: Extract<ClaimFact, { kind: "statement" }>,
  wording: Wording,
): string {
  const { language, phrases } = wording;
  const side = party === null ? "" : phrases.label({ name: wording.actor(party) });
  const introduction = `${side}${introductionOf(statement, wording)}`;
  if (statement.lang !== language) return introduction;
  const words = statement.direct ? inQuotationMarks(statement.text, language) : statement.text;
  return `${phrases.label({ name: introduction })}${words}`;
}

function changeWords(change: DigestChange, digest: Digest, wording: Wording): string {
  const { nextRound } = digest;
  if (change.kind === "round" && nextRound !== null) {
    const to = attributed(plannedThen(nextRound, wording), nextRound, wording);
    return wording.phrases["change.round"]({ to });
  }
  return itemsIn(changeBlocks({ ...digest, changes: [change] }, wording));
}

/** The items of a list, without its heading and the numbers of its sources. */
const itemsIn = (blocks: readonly Block[]): string =>
  blocks.flatMap((block) => (block.kind === "list" ? block.items.map(wordsIn) : [])).join(" ");

const wordsIn = (spans: readonly Span[]): string =>
  spans.map((span) => ("text" in span ? span.text : "")).join("");
