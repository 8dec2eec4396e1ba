import type { Span } from "../lib/span.ts";
import type { Extraction } from "./fact.ts";

/** The spans that the facts of an article rest on, each once. */
export function evidenceOf(extraction: Extraction): Span[] {
  const { phase, meetings, delegations, statements, events, disagreements, milestones } =
    extraction;
  const facts = [
    ...(phase === null ? [] : [phase]),
    ...meetings,
    ...delegations,
    ...statements,
    ...events,
    ...disagreements,
    ...milestones,
  ];
  return [...new Map(facts.map(({ evidence }) => [evidence.join(), evidence])).values()];
}
