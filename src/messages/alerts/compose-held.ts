import { type Alert, isSameEvent, isSameRound } from "../../digest/alert.ts";
import type { Digest } from "../../digest/digest.ts";
import { formatNearMoment } from "../../i18n/dates.ts";
import { listOf } from "../../i18n/locale.ts";
import type { Reader } from "../compose-digest.ts";
import type { Names } from "../digest/wording.ts";
import { type Block, type Message, type Span, strong, text } from "../message.ts";
import { type AlertWording, frame } from "./frame.ts";
import { delegationSpans, eventSpans } from "./other-news.ts";
import { contestedBlocks, evidenceBlocks, phaseText } from "./phase-news.ts";
import { nextRoundBlocks, roundText } from "./round-news.ts";

/** What was held back: all its alerts, oldest first, and when the first of them was seen. */
export type HeldAlerts = { readonly since: Date; readonly alerts: readonly Alert[] };

/**
 * Writes what was held back as one message: how the talks stand now against how they stood before the
 * first of it. What was true only in between is told as such.
 */
export const composeHeld = (
  names: Names,
  digest: Digest,
  held: HeldAlerts,
  reader: Reader,
): Message =>
  frame(names, reader, {
    digest,
    tell: (part, wording) => heldBlocks(part, held, wording),
    end: "sources",
  });

function heldBlocks(digest: Digest, { since, alerts }: HeldAlerts, wording: AlertWording): Block[] {
  const { language, timeZone } = wording;
  const when = formatNearMoment(language, since, new Date(digest.at), timeZone);
  const phase = netPhase(digest, alerts, wording);
  const round = netRound(digest, alerts, wording);
  const items = [
    ...(phase === null ? [] : [phase]),
    ...round,
    ...heldEvents(digest, alerts, wording),
    ...heldDelegations(digest, alerts, wording),
  ];
  return [
    { kind: "heading", text: wording.alerts["heading.held"] },
    { kind: "paragraph", spans: [text(wording.alerts["held.since"]({ when }))] },
    ...(items.length === 0 ? [] : [{ kind: "list", items } as const]),
    ...(phase === null
      ? []
      : [
          ...contestedBlocks(digest, wording),
          ...evidenceBlocks(digest, digest.phaseCitations, wording),
        ]),
    ...(round.length === 0 ? nextRoundBlocks(digest, wording) : []),
  ];
}

const ofKind = <K extends Alert["kind"]>(alerts: readonly Alert[], wanted: K) =>
  alerts.filter((alert): alert is Extract<Alert, { kind: K }> => alert.kind === wanted);

function netPhase(digest: Digest, alerts: readonly Alert[], wording: AlertWording): Span[] | null {
  const moves = ofKind(alerts, "phase");
  const [first] = moves;
  const { phase } = digest;
  if (first === undefined || phase === null) return null;
  const label = wording.phrases["phase.label"];
  const between = [...new Set(moves.map(({ to }) => to))].filter(
    (to) => to !== null && to !== phase,
  );
  const line =
    first.from === phase
      ? wording.alerts["held.back"]({
          phase: label[phase],
          between: listOf(
            wording.language,
            between.map((to) => (to === null ? "" : label[to])),
          ),
        })
      : phaseText({ kind: "phase", from: first.from, to: phase }, wording);
  return [strong(line), text(" "), ...cited(digest.phaseCitations, wording)];
}

/** A round that stands as it did before is told with the others below. */
function netRound(digest: Digest, alerts: readonly Alert[], wording: AlertWording): Span[][] {
  const [first] = ofKind(alerts, "round");
  const { nextRound } = digest;
  if (first === undefined || nextRound === null || isSameRound(first.from, nextRound)) return [];
  const line = roundText({ kind: "round", from: first.from, to: nextRound }, digest, wording);
  return [[strong(line), text(" "), ...cited(nextRound.citations, wording)]];
}

/** Events are told with today's sources: what no longer stands is left out. */
const heldEvents = (digest: Digest, alerts: readonly Alert[], wording: AlertWording): Span[][] =>
  digest.events
    .filter((event) => ofKind(alerts, "event").some((alert) => isSameEvent(alert.event, event)))
    .map((event) => eventSpans({ kind: "event", event }, digest, wording));

const heldDelegations = (
  digest: Digest,
  alerts: readonly Alert[],
  wording: AlertWording,
): Span[][] =>
  digest.delegations.flatMap(({ party, members }): Span[][] => {
    const told = new Set(
      ofKind(alerts, "delegation")
        .filter((alert) => alert.party === party)
        .flatMap((alert) => alert.joined),
    );
    const joined = members.map(({ person }) => person).filter((person) => told.has(person));
    if (joined.length === 0) return [];
    const spans = delegationSpans({ kind: "delegation", party, joined }, digest, wording);
    return spans === null ? [] : [spans];
  });

const MOST_CITED = 4;

const cited = (numbers: readonly number[], wording: AlertWording): Span[] =>
  wording.citations(numbers.slice(0, MOST_CITED));
