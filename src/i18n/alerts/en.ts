import { plural } from "../locale.ts";

/** What alerts, corrections and briefings say in English, which the other languages must match. */
export const en = {
  contested: "Sources contradict each other on this.",
  since: (p: { when: string }) => `Reported since ${p.when}.`,
  according: (p: { sources: string }) => `according to ${p.sources}`,

  "round.new": (p: { round: string }) => `Next round: ${p.round}`,
  "round.current": (p: { round: string }) => `The round: ${p.round}`,
  "round.moved": (p: { round: string }) => `Round moved: ${p.round}`,
  "round.before": (p: { round: string }) => `Before: ${p.round}`,
  "round.standing": (p: { round: string; status: string }) =>
    `Next round (${p.status}): ${p.round}`,
  "round.dropped": (p: { round: string }) => `No longer planned: ${p.round}`,
  "round.begins": "Begins",
  "round.hourOpen": "The hour has not been announced.",
  "round.doubtful": (p: { status: string }) => `This round is not certain. Status: ${p.status}.`,

  "event.new": (p: { event: string }) => `New event \u2013 ${p.event}`,
  "event.score": (p: { score: string; floor: string }) =>
    `intensity ${p.score} (worst: ${p.floor})`,
  "delegation.joined": (p: { party: string; members: string }) =>
    `Joining the delegation of ${p.party}: ${p.members}`,

  "heading.held": "During quiet hours",
  "held.since": (p: { when: string }) => `What has happened since ${p.when}:`,
  "held.back": (p: { phase: string; between: string }) =>
    `Phase: ${p.phase}, as before. In between it was: ${p.between}.`,

  "heading.correction": "Correction",
  "correction.told": (p: { when: string; what: string }) => `On ${p.when} we reported: ${p.what}.`,
  "correction.wrong": "That proved wrong.",
  "correction.now": (p: { what: string }) => `Now: ${p.what}`,
  "corrected.note": "Correction: what follows proved wrong.",
  "corrected.before": "What we reported",

  moment: {
    "day-before": "The next round is near",
    "hour-before": "The round begins soon",
    start: "The round has begun",
    end: "The round has ended",
  },
  "moment.planned": "A round is planned, but it is not certain",

  "heading.statements": "Latest statements",
  "disputes.more": (p: { count: number }) =>
    plural("en", p.count, { one: "(# more)", other: "(# more)" }),
  "heading.broadcast": "From the people who run this bot",

  "button.why": "Why?",
  "button.status": "Status",
  "button.settings": "Settings",
};

/** Every phrase of alerts and briefings, as each language must give it. */
export type AlertCatalog = typeof en;
