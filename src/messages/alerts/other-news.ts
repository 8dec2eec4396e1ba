import type { Alert } from "../../digest/alert.ts";
import type { Digest } from "../../digest/digest.ts";
import { formatNearDay } from "../../i18n/dates.ts";
import { isolateNumber } from "../../i18n/direction.ts";
import { formatNumber, listOf } from "../../i18n/locale.ts";
import { localDate } from "../../lib/calendar-date.ts";
import { deedText } from "../digest/events.ts";
import { type Span, strong, text } from "../message.ts";
import type { AlertWording } from "./frame.ts";

/** Who did what to whom, how grave it is, and who says so. */
export function eventSpans(
  { event }: Extract<Alert, { kind: "event" }>,
  digest: Digest,
  wording: AlertWording,
): Span[] {
  const { alerts, language, timeZone, comma } = wording;
  const deed = deedText({ ...event, targets: [event.target] }, wording);
  const signed = (value: number) =>
    isolateNumber(`\u2212${formatNumber(language, Math.abs(value))}`);
  const today = localDate(new Date(digest.at), timeZone);
  const notes = [
    ...(event.date === null || event.date > today
      ? []
      : [formatNearDay(language, event.date, today)]),
    ...(event.intensity < 0
      ? [alerts["event.score"]({ score: signed(event.intensity), floor: signed(FLOOR) })]
      : []),
    ...accordingTo(digest, event.citations, wording),
  ];
  return [
    strong(alerts["event.new"]({ event: deed })),
    text(`${notes.map((note) => `${comma}${note}`).join("")} `),
    ...wording.citations(event.citations.slice(0, MOST_CITED)),
  ];
}

/** The foot of PLOVER's scale. */
const FLOOR = -10;
const MOST_CITED = 4;

/** Who has joined a delegation, and who says so; null for a party that nobody knows. */
export function delegationSpans(
  { party, joined }: Extract<Alert, { kind: "delegation" }>,
  digest: Digest,
  wording: AlertWording,
): Span[] | null {
  const name = wording.actorInSentence(party);
  const delegation = digest.delegations.find((known) => known.party === party);
  if (name === null || delegation === undefined) return null;
  const members = listOf(wording.language, joined.map(wording.person));
  const cited = newsOf(digest, delegation.citations);
  const who = accordingTo(digest, cited, wording);
  return [
    strong(wording.alerts["delegation.joined"]({ party: name, members })),
    text(`${who.map((note) => `${wording.comma}${note}`).join("")} `),
    ...wording.citations(cited.slice(0, MOST_CITED)),
  ];
}

const NEWS_MS = 12 * 3_600_000;

/** Those who told of a delegation long ago do not tell who has joined it. */
function newsOf({ at, sources }: Digest, citations: readonly number[]): readonly number[] {
  const fresh = citations.filter((n) =>
    sources.some(
      (source) => source.n === n && Date.parse(at) - Date.parse(source.published) <= NEWS_MS,
    ),
  );
  return fresh.length > 0 ? fresh : citations;
}

/** "according to" and the sources' names, as many as a reader takes in. */
export function accordingTo(
  { sources }: Digest,
  citations: readonly number[],
  { alerts, language, person }: AlertWording,
): string[] {
  const names = new Set(
    sources.filter(({ n }) => citations.includes(n)).map(({ source }) => person(source)),
  );
  return names.size === 0
    ? []
    : [alerts.according({ sources: listOf(language, [...names].slice(0, 2)) })];
}
