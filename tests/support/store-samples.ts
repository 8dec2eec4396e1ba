import type { Article, ArticleId } from "../../src/articles/article.ts";
import type { Fetched } from "../../src/articles/article-store.ts";
import type { Digest } from "../../src/digest/digest.ts";
import { evidenceOf } from "../../src/facts/evidence.ts";
import type { Reading } from "../../src/facts/extraction-store.ts";
import type { Extraction } from "../../src/facts/fact.ts";

export const at = (iso: string): Date => new Date(iso);

export const fetchedFrom = (feed: string | null, iso = "2026-02-05T18:05:00Z"): Fetched => ({
  feed,
  at: at(iso),
});

export const sampleId = (n: number | string): ArticleId => `article-${n}` as ArticleId;

export const sampleArticle = (n: number, changes: Partial<Article> = {}): Article => ({
  id: sampleId(String(n).padStart(6, "0")),
  url: `https://news.example/${n}`,
  source: "Example News",
  published: new Date(Date.UTC(2026, 0, 1) + n * 60_000),
  title: `Talks, part ${n}`,
  lang: "en",
  ...changes,
});

export const EMPTY_EXTRACTION: Extraction = {
  relevant: false,
  phase: null,
  meetings: [],
  delegations: [],
  statements: [],
  events: [],
  disagreements: [],
  milestones: [],
};

/** One of everything that an article can assert. */
export const FULL_EXTRACTION: Extraction = {
  relevant: true,
  phase: {
    evidence: [0, 5],
    phase: "scheduled",
    hedged: true,
    passing: false,
    attribution: { kind: "anonymous", actor: "USA" },
  },
  meetings: [
    {
      evidence: [0, 5],
      date: "2026-02-06",
      time: "10:00",
      timeZone: "Asia/Muscat",
      venue: { city: "Muscat", country: "OMN" },
      format: "indirect",
      mediator: "OMN",
      status: "scheduled",
      outcome: null,
      background: false,
      attribution: { kind: "party", actor: "IRN", person: "Abbas Araghchi" },
    },
  ],
  delegations: [
    { evidence: [1, 2], party: "USA", members: [{ person: "Steve Witkoff", head: true }] },
  ],
  statements: [
    {
      evidence: [2, 9],
      speaker: "Esmail Baghaei",
      party: "IRN",
      direct: true,
      topic: "nuclear-programme",
      stance: "seeks-agreement",
      text: "\u0646\u062d\u0646 \u062c\u0627\u062f\u0648\u0646",
    },
  ],
  events: [
    {
      evidence: [3, 4],
      type: "MOBILIZE",
      mode: "troops",
      source: "USA",
      target: "IRN",
      date: null,
      intensity: -6.5,
      modality: "asserted",
      background: false,
      topics: ["missiles"],
    },
  ],
  disagreements: [{ evidence: [0, 1], about: "venue", settled: true }],
  milestones: [{ evidence: [0, 1], kind: "first-since", since: "twelve-day-war" }],
};

/** What the extractor read from a sample article. */
export const sampleReading = (
  n: number,
  extraction: Extraction = FULL_EXTRACTION,
  revision = 1,
): Reading => ({
  articleId: sampleArticle(n).id,
  revision,
  headline: `Talks, part ${n}`,
  extraction,
  quotes: evidenceOf(extraction).map((span) => ({ span, text: "Talks".slice(...span) })),
});

/** A digest with one of everything in it. */
export const sampleDigest = (talks: string, told: string): Digest => ({
  talks,
  at: told,
  phase: "scheduled",
  phaseSince: told,
  phaseCitations: [1],
  confirmation: "both-parties",
  confidence: 0.8,
  contested: false,
  nextRound: {
    date: "2026-02-06",
    time: null,
    timeZone: "Asia/Muscat",
    venue: { city: "Muscat", country: "OMN" },
    format: "indirect",
    mediator: "OMN",
    status: "scheduled",
    confirmation: "one-party",
    attributedTo: "Abbas Araghchi",
    citations: [1, 2],
  },
  lastRound: { date: null, venue: null, outcome: "unknown", citations: [1] },
  delegations: [
    {
      party: "USA",
      members: [{ person: "Steve Witkoff", role: "special envoy", head: true }],
      citations: [1],
    },
  ],
  positions: [
    {
      party: "IRN",
      statements: [
        {
          speaker: null,
          topic: null,
          stance: "denies",
          text: "\u00abno\u00bb",
          lang: "fa",
          direct: false,
          published: told,
          citations: [2],
        },
      ],
    },
  ],
  events: [
    {
      type: "CONSULT",
      mode: null,
      source: "IRN",
      target: "OMN",
      date: "2026-02-05",
      intensity: 2.5,
      modality: "asserted",
      topics: [],
      citations: [1],
    },
  ],
  disputes: [
    { about: "phase", settled: false, versions: [{ value: "cancelled", citations: [2] }] },
  ],
  milestones: [{ since: "twelve-day-war", citations: [1] }],
  changes: [{ kind: "phase", from: null, to: "scheduled", citations: [1] }],
  tension: { now: -3.1, weekAgo: null, series: [{ date: "2026-02-05", value: -3.1 }] },
  sources: [
    {
      n: 1,
      url: "https://news.example/1",
      title: "Talks",
      source: "Example News",
      lang: "en",
      published: told,
      tier: "wire",
      copies: 3,
      evidence: [{ span: [0, 5], text: "Talks" }],
    },
  ],
  coverage: {
    articles: 2,
    stories: 2,
    sources: 1,
    byLanguage: { en: 1, ar: 1, fa: 0 },
    bySide: { independent: 1 },
    newest: told,
    feeds: { read: 4, stale: 1, failed: 0 },
  },
});

/** All that a stream gives, in its order. */
export async function allOf<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}
