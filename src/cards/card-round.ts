import type { Confirmation, Digest, DigestRound } from "../digest/digest.ts";
import { awaitsRound, beginningOf } from "../digest/next-round.ts";
import { cardCatalogOf } from "../i18n/cards/catalog.ts";
import { catalogOf } from "../i18n/catalog.ts";
import { formatCountdown } from "../i18n/countdown.ts";
import { formatComingDay, formatDay } from "../i18n/dates.ts";
import { formatRoundHour } from "../i18n/round-hour.ts";
import { localDate } from "../lib/calendar-date.ts";
import type { CardContents, CardReader } from "./card-contents.ts";
import type { CardNames } from "./card-names.ts";
import { roundKind } from "./digest-rounds.ts";

/** What a card says of the next round, or of the last one where none is ahead. */
export type CardRound = {
  readonly heading: string;
  readonly when: string;
  readonly where: string;
  /** How long until it begins, counted from the card's instant; empty where that is not certain. */
  readonly countdown: string;
  /** On whose word it rests, where the phase does not say so already; empty where it does. */
  readonly ground: string;
  /** What a reader must know before planning by it; empty where it is certain. */
  readonly caution: string;
  /** The names among these words, as they stand there: what may be cut where there is no room. */
  readonly names: readonly string[];
};

/** Tells the next round as surely as the digest does; null where there is nothing to tell. */
export function tellRound(
  digest: Digest,
  reader: CardReader,
  names: CardNames,
): CardContents["round"] {
  const phrases = catalogOf(reader.language);
  if (digest.nextRound !== null) return tellNext(digest, digest.nextRound, reader, names);
  if (digest.calledOffRound) return tellCalledOff(digest.calledOffRound, reader, names);
  const isAwaited = awaitsRound(digest.phase);
  const last = digest.lastRound === null ? "" : lastWords(digest.lastRound, reader, names);
  if (!isAwaited && last === "") return null;
  return {
    heading: phrases[isAwaited ? "heading.round" : "heading.lastRound"],
    when: isAwaited ? phrases["round.none"] : last,
    where: isAwaited && last !== "" ? `${names.label(phrases["heading.lastRound"])}${last}` : "",
    countdown: "",
    ground: "",
    caution: "",
    names: namesIn({ venue: digest.lastRound?.venue ?? null, attributedTo: null }, names),
  };
}

/** Which round it was that will not be on its day, or may not. */
function tellCalledOff(
  { date, venue, status }: NonNullable<Digest["calledOffRound"]>,
  { language }: CardReader,
  names: CardNames,
): CardRound {
  const phrases = catalogOf(language);
  const isOff = status === "cancelled";
  return {
    heading: isOff ? cardCatalogOf(language)["heading.calledOff"] : phrases["heading.round"],
    when: formatDay(language, date),
    where: venue === null ? "" : names.venue(venue),
    countdown: "",
    ground: "",
    caution: phrases["round.standing"]({ status: phrases["round.status"][status] }),
    names: namesIn({ venue, attributedTo: null }, names),
  };
}

function tellNext(
  digest: Digest,
  round: DigestRound,
  { language, timeZone }: CardReader,
  names: CardNames,
): CardRound {
  const phrases = catalogOf(language);
  const at = new Date(digest.at);
  const today = localDate(at, round.timeZone ?? timeZone);
  const { zone } = names;
  const hour =
    round.time === null ? "" : formatRoundHour(round.time, round, { language, timeZone, zone });
  const begins = beginningOf(round);
  const isExpected = begins !== null && roundKind(round) === "expected";
  return {
    heading:
      round.status === "underway" || round.status === "held"
        ? cardCatalogOf(language)["heading.current"]
        : phrases["heading.round"],
    when:
      round.date === null
        ? phrases["round.dateOpen"]
        : formatComingDay(language, today, round.date),
    where: joined([round.venue === null ? "" : names.venue(round.venue), hour], names.comma),
    countdown: isExpected ? (formatCountdown(language, at, begins) ?? "") : "",
    ...certaintyOf(digest, round, language, names),
    names: namesIn(round, names),
  };
}

/** A status other than planned, and on whose word the round rests where the phase does not say so. */
function certaintyOf(
  digest: Digest,
  round: DigestRound,
  language: CardReader["language"],
  names: CardNames,
): Pick<CardRound, "ground" | "caution"> {
  const phrases = catalogOf(language);
  const { status, attributedTo, confirmation } = round;
  const standing = phrases["round.standing"]({ status: phrases["round.status"][status] });
  const isSaid = attributedTo === null && confirmation === digest.confirmation;
  const ground = isSaid ? "" : names.ground(round);
  const isLone = attributedTo !== null || LONE.has(confirmation);
  const isSettled = status === "scheduled" || status === "underway" || status === "held";
  return {
    ground: joined(
      [isSettled && status !== "scheduled" ? standing : "", isLone ? "" : ground],
      names.semicolon,
    ),
    caution: joined([isSettled ? "" : standing, isLone ? ground : ""], names.semicolon),
  };
}

const namesIn = (
  { venue, attributedTo }: Pick<DigestRound, "venue" | "attributedTo">,
  { city, person }: CardNames,
): readonly string[] => [
  ...(venue === null || venue.city === null ? [] : [city(venue.city)]),
  ...(attributedTo === null ? [] : [person(attributedTo)]),
];

/** Steps of the ladder on which nobody else bears a claim out. */
const LONE: ReadonlySet<Confirmation> = new Set(["one-outlet", "one-party"]);

const lastWords = (
  { date, venue, outcome }: NonNullable<Digest["lastRound"]>,
  { language }: CardReader,
  names: CardNames,
): string =>
  joined(
    [
      date === null ? "" : formatDay(language, date),
      venue === null ? "" : names.venue(venue),
      catalogOf(language).outcome[outcome],
    ],
    names.comma,
  );

const joined = (parts: readonly string[], by: string): string =>
  parts.filter((part) => part !== "").join(by);
