import { isolateNumber } from "./direction.ts";
import { plural } from "./locale.ts";

/** Names made of common nouns: the United States, the European Union, but Iran. */
const TAKES_ARTICLE =
  /^(?:United|European|International)\b|\b(?:States|Emirates|Kingdom|Union|Nations|Agency|Republic)$/;

/** English is the catalogue that the others must match; a missing phrase does not compile. */
export const en = {
  title: (p: { talks: string }) => p.talks,
  nothingKnown: "No report about these talks has been read yet.",
  nothingRecent: (p: { when: string }) =>
    `Nothing has been read about these talks lately; the last report is of ${p.when}.`,
  phaseUnknown: "No recent report says where the talks stand.",

  "heading.changes": "What changed",
  "heading.round": "Next round",
  "heading.lastRound": "Last round",
  "heading.delegations": "Delegations",
  "heading.positions": "What each side says",
  "heading.pressure": "Pressure and events",
  "heading.disputes": "Disputed",
  "heading.sources": "Sources",
  label: (p: { name: string }) => `${p.name}: `,
  "zone.city": (p: { city: string }) => `${p.city} time`,
  "actor.unknown": "a party not identified",
  "actor.inSentence": (name: string) => (TAKES_ARTICLE.test(name) ? `the ${name}` : name),

  "phase.label": {
    rumoured: "Rumoured",
    proposed: "Proposed",
    "agreed-in-principle": "Agreed in principle",
    scheduled: "Scheduled",
    "in-doubt": "In doubt",
    postponed: "Postponed",
    cancelled: "Cancelled",
    underway: "Under way",
    adjourned: "Adjourned, to resume",
    "concluded-with-agreement": "Concluded with an agreement",
    "concluded-without-agreement": "Concluded without an agreement",
    suspended: "Suspended",
    collapsed: "Collapsed",
  },
  "phase.line": (p: { phase: string; since: string }) =>
    `Phase: ${p.phase} (reported since ${p.since})`,
  contested: "Sources contradict each other on this; see \u201cDisputed\u201d below.",
  "confidence.label": "Confidence",
  "confidence.low": "low",
  "confidence.medium": "medium",
  "confidence.high": "high",
  confirmation: {
    "one-outlet": "reported by one outlet alone",
    "independent-outlets": "reported by independent outlets",
    "one-party": "stated by one party",
    "both-parties": "stated by both parties",
    "mediator-or-host": "stated by the mediator or host",
    "joint-text": "in a joint text",
  },
  "confirmation.alone": (p: { who: string }) => `on the word of ${p.who} alone`,
  "sources.behind": (p: { count: number }) =>
    plural("en", p.count, {
      one: "One source alone stands behind this digest.",
      other: "# sources stand behind this digest.",
    }),

  "round.none": "No date is known.",
  "round.time": (p: { clock: string }) => `${p.clock} local time`,
  "round.timeForReader": (p: { clock: string; zone: string }) => ` (${p.clock} ${p.zone})`,
  "round.timeOpen": (p: { clock: string }) => `${p.clock} (time zone not stated)`,
  "round.dateOpen": "date not set",
  "round.attributed": (p: { round: string; who: string }) =>
    `${p.round}, on the word of ${p.who} alone; nobody else has confirmed it`,
  "round.unreported": (p: { date: string }) =>
    `Nothing has been reported on whether the round of ${p.date} was held.`,
  "round.confirmation": (p: { ground: string }) => `Confirmation: ${p.ground}`,
  "round.mediator": (p: { who: string }) => `mediator: ${p.who}`,
  "round.milestone": (p: { since: string }) => `The first meeting since ${p.since}`,
  "round.standing": (p: { status: string }) => `Status: ${p.status}`,
  "round.status": {
    proposed: "proposed",
    scheduled: "scheduled",
    "in-doubt": "in doubt",
    postponed: "postponed",
    cancelled: "cancelled",
    underway: "under way",
    held: "held",
  },
  "format.direct": "direct talks",
  "format.indirect": "indirect talks",
  outcome: {
    "to-resume": "to be resumed",
    agreement: "ended with an agreement",
    "no-agreement": "ended without an agreement",
    unknown: "outcome not reported",
  },

  "delegation.head": "head of delegation",
  "speaker.unnamed": "Unnamed source",
  "statement.about": (p: { speaker: string; topic: string }) => `${p.speaker} on ${p.topic}`,
  "statement.reported": "reported speech",
  "statement.original": { en: "in English", ar: "in Arabic", fa: "in Persian" },
  stance: {
    "seeks-agreement": "seeks agreement",
    optimistic: "hopeful",
    cautious: "cautious",
    demands: "demands",
    rejects: "rejects",
    threatens: "threatens",
    accuses: "accuses",
    concedes: "concedes",
    denies: "denies",
    confirms: "confirms",
    neutral: "states",
  },

  "event.line": (p: { source: string; what: string }) => `${p.source}: ${p.what}`,
  "event.aims": (p: { topics: string }) => `aimed at: ${p.topics}`,
  "event.about": (p: { topics: string }) => `concerning: ${p.topics}`,
  "event.modality": {
    asserted: null,
    future: "announced, not yet done",
    hypothetical: "only raised as a possibility",
    historical: "in the past",
    negated: "denied",
  },
  event: {
    AGREE: "agreement to meet or cooperate",
    CONSULT: "meeting",
    SUPPORT: "diplomatic support",
    CONCEDE: "concession",
    COOPERATE: "cooperation",
    AID: "aid",
    RETREAT: "pull-back",
    REQUEST: "demand",
    ACCUSE: "accusation",
    REJECT: "rejection",
    THREATEN: "threat",
    PROTEST: "protest",
    SANCTION: "sanctions",
    MOBILIZE: "military build-up",
    COERCE: "coercion",
    ASSAULT: "attack",
  },
  "event.towards": {
    AGREE: (target: string) => `agreement with ${target} to meet or cooperate`,
    CONSULT: (target: string) => `meeting with ${target}`,
    SUPPORT: (target: string) => `diplomatic support for ${target}`,
    CONCEDE: (target: string) => `concession to ${target}`,
    COOPERATE: (target: string) => `cooperation with ${target}`,
    AID: (target: string) => `aid to ${target}`,
    RETREAT: (target: string) => `pull-back towards ${target}`,
    REQUEST: (target: string) => `demand on ${target}`,
    ACCUSE: (target: string) => `accusation against ${target}`,
    REJECT: (target: string) => `rebuff to ${target}`,
    THREATEN: (target: string) => `threat to ${target}`,
    PROTEST: (target: string) => `protest against ${target}`,
    SANCTION: (target: string) => `sanctions on ${target}`,
    MOBILIZE: (target: string) => `military build-up against ${target}`,
    COERCE: (target: string) => `coercive measures against ${target}`,
    ASSAULT: (target: string) => `attack on ${target}`,
  },

  "dispute.about": {
    phase: "whether the talks go on",
    date: "the date",
    venue: "the place",
    format: "the format",
    agenda: "the agenda",
  },
  "dispute.settled": (p: { about: string }) => `${p.about} had been in dispute; reported settled`,
  "dispute.open": (p: { about: string }) => `The parties disagree over ${p.about}`,
  "dispute.versions": (p: { about: string }) => `Sources differ on ${p.about}: `,

  "change.phase": (p: { from: string; to: string }) => `Phase: ${p.to} (was: ${p.from})`,
  "change.phaseFirst": (p: { to: string }) => `Phase: ${p.to}`,
  "change.round": (p: { to: string }) => `Next round: ${p.to}`,
  "change.roundGone": "Next round: no longer planned",
  "change.roundHeld": (p: { when: string }) => `Round held: ${p.when}`,
  "change.delegation": (p: { party: string; members: string }) =>
    `Delegation of ${p.party}: ${p.members}`,
  "change.statements": "New statements",
  "change.event": (p: { event: string }) => `New event \u2013 ${p.event}`,

  "tension.level": {
    low: "low",
    moderate: "moderate",
    high: "high",
    "very-high": "very high",
  },
  "tension.trend": {
    rising: "and rising",
    easing: "and easing",
    steady: "and steady",
  },
  "tension.line": (p: { state: string; now: string; weekAgo: string | null }) =>
    `Tension between the parties: ${p.state} (score ${p.now}${p.weekAgo === null ? "" : `, a week ago ${p.weekAgo}`}; ${isolateNumber("\u221210")} is open conflict, ${isolateNumber("+10")} full cooperation)`,

  "narration.translation": "Translation",
  "narration.note": (p: { model: string }) =>
    `The summary sentences and translations were written by a language model (${p.model}). Each sentence was checked by rule against the sources it cites; where it matters, go by the source.`,

  "coverage.read": (p: { articles: string; sources: string }) =>
    `Read in the last 24 hours: ${p.articles} from ${p.sources}.`,
  "coverage.articles": (p: { count: number }) =>
    plural("en", p.count, { one: "# article", other: "# articles" }),
  "coverage.sources": (p: { count: number }) =>
    plural("en", p.count, { one: "# source", other: "# sources" }),
  "coverage.none": "Nothing was read in the last 24 hours: silence here is not calm.",
  "coverage.feeds": (p: { read: string; stale: string; failed: string }) =>
    `Feeds: ${p.read} read, ${p.stale} stale, ${p.failed} failed.`,
  "coverage.languages": { en: "English", ar: "Arabic", fa: "Persian" },
  "coverage.independent": "independent",
  "source.tier": {
    official: "official",
    wire: "agency",
    outlet: "outlet",
    aggregator: "aggregator",
  },
  "source.copies": (p: { count: number }) =>
    plural("en", p.count, { one: "in # outlet", other: "in # outlets" }),
  "sources.more": (p: { count: number }) =>
    plural("en", p.count, { one: "and # more source", other: "and # more sources" }),
};

/** Every phrase, as each language must give it. */
export type Catalog = typeof en;
