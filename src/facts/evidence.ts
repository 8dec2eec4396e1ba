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
  const grounds = [...meetings, ...events].flatMap((fact) => Object.values(fact.grounds ?? {}));
  const named = delegations.flatMap(({ members }) =>
    members.flatMap(({ named: span }) => (span === undefined ? [] : [span])),
  );
  const spans = [...facts.map(({ evidence }) => evidence), ...grounds, ...named];
  return [...new Map(spans.map((span) => [span.join(), span])).values()];
}
