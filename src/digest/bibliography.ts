import { contains, type Span } from "../lib/span.ts";
import type { Citation, Report } from "../talks/report.ts";
import type { Vote } from "../talks/vote.ts";
import type { Citations, DigestSource } from "./digest.ts";

/** Numbers the sources of a digest in the order in which they are first cited. */
export type Bibliography = {
  /**
   * The numbers of the reports behind a claim, lowest first, all of them; at least one is given. The words
   * cited stand among the evidence of their report.
   */
  cite(citations: readonly [Citation, ...Citation[]]): Citations;
  /** Every source cited so far. */
  sources(): readonly DigestSource[];
};

type Entry = { readonly n: number; readonly report: Report; readonly spans: Span[] };

/** A claim needs no more than these to be checked; the newest are named. */
const MOST_CITED = 3;

/**
 * Starts an empty list of sources. Copies of one report have one number, since they are one source, as
 * far as they say the same; `copies` tells how many articles carry each story.
 */
export function createBibliography(copies: ReadonlyMap<string, number>): Bibliography {
  const entries: Entry[] = [];

  const entryOf = ({ report, evidence }: Citation): Entry => {
    const known =
      entries.find((entry) => entry.report.articleId === report.articleId) ??
      entries.find(
        (entry) => entry.report.storyId === report.storyId && says(entry, report, evidence),
      );
    const entry = known ?? { n: entries.length + 1, report, spans: [] };
    if (known === undefined) entries.push(entry);
    if (entry.report.articleId === report.articleId) entry.spans.push(evidence);
    return entry;
  };

  return {
    cite(citations) {
      const numbers = new Set(citations.map((citation) => entryOf(citation).n));
      const [lowest = 1, ...others] = [...numbers].toSorted((a, b) => a - b);
      return [lowest, ...others];
    },
    sources: () =>
      entries.map(({ n, report, spans }) => ({
        n,
        url: report.url,
        title: report.title,
        source: report.source.name,
        lang: report.lang,
        published: report.published.toISOString(),
        tier: report.source.tier,
        copies: copies.get(report.storyId) ?? 1,
        evidence: eachOnce(spans.map((span) => ({ span, text: report.quote(span) }))),
      })),
  };
}

const says = ({ report: own, spans }: Entry, other: Report, evidence: Span): boolean =>
  spans.some((span) => own.quote(span) === other.quote(evidence));

/** Passages in the order given; one that says nothing beyond another is left out. */
export function eachOnce(passages: DigestSource["evidence"]): DigestSource["evidence"] {
  const texts = new Set<string>();
  return passages.filter(({ span, text }, at) => {
    const isPart = passages.some((other, place) =>
      isSame(other.span, span) ? place < at : contains(other.span, span),
    );
    if (isPart || texts.has(text)) return false;
    texts.add(text);
    return true;
  });
}

const isSame = (a: Span, b: Span): boolean => a[0] === b[0] && a[1] === b[1];

/**
 * The reports that show best what some votes rest on: of each voice the newest, weightiest voices
 * first, so that a step of the confirmation ladder is among what is cited for it.
 */
export function witnesses(votes: readonly Vote<unknown>[]): readonly Citation[] {
  const originals = new Set(votes.map(({ citation }) => citation.report.articleId));
  const own = votes.filter(
    ({ citation }) => !isCopy(citation) || !originals.has(citation.report.storyId),
  );
  const ranked = own.toSorted(
    (a, b) =>
      b.weight - a.weight ||
      b.citation.report.published.getTime() - a.citation.report.published.getTime(),
  );
  const first = new Map<string, Citation>();
  for (const { voice, citation } of ranked) if (!first.has(voice)) first.set(voice, citation);
  return [...first.values()].slice(0, MOST_CITED);
}

/** The newest reports among some, one of each story and its original where it is there; few. */
export function newestFew(citations: readonly Citation[]): readonly Citation[] {
  const originalFirst = citations.toSorted(
    (a, b) =>
      Number(isCopy(a)) - Number(isCopy(b)) ||
      b.report.published.getTime() - a.report.published.getTime(),
  );
  const stories = new Map<string, Citation>();
  for (const one of originalFirst)
    if (!stories.has(one.report.storyId)) stories.set(one.report.storyId, one);
  return [...stories.values()]
    .toSorted((a, b) => b.report.published.getTime() - a.report.published.getTime())
    .slice(0, MOST_CITED);
}

const isCopy = ({ report }: Citation): boolean => report.articleId !== report.storyId;
