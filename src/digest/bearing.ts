import type { Citation, Report } from "../talks/report.ts";
import type { Vote } from "../talks/vote.ts";

/** The votes for one part of a claim, such as its day or its place, each cited at the words that tell it. */
export type Part = readonly Vote<unknown>[];

/** As many voices as show how far a claim is confirmed. */
const MOST_WITNESSES = 3;
/** With so many reports cited, a witness that tells no part of its own is left out. */
const ENOUGH_CITED = 4;
const LADDER_WITNESSES = 2;

/**
 * Few reports that between them tell every part of a claim, each with the words for all parts it tells.
 * First come those of the weightiest voices in `ladder`, so that a step of the confirmation ladder is
 * among them; of each voice the report that tells most parts.
 */
export function bearersOf(
  parts: readonly Part[],
  ladder: readonly Vote<unknown>[] = [],
): readonly Citation[] {
  const shelf = shelve(parts, ladder);
  const missing = new Set(parts.flatMap((part, at) => (part.length > 0 ? [at] : [])));
  const chosen: Shelved[] = [];
  const take = (one: Shelved | undefined): void => {
    if (one === undefined) return;
    chosen.push(one);
    for (const part of one.tells.keys()) missing.delete(part);
  };
  for (const voice of weightiestVoices(ladder))
    take(
      bestOf(
        shelf.filter((one) => one.voices.has(voice) && isOther(one, chosen)),
        missing,
      ),
    );
  while (missing.size > 0) {
    const left = shelf.filter(({ tells }) => [...tells.keys()].some((part) => missing.has(part)));
    take(bestOf(left, missing));
  }
  return withoutSpare(chosen, parts.length).flatMap(({ own, tells }) => [
    ...own,
    ...[...tells.values()].flat(),
  ]);
}

/** A report with what it tells of a claim. */
type Shelved = {
  readonly report: Report;
  /** The weight of its weightiest vote. */
  readonly weight: number;
  /** Whose word it carries for the claim as a whole, and where. */
  readonly voices: ReadonlySet<string>;
  readonly own: readonly Citation[];
  /** Where it tells the parts, by their place among them. */
  readonly tells: ReadonlyMap<number, readonly Citation[]>;
};

function shelve(parts: readonly Part[], ladder: readonly Vote<unknown>[]): readonly Shelved[] {
  const told = parts.flatMap((part, at) => part.map((vote) => ({ vote, at })));
  const all = [...ladder.map((vote) => ({ vote, at: null })), ...told];
  const byReport = Map.groupBy(all, ({ vote }) => vote.citation.report);
  return [...byReport].map(([report, votes]) => {
    const own = votes.filter(({ at }) => at === null).map(({ vote }) => vote);
    const tells = new Map<number, readonly Citation[]>();
    for (const { vote, at } of votes)
      if (at !== null && !tells.has(at)) tells.set(at, [vote.citation]);
    return {
      report,
      weight: Math.max(...votes.map(({ vote }) => vote.weight)),
      voices: new Set(own.map(({ voice }) => voice)),
      own: own.slice(0, 1).map(({ citation }) => citation),
      tells,
    };
  });
}

function weightiestVoices(ladder: readonly Vote<unknown>[]): readonly string[] {
  const ranked = ladder.toSorted((a, b) => b.weight - a.weight || publishedAt(b) - publishedAt(a));
  return [...new Set(ranked.map(({ voice }) => voice))].slice(0, MOST_WITNESSES);
}

const publishedAt = ({ citation }: Vote<unknown>): number => citation.report.published.getTime();

/** Copies of a report are no second witness. */
const isOther = ({ report }: Shelved, chosen: readonly Shelved[]): boolean =>
  chosen.every((one) => one.report.storyId !== report.storyId);

/** A source that is known before one that is not; then what tells most, a copy after its original. */
function bestOf(shelf: readonly Shelved[], missing: ReadonlySet<number>): Shelved | undefined {
  const ranks = ({ report, tells, weight }: Shelved): readonly number[] => [
    Number(report.source.known),
    [...tells.keys()].filter((part) => missing.has(part)).length,
    tells.size,
    Number(report.articleId === report.storyId),
    weight,
    report.published.getTime(),
  ];
  const [best] = shelf
    .map((one) => ({ one, rank: ranks(one) }))
    .toSorted((a, b) => firstDifference(b.rank, a.rank));
  return best?.one;
}

function firstDifference(a: readonly number[], b: readonly number[]): number {
  for (const [at, value] of a.entries()) {
    const apart = value - (b[at] ?? 0);
    if (apart !== 0) return apart;
  }
  return 0;
}

/** Leaves out, of many, witnesses beyond those that the ladder needs whose every part others tell too. */
function withoutSpare(chosen: readonly Shelved[], parts: number): readonly Shelved[] {
  const kept = [...chosen];
  for (let at = LADDER_WITNESSES; at < kept.length && kept.length > ENOUGH_CITED;) {
    const others = kept.filter((_, other) => other !== at);
    const isSpare = Array.from({ length: parts }, (_, part) => part).every(
      (part) => !kept[at]?.tells.has(part) || others.some(({ tells }) => tells.has(part)),
    );
    if (isSpare) kept.splice(at, 1);
    else at += 1;
  }
  return kept;
}
