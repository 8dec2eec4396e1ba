import { plural } from "../locale.ts";

/** What charts and cards say in English, which the other languages must match. */
export const en = {
  asOf: (p: { when: string; zone: string }) => `As of ${p.when}, ${p.zone}`,
  "heading.current": "The round",
  "heading.calledOff": "Round called off",
  "people.more": (p: { count: number }) =>
    plural("en", p.count, { one: "and # more", other: "and # more" }),
  "sources.none": "No source",
  "sources.one": "One source alone",

  "tension.title": "Tension between the parties",
  "tension.tenser": "more tense",
  "tension.calmer": "calmer",
  "tension.none": "No event between the parties has been reported that a line could be drawn from.",
  "tension.held": "round held",
  "tension.underway": "round under way",
  "tension.expected": "round ahead",
  "tension.doubtful": "round not certain",

  "describe.span": (p: { from: string; to: string }) => `From ${p.from} to ${p.to}.`,
  "describe.last": (p: { level: string; score: string }) => `Last: ${p.level} (${p.score}).`,
  "describe.peak": (p: { when: string; level: string; score: string }) =>
    `Most tense on ${p.when}: ${p.level} (${p.score}).`,
  "describe.calm": (p: { when: string; level: string; score: string }) =>
    `Calmest on ${p.when}: ${p.level} (${p.score}).`,
  "describe.gaps": "There are days without a figure.",
  "describe.rounds": (p: { name: string; days: string }) => `${p.name}: ${p.days}.`,
};

/** Every phrase, as each language must give it. */
export type CardCatalog = typeof en;
