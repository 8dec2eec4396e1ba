import type { Attribution, Meeting } from "../facts/fact.ts";
import type { Report } from "./report.ts";
import type { RoundState } from "./rounds/round-state.ts";
import type { Vote } from "./vote.ts";

/**
 * Who speaks, as the talks know them: a state that hosts or mediates the rounds decides on them with
 * the parties, also where the article that carries its word does not say that it does.
 */
export function hostWord(
  attribution: Attribution,
  { extraction }: Report,
  { dated }: RoundState,
): Attribution {
  if (attribution.kind !== "other-actor") return attribution;
  const { actor, person } = attribution;
  const known = [...dated.values()].flat().map(({ value }: Vote<Meeting>) => value);
  const told = extraction.meetings.filter(({ background }) => !background);
  const isHost = [...known, ...told].some(
    ({ venue, mediator }) => venue?.country === actor || mediator === actor,
  );
  return isHost ? { kind: "mediator", actor, person } : attribution;
}
