import { plural } from "./locale.ts";

/** English is the catalogue that the others must match; a missing phrase does not compile. */
export const en = {
  title: (p: { talks: string }) => p.talks,
  nothingKnown: "Nothing has been reported about these talks yet.",

  "heading.changes": "What changed",
  "heading.round": "Next round",
  "heading.lastRound": "Last round",
  "heading.delegations": "Delegations",
  "heading.positions": "What each side says",
  "heading.pressure": "Pressure and events",
  "heading.disputes": "Disputed",
  "heading.tension": "Tension",
  "heading.sources": "Sources",

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
  "phase.line": (p: { phase: string; since: string }) => `${p.phase}, since ${p.since}`,
  contested: "Sources contradict each other on this; see below.",
  "confidence.label": "Confidence",
  "confidence.low": "low",
  "confidence.medium": "medium",
  "confidence.high": "high",
  confirmation: {
    "one-outlet": "one outlet's report, not confirmed by the parties",
    "independent-outlets": "reported by independent outlets",
    "one-party": "stated by one party",
    "both-parties": "stated by both parties",
    "mediator-or-host": "stated by the mediator or host",
    "joint-text": "in a joint text",
  },
  "sources.behind": (p: { count: number }) =>
    plural("en", p.count, {
      one: "One source stands behind this digest.",
      other: "# sources stand behind this digest.",
    }),

  "round.none": "No date is known.",
  "round.time": (p: { clock: string; zone: string }) => `${p.clock} local time (${p.zone})`,
  "round.dateOpen": "date not set",
  "round.attributed": (p: { who: string }) =>
    `Only ${p.who} has given this date so far; nobody else has confirmed it.`,
  "round.mediator": (p: { who: string }) => `Mediator: ${p.who}`,
  "round.milestone": (p: { since: string }) => `The first meeting since ${p.since}`,
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
  "speaker.unnamed": (p: { party: string }) => `Unnamed source (${p.party})`,
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

  "event.line": (p: { source: string; target: string; what: string }) =>
    `${p.source} towards ${p.target}: ${p.what}`,
  "event.aims": (p: { topics: string }) => `concerning ${p.topics}`,
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

  "dispute.about": {
    phase: "Whether the talks go on",
    date: "Date",
    venue: "Place",
    format: "Format",
    agenda: "Agenda",
  },
  "dispute.settled": "was in dispute; reported settled",
  "dispute.open": "in dispute",

  "change.phase": (p: { from: string; to: string }) => `Phase: ${p.from} → ${p.to}`,
  "change.phaseFirst": (p: { to: string }) => `Phase: ${p.to}`,
  "change.round": (p: { to: string }) => `Next round: ${p.to}`,
  "change.roundGone": "Next round: no longer planned",
  "change.delegation": (p: { party: string; members: string }) =>
    `Delegation of ${p.party}: ${p.members}`,
  "change.position": (p: { speaker: string; stance: string }) => `${p.speaker} (${p.stance})`,

  "tension.line": (p: { now: string; weekAgo: string }) =>
    `${p.now} now, ${p.weekAgo} a week ago (−10 conflict to +10 cooperation)`,
  "tension.now": (p: { now: string }) => `${p.now} now (−10 conflict to +10 cooperation)`,

  "coverage.read": (p: { articles: number; sources: string }) =>
    plural("en", p.articles, {
      one: `Read in the last day: # article from ${p.sources}`,
      other: `Read in the last day: # articles from ${p.sources}`,
    }),
  "coverage.sources": (p: { count: number }) =>
    plural("en", p.count, { one: "# source", other: "# sources" }),
  "coverage.none": "Nothing was read in the last day: silence here is not calm.",
  "coverage.feeds": (p: { read: string; stale: string; failed: string }) =>
    `Feeds: ${p.read} read, ${p.stale} stale, ${p.failed} failed`,
  "coverage.languages": { en: "English", ar: "Arabic", fa: "Persian" },
  "coverage.independent": "independent",
  "source.tier": {
    official: "official",
    wire: "news agency",
    outlet: "outlet",
    aggregator: "aggregator",
  },
  "source.copies": (p: { count: number }) =>
    plural("en", p.count, { one: "# copy", other: "carried by # outlets" }),
};

/** Every phrase, as each language must give it. */
export type Catalog = typeof en;
