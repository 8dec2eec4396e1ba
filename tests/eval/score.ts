import type { Language } from "../../src/lib/language.ts";
import { LANGUAGES } from "../../src/lib/language.ts";
import type { Pair } from "./pair.ts";
import { scoreDelegations } from "./scorers/delegations.ts";
import { scoreDuplicates } from "./scorers/duplicates.ts";
import { scoreEvents } from "./scorers/events.ts";
import { MEETING_SLOTS, scoreMeetings } from "./scorers/meetings.ts";
import { scorePhase } from "./scorers/phase.ts";
import { scoreRelevance } from "./scorers/relevance.ts";
import { scoreStatements } from "./scorers/statements.ts";
import { sum, type Tally } from "./tally.ts";

/** Results of every scorer on one set of articles, by the scorer's name. */
export type Report = Readonly<Record<string, Tally>>;

/** Scores predictions against labels. */
export function score(pairs: readonly Pair[], parties: ReadonlySet<string>): Report {
  const slots = Object.fromEntries(
    MEETING_SLOTS.map((slot) => [`meetings.${slot}`, scoreMeetings(pairs, slot)]),
  );
  const meetings = sum(
    ["date", "venue", "format"].flatMap((slot) => slots[`meetings.${slot}`] ?? []),
  );
  return {
    relevance: scoreRelevance(pairs),
    duplicates: scoreDuplicates(pairs),
    // The slots below list the misses.
    meetings: { ...meetings, misses: [] },
    ...slots,
    delegations: scoreDelegations(pairs),
    statements: scoreStatements(pairs),
    events: scoreEvents(pairs, parties),
    phase: scorePhase(pairs),
  };
}

/** Scores each language on its own, and all together. */
export function scoreByLanguage(
  pairs: readonly Pair[],
  parties: ReadonlySet<string>,
): ReadonlyMap<Language | "all", Report> {
  return new Map<Language | "all", Report>([
    ...LANGUAGES.map((lang) => {
      const own = pairs.filter(({ gold }) => gold.lang === lang);
      return [lang, score(own, parties)] as const;
    }),
    ["all", score(pairs, parties)],
  ]);
}
