import type { Alert } from "../../digest/alert.ts";
import type { Digest, DigestRound } from "../../digest/digest.ts";
import { localDate } from "../../lib/calendar-date.ts";
import { countdownSpan } from "../digest/beginning.ts";
import { roundLine, whenAndWhere } from "../digest/round.ts";
import { type Block, type Span, strong, text } from "../message.ts";
import type { AlertWording } from "./frame.ts";
import { accordingTo } from "./other-news.ts";

type RoundAlert = Extract<Alert, { kind: "round" }>;

/** What became of the next round, in a line. */
export function roundText(
  { from, to }: RoundAlert,
  digest: Pick<Digest, "at">,
  wording: AlertWording,
): string {
  const { alerts, phrases } = wording;
  if (to === null)
    return from === null
      ? phrases["change.roundGone"]
      : alerts["round.dropped"]({ round: whenAndWhere(digest, from, wording) });
  const round = roundLine(digest, to, wording);
  if (to.status !== "scheduled" && to.status !== from?.status)
    return alerts["round.standing"]({ round, status: phrases["round.status"][to.status] });
  return isMoved(from, to) ? alerts["round.moved"]({ round }) : alerts["round.new"]({ round });
}

/** A slot that was open before and is now known moves nothing. */
const isMoved = (from: DigestRound | null, to: DigestRound): boolean =>
  from !== null &&
  ((from.date !== null && from.date !== to.date) ||
    (from.time !== null && to.time !== null && from.time !== to.time) ||
    (typeof from.venue?.city === "string" && from.venue.city !== to.venue?.city));

/** What became of the next round: what stood before, how sure, how long until then. */
export function roundNewsBlocks(alert: RoundAlert, digest: Digest, wording: AlertWording): Block[] {
  const { from, to } = alert;
  const cited = to?.citations ?? digest.phaseCitations;
  const moved = from !== null && to !== null && isMoved(from, to) ? { from, to } : null;
  // The ladder is of the round as a whole; of what is new only its own sources can speak.
  const who = moved === null ? [] : accordingTo(digest, moved.to.citations, wording);
  const notes = who.map((note) => `${wording.comma}${note}`).join("");
  return [
    {
      kind: "paragraph",
      spans: [
        strong(roundText(alert, digest, wording)),
        text(`${notes} `),
        ...citationsOf(cited, wording),
      ],
    },
    ...(moved === null
      ? []
      : [
          lineBlock([
            text(
              wording.alerts["round.before"]({ round: whenAndWhere(digest, moved.from, wording) }),
            ),
          ]),
        ]),
    ...(to === null ? [] : roundNotes(digest, to, { wording, tellsGround: moved === null })),
  ];
}

/** The next round as it stands, or the one at hand, in a line with its notes; nothing where none is known. */
export function nextRoundBlocks(digest: Digest, wording: AlertWording): Block[] {
  const { nextRound } = digest;
  if (nextRound === null) return [];
  return [
    lineBlock([
      text(`${standingLine(digest, nextRound, wording)} `),
      ...citationsOf(nextRound.citations, wording),
    ]),
    ...roundNotes(digest, nextRound, { wording, tellsGround: true }),
  ];
}

function standingLine(digest: Digest, nextRound: DigestRound, wording: AlertWording): string {
  const { phrases, alerts } = wording;
  const round = roundLine(digest, nextRound, wording);
  const today = localDate(new Date(digest.at), nextRound.timeZone ?? wording.timeZone);
  if (digest.phase === "underway" && nextRound.date === today)
    return alerts["round.current"]({ round });
  if (nextRound.status === "scheduled") return alerts["round.new"]({ round });
  return alerts["round.standing"]({ round, status: phrases["round.status"][nextRound.status] });
}

/** The round that was held last, where it is the one of that day. */
export function heldRoundBlocks(
  digest: Digest,
  date: DigestRound["date"],
  wording: AlertWording,
): Block[] {
  const { lastRound } = digest;
  if (lastRound === null || lastRound.date !== date) return [];
  const held = { ...lastRound, time: null, timeZone: null };
  const round = [whenAndWhere(digest, held, wording), wording.phrases.outcome[lastRound.outcome]];
  const line = wording.alerts["round.current"]({ round: round.join(wording.comma) });
  return [lineBlock([text(`${line} `), ...citationsOf(lastRound.citations, wording)])];
}

/** Manner, confirmation and countdown, as far as they are known. */
function roundNotes(
  digest: Digest,
  round: DigestRound,
  { wording, tellsGround }: { readonly wording: AlertWording; readonly tellsGround: boolean },
): Block[] {
  const { phrases, alerts, semicolon } = wording;
  const mediator = round.mediator === null ? null : wording.actorInSentence(round.mediator);
  const notes = [
    round.format === null ? null : phrases[`format.${round.format}`],
    mediator === null ? null : phrases["round.mediator"]({ who: mediator }),
    tellsGround && round.attributedTo === null ? phrases.confirmation[round.confirmation] : null,
  ].filter((note) => note !== null);
  const manner = notes.join(semicolon);
  const countdown = isOff(round) ? null : countdownSpan(digest, round, wording);
  return [
    ...(manner === ""
      ? []
      : [lineBlock([text(`${manner.charAt(0).toUpperCase()}${manner.slice(1)}.`)])]),
    ...(countdown === null
      ? []
      : [lineBlock([text(phrases.label({ name: alerts["round.begins"] })), countdown])]),
  ];
}

const isOff = ({ status }: DigestRound): boolean =>
  status === "cancelled" || status === "postponed" || status === "held";

const MOST_CITED = 4;

const citationsOf = (cited: readonly number[], wording: AlertWording): Span[] =>
  wording.citations(cited.slice(0, MOST_CITED));

const lineBlock = (spans: readonly Span[]): Block => ({ kind: "paragraph", spans });
