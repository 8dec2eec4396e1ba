import type { Span } from "../lib/span.ts";
import type { Citation, Report } from "../talks/report.ts";
import type { Vote } from "../talks/vote.ts";
import type { Citations, DigestSource } from "./digest.ts";

/** Numbers the sources of a digest in the order in which they are first cited. */
export type Bibliography = {
  /** The numbers of the stories behind some claims, lowest first; at least one claim is given. */
  cite(citations: readonly [Citation, ...Citation[]]): Citations;
  /** Every source cited so far. */
  sources(): readonly DigestSource[];
};

type Entry = { readonly n: number; readonly report: Report; readonly spans: Map<string, Span> };

/** A claim needs no more than these to be checked; the newest are named. */
const MOST_CITED = 3;

/**
 * Starts an empty list of sources. Copies of one report have one number, since they are one source;
 * `copies` tells how many articles carry each story.
 */
export function createBibliography(copies: ReadonlyMap<string, number>): Bibliography {
  const entries = new Map<string, Entry>();

  const numberOf = ({ report, evidence }: Citation): number => {
    const entry = entries.get(report.storyId) ?? {
      n: entries.size + 1,
      report,
      spans: new Map<string, Span>(),
    };
    entries.set(report.storyId, entry);
    if (entry.report === report) entry.spans.set(evidence.join("-"), evidence);
    return entry.n;
  };

  return {
    cite(citations) {
      const [first, ...rest] = newestOfEachStory(citations);
      const [lowest = 1, ...others] = [first, ...rest].map(numberOf).toSorted((a, b) => a - b);
      return [lowest, ...others];
    },
    sources: () =>
      [...entries.values()].map(({ n, report, spans }) => ({
        n,
        url: report.url,
        title: report.title,
        source: report.source.name,
        lang: report.lang,
        published: report.published.toISOString(),
        tier: report.source.tier,
        copies: copies.get(report.storyId) ?? 1,
        evidence: [...spans.values()].map((span) => ({ span, text: report.quote(span) })),
      })),
  };
}

/**
 * The reports that show best what some votes rest on: of each voice the newest, weightiest voices
 * first, so that a step of the confirmation ladder is among what is cited for it.
 */
export function witnesses(votes: readonly Vote<unknown>[]): readonly Citation[] {
  const ranked = votes.toSorted(
    (a, b) =>
      b.weight - a.weight ||
      b.citation.report.published.getTime() - a.citation.report.published.getTime(),
  );
  const first = new Map<string, Citation>();
  for (const { voice, citation } of ranked) if (!first.has(voice)) first.set(voice, citation);
  return [...first.values()].slice(0, MOST_CITED);
}

function newestOfEachStory(
  citations: readonly [Citation, ...Citation[]],
): readonly [Citation, ...Citation[]] {
  const [first, ...rest] = citations.toSorted(
    (a, b) => b.report.published.getTime() - a.report.published.getTime(),
  );
  const stories = new Set([first?.report.storyId]);
  const others = rest.filter(({ report }) => {
    if (stories.has(report.storyId)) return false;
    stories.add(report.storyId);
    return true;
  });
  return [first ?? citations[0], ...others.slice(0, MOST_CITED - 1)];
}
