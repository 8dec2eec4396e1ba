import type { Dossier } from "../config/dossier.ts";
import type { Attribution } from "../facts/fact.ts";
import type { Phase } from "../facts/phase.ts";
import type { Assessment } from "../talks/assessment.ts";
import { support, type Vote } from "../talks/vote.ts";
import { createBibliography } from "./bibliography.ts";
import { type ConfirmationReading, readConfirmation } from "./confirmation.ts";
import type { DigestSource } from "./digest.ts";

/** What a phase rests on: the phase that stands first, then the rivals that sources still claim. */
export type Grounds = { readonly versions: readonly PhaseVersion[] };

/** One phase with the words for it, weightiest first. */
export type PhaseVersion = ConfirmationReading & {
  readonly phase: Phase;
  /** When the words for it had become enough; null for a rival. */
  readonly since: Date | null;
  /** How well its voices together support it, 0 to 1. */
  readonly support: number;
  /** Voices that say so; those of one owner or one official are one. */
  readonly voices: number;
  readonly words: readonly PhaseWord[];
};

/** A voice's weightiest words for a phase, where they were read. */
export type PhaseWord = {
  /** Its evidence is the words alone. */
  readonly source: DigestSource;
  readonly attribution: Attribution;
  /** 0 to 1. */
  readonly weight: number;
};

/** As many voices as a reader will check. */
const MOST_WORDS = 5;

/** Tells what the phase rests on; nothing before anything was heard. */
export function groundsOf({ phase, copies }: Assessment, dossier: Dossier): Grounds {
  const { current, rivals } = phase;
  if (current === null) return { versions: [] };
  const claimed = [
    { phase: current.phase, since: current.since, votes: current.votes },
    ...rivals.map((rival) => ({ phase: rival.phase, since: null, votes: rival.votes })),
  ];
  let told = 0;
  const versions = claimed.map(({ votes, ...version }) => {
    const best = weightiest(votes);
    const words = best.slice(0, MOST_WORDS).map((vote) => wordOf(vote, ++told, copies));
    return {
      ...version,
      ...readConfirmation(votes, dossier),
      support: support(votes),
      voices: best.length,
      words,
    };
  });
  return { versions };
}

/** Of each voice the weightiest vote, of equal ones the newest. */
function weightiest(votes: readonly Vote<Phase>[]): readonly Vote<Phase>[] {
  const ranked = votes.toSorted((a, b) => b.weight - a.weight || publishedAt(b) - publishedAt(a));
  const first = new Map<string, Vote<Phase>>();
  for (const vote of ranked) if (!first.has(vote.voice)) first.set(vote.voice, vote);
  return [...first.values()];
}

const publishedAt = ({ citation }: Vote<Phase>): number => citation.report.published.getTime();

function wordOf(
  { citation, attribution, weight }: Vote<Phase>,
  n: number,
  copies: ReadonlyMap<string, number>,
): PhaseWord {
  const sources = createBibliography(copies);
  sources.cite([citation]);
  const [source] = sources.sources();
  if (source === undefined) throw new Error("A vote without a source reached the grounds.");
  return { source: { ...source, n }, attribution, weight };
}
