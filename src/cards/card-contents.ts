import { type ConfidenceLevel, confidenceLevel } from "../digest/confidence-level.ts";
import type { Digest, Tension } from "../digest/digest.ts";
import { newestReportOf } from "../digest/newest-report.ts";
import type { Phase } from "../facts/phase.ts";
import { alertCatalogOf } from "../i18n/alerts/catalog.ts";
import { cardCatalogOf } from "../i18n/cards/catalog.ts";
import { catalogOf } from "../i18n/catalog.ts";
import { formatDay, formatMoment } from "../i18n/dates.ts";
import type { Names } from "../i18n/names.ts";
import { standingUnknown } from "../i18n/standing-unknown.ts";
import type { Language } from "../lib/language.ts";
import { createCardNames, type CardNames } from "./card-names.ts";
import { type CardRound, tellRound } from "./card-round.ts";
import type { ChartRound } from "./chart-days.ts";
import { digestRounds } from "./digest-rounds.ts";
import { shortLine } from "./svg-text.ts";

/** Who looks at a card: in which language, and in which IANA zone instants are told. */
export type CardReader = { readonly language: Language; readonly timeZone: string };

/** All that a card says, in the reader's language; it survives JSON. */
export type CardContents = {
  readonly language: Language;
  readonly talks: string;
  readonly asOf: string;
  readonly phase: string;
  readonly status: CardStatus | null;
  readonly round: CardRound | null;
  /** Who sits at the table for each side, those who lead first: "Iran: " and "Abbas Araghchi". */
  readonly delegations: readonly CardDelegation[];
  readonly delegationsHeading: string;
  readonly series: Tension["series"];
  readonly rounds: readonly ChartRound[];
  readonly sources: string;
  /** Whether all of it rests on one source, or on none. */
  readonly isThin: boolean;
  /** Why silence is not calm, where nothing was read. */
  readonly unread: string | null;
};

/** One side and its people. */
export type CardDelegation = { readonly party: string; readonly people: readonly string[] };

/** How firmly the phase stands. */
export type CardStatus = {
  readonly since: string;
  readonly level: ConfidenceLevel;
  readonly confidence: string;
  /** How the phase is coloured: `warning` where the talks stopped, or may. */
  readonly tone: "bright" | "plain" | "warning";
  /** Whether one outlet, or one person, alone says so. */
  readonly isLone: boolean;
  /** That nobody told of a round whose day has passed; null where there is none. */
  readonly unreported: string | null;
  /** What sources contradict each other on; null where they do not. */
  readonly dispute: string | null;
};

/** Writes what a card of a digest says, no more surely than the digest does. */
export function tellCard(names: Names, digest: Digest, reader: CardReader): CardContents {
  const { language, timeZone } = reader;
  const phrases = catalogOf(language);
  const told = createCardNames(names, reader);
  const at = new Date(digest.at);
  return {
    language,
    talks: shortLine(phrases.title({ talks: names.dossier.names[language] })),
    asOf: cardCatalogOf(language).asOf({
      when: formatMoment(language, at, timeZone),
      zone: told.zone(timeZone, at),
    }),
    phase: phaseOf(digest, reader),
    status: statusOf(digest, reader, told),
    round: tellRound(digest, reader, told),
    delegations: digest.delegations
      .slice(0, MOST_DELEGATIONS)
      .map((one) => delegationOf(one, told)),
    delegationsHeading: phrases["heading.delegations"],
    series: digest.tension.series,
    rounds: digestRounds(digest),
    sources: sourcesOf(digest, language),
    isThin: digest.sources.length < 2,
    unread: digest.coverage.articles === 0 ? phrases["coverage.none"] : null,
  };
}

const MOST_DELEGATIONS = 4;

/** No card warns by colour of talks that ended; nor does it cheer them for it. */
const TONES: Readonly<Partial<Record<Phase, CardStatus["tone"]>>> = {
  "in-doubt": "warning",
  postponed: "warning",
  cancelled: "warning",
  suspended: "warning",
  collapsed: "warning",
  "concluded-without-agreement": "plain",
};

function phaseOf(digest: Digest, { language, timeZone }: CardReader): string {
  if (digest.phase !== null) return catalogOf(language)["phase.label"][digest.phase];
  const heard = { newest: newestReportOf(digest), now: new Date(digest.at), timeZone };
  return standingUnknown(language, heard);
}

function statusOf(digest: Digest, reader: CardReader, told: CardNames): CardStatus | null {
  const { language, timeZone } = reader;
  const { phase, phaseSince, confidence, confirmation, phaseAttributedTo = null } = digest;
  if (phase === null || phaseSince === null) return null;
  const phrases = catalogOf(language);
  const level = confidenceLevel(confidence);
  const label = phrases.label({ name: phrases["confidence.label"] });
  const ground =
    confirmation === null ? [] : [told.ground({ confirmation, attributedTo: phaseAttributedTo })];
  const words = [phrases[`confidence.${level}`], ...ground].join(told.semicolon);
  const when = formatMoment(language, new Date(phaseSince), timeZone);
  return {
    since: alertCatalogOf(language).since({ when }),
    level,
    confidence: `${label}${words}.`,
    unreported: unreportedOf(digest, language),
    tone: TONES[phase] ?? "bright",
    isLone: phaseAttributedTo !== null || confirmation === null || confirmation === "one-outlet",
    dispute: digest.contested ? disputeOf(digest, language, told) : null,
  };
}

function unreportedOf({ unreportedRound }: Digest, language: Language): string | null {
  if (unreportedRound === null || unreportedRound === undefined) return null;
  const date = formatDay(language, unreportedRound.date);
  return catalogOf(language)["round.unreported"]({ date });
}

/** The versions of where the talks stand; where none are told, that they differ. */
function disputeOf({ disputes }: Digest, language: Language, told: CardNames): string {
  const phrases = catalogOf(language);
  const open = disputes.find(({ about, settled }) => about === "phase" && !settled);
  const versions = (open?.versions ?? []).flatMap(({ value }) => {
    const label = Object.entries(phrases["phase.label"]).find(([phase]) => phase === value)?.[1];
    return label === undefined ? [] : [label];
  });
  if (versions.length < 2) return alertCatalogOf(language).contested;
  const about = phrases["dispute.about"].phase;
  return `${phrases["dispute.versions"]({ about })}${versions.join(told.semicolon)}`;
}

function delegationOf(
  { party, members }: Digest["delegations"][number],
  told: CardNames,
): CardDelegation {
  const leadersFirst = members.toSorted((a, b) => Number(b.head) - Number(a.head));
  return {
    party: told.label(told.actor(party)),
    people: leadersFirst.map(({ person }) => told.person(person)),
  };
}

function sourcesOf({ sources: { length: count } }: Digest, language: Language): string {
  const words = cardCatalogOf(language);
  if (count === 0) return words["sources.none"];
  if (count === 1) return words["sources.one"];
  return catalogOf(language)["coverage.sources"]({ count });
}
