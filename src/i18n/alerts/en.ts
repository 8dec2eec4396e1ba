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
    `Joining for ${p.party}: ${p.members}`,

  "heading.held": "While it was quiet",
  "held.since": (p: { when: string }) => `What happened since ${p.when}:`,
  "held.back": (p: { phase: string; between: string }) =>
    `Phase: ${p.phase}, as before. In between it was: ${p.between}.`,

  "heading.correction": "Correction",
  "correction.told": (p: { when: string; what: string }) => `On ${p.when} we told: ${p.what}.`,
  "correction.wrong": "That did not hold.",
  "correction.now": (p: { what: string }) => `Now: ${p.what}`,
  "corrected.note": "Corrected: what stands below did not hold.",
  "corrected.before": "What we told before",

  moment: {
    "day-before": "The round is near",
    "hour-before": "The round begins soon",
    start: "The round has begun",
    end: "The round has ended",
  },
  "moment.planned": "A round is planned, but it is not certain",

  "heading.statements": "Latest words",
  "disputes.more": (p: { count: string }) => `(${p.count} more)`,
  "heading.broadcast": "From the people who run this bot",

  "button.why": "Why?",
  "button.status": "Status",
  "button.settings": "Settings",
};

/** Every phrase of alerts and briefings, as each language must give it. */
export type AlertCatalog = typeof en;
