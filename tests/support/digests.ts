import { loadPlaces } from "../../src/config/load-places.ts";
import type {
  Digest,
  DigestEvent,
  DigestSource,
  DigestStatement,
} from "../../src/digest/digest.ts";
import type { Names } from "../../src/messages/digest/wording.ts";
import { iranUs } from "./real-seeds.ts";

/** The names that digests of the Iran–US talks are told with, as shipped. */
export const iranUsNames: Names = { dossier: iranUs, places: loadPlaces("seeds/places.yaml") };

const AT = "2026-02-05T18:00:00.000Z";

/** Before anything was read. */
export const EMPTY_DIGEST: Digest = {
  talks: "iran-us",
  at: AT,
  phase: null,
  phaseSince: null,
  phaseCitations: [],
  confirmation: null,
  phaseAttributedTo: null,
  confidence: 0,
  contested: false,
  nextRound: null,
  lastRound: null,
  delegations: [],
  positions: [],
  events: [],
  disputes: [],
  milestones: [],
  changes: [],
  tension: { now: null, weekAgo: null, series: [] },
  sources: [],
  coverage: {
    articles: 0,
    stories: 0,
    sources: 0,
    byLanguage: { en: 0, ar: 0, fa: 0 },
    bySide: {},
    newest: null,
    feeds: { read: 0, stale: 3, failed: 2 },
  },
};

/** A source of a digest. */
const sourceOf = (n: number, source: Partial<DigestSource> = {}): DigestSource => ({
  n,
  url: `https://news.example/${n}`,
  title: `Headline ${n}`,
  source: `Daily ${n}`,
  lang: "en",
  published: "2026-02-05T12:00:00.000Z",
  tier: "outlet",
  copies: 1,
  evidence: [],
  ...source,
});

/** A statement as a digest quotes it. */
export const quoteOf = (statement: Partial<DigestStatement>): DigestStatement => ({
  speaker: "Abbas Araghchi",
  topic: null,
  stance: "neutral",
  text: "We come in good faith.",
  lang: "en",
  direct: true,
  published: "2026-02-05T12:00:00.000Z",
  citations: [1],
  ...statement,
});

/** An event as a digest tells it. */
export const eventOf = (event: Partial<DigestEvent>): DigestEvent => ({
  type: "MOBILIZE",
  mode: null,
  source: "USA",
  target: "IRN",
  date: null,
  intensity: -5.5,
  modality: "asserted",
  topics: [],
  citations: [1],
  ...event,
});

const SOURCES = [
  sourceOf(1, {
    source: "وكالة الأنباء العمانية",
    lang: "ar",
    tier: "official",
    title: "مسقط تستضيف المحادثات الجمعة",
  }),
  sourceOf(2, {
    source: "Reuters",
    tier: "wire",
    title: "US, Iran confirm Friday talks in Muscat",
    copies: 5,
  }),
  sourceOf(3, {
    source: "ایرنا",
    lang: "fa",
    tier: "official",
    title: "عراقچی: با حسن نیت به مسقط می‌رویم",
  }),
  sourceOf(4, {
    source: "Axios",
    title:
      "How mediators pulled the Muscat meeting back from the brink after a day in which both capitals briefed against each other",
    published: "2026-02-04T21:40:00.000Z",
  }),
  sourceOf(5, {
    source: "القناة 12",
    lang: "ar",
    title: "مسؤول: المحادثات ألغيت",
    published: "2026-02-04T15:10:00.000Z",
  }),
  ...[6, 7, 8, 9, 10, 11, 12, 13, 14].map((n) => sourceOf(n)),
];

/** The eve of a round with something in every part of the digest. */
export const RICH_DIGEST: Digest = {
  ...EMPTY_DIGEST,
  phase: "scheduled",
  phaseSince: "2026-02-04T18:29:00.000Z",
  phaseCitations: [1, 2, 3],
  confirmation: "both-parties",
  confidence: 0.86,
  contested: true,
  nextRound: {
    date: "2026-02-06",
    time: "10:00",
    timeZone: "Asia/Muscat",
    venue: { city: "Muscat", country: "OMN" },
    format: "indirect",
    mediator: "OMN",
    status: "scheduled",
    confirmation: "mediator-or-host",
    attributedTo: null,
    citations: [1, 2],
  },
  lastRound: {
    date: "2025-05-23",
    venue: { city: "Rome", country: "ITA" },
    outcome: "no-agreement",
    citations: [4],
  },
  milestones: [{ since: "twelve-day-war", citations: [2, 4] }],
  delegations: [
    {
      party: "IRN",
      members: [
        { person: "Abbas Araghchi", role: "foreign minister", head: true },
        { person: "سعيد الفلاني", role: null, head: false },
      ],
      citations: [1, 3],
    },
    {
      party: "USA",
      members: [
        { person: "Steve Witkoff", role: "special envoy", head: true },
        { person: "Jared Kushner", role: "presidential envoy", head: false },
      ],
      citations: [2],
    },
  ],
  positions: [
    {
      party: "IRN",
      statements: [
        quoteOf({
          topic: "nuclear-programme",
          stance: "seeks-agreement",
          text: "با حسن نیت به مسقط می‌رویم",
          lang: "fa",
          citations: [3],
        }),
        quoteOf({
          speaker: "Esmail Baghaei",
          topic: "sanctions",
          stance: "demands",
          text: "مطالبنا واضحة و«رفع العقوبات» أولها",
          lang: "ar",
          citations: [1],
        }),
        quoteOf({
          speaker: null,
          topic: null,
          direct: false,
          text: "the delegation would stay in Muscat as long as needed",
          citations: [2],
        }),
      ],
    },
    {
      party: "USA",
      statements: [
        quoteOf({
          speaker: "Karoline Leavitt",
          topic: "venue-and-format",
          stance: "cautious",
          text: `The president said \u201cdiplomacy first\u201d, and ${"that is what the envoys will try in every meeting, ".repeat(6)}until it is done.`,
          citations: [2],
        }),
      ],
    },
    {
      party: "OMN",
      statements: [
        quoteOf({
          speaker: "وزير غير معروف",
          stance: "optimistic",
          text: "نأمل خيراً",
          lang: "ar",
          citations: [1],
        }),
      ],
    },
  ],
  events: [
    eventOf({
      topics: ["nuclear-programme", "missiles", "armed-allies", "military-build-up"],
      date: "2026-01-24",
      citations: [2, 4],
    }),
    eventOf({ type: "SANCTION", intensity: -6, date: "2026-02-03", target: "IRN", citations: [6] }),
    eventOf({
      type: "ACCUSE",
      source: "IRN",
      target: "USA",
      topics: ["sanctions"],
      citations: [3],
    }),
    eventOf({
      type: "ACCUSE",
      source: "IRN",
      target: "ISR",
      topics: ["war-and-attack"],
      citations: [7],
    }),
    eventOf({
      type: "AID",
      source: "QAT",
      target: "XQZ",
      modality: "future",
      topics: ["no-such-topic"],
      citations: [8],
    }),
  ],
  disputes: [
    {
      about: "phase",
      settled: false,
      versions: [
        { value: "scheduled", citations: [1, 2] },
        { value: "cancelled", citations: [5] },
      ],
    },
    {
      about: "date",
      settled: false,
      versions: [
        { value: "2026-02-06", citations: [1] },
        { value: "2026-02-07", citations: [9] },
      ],
    },
    {
      about: "venue",
      settled: true,
      versions: [
        {
          value: "The sides had argued over the place and the format of the meeting.",
          citations: [4],
        },
      ],
    },
    {
      about: "format",
      settled: true,
      versions: [
        {
          value: "The sides had argued over the place and the format of the meeting.",
          citations: [4],
        },
      ],
    },
    {
      about: "agenda",
      settled: false,
      versions: [{ value: "واشنطن تريد بحث الصواريخ وطهران ترفض ذلك", citations: [10] }],
    },
  ],
  changes: [
    { kind: "phase", from: "in-doubt", to: "scheduled", citations: [1, 2, 3] },
    { kind: "round", from: null, to: { date: "2026-02-06" }, citations: [1, 2] },
    {
      kind: "delegation",
      from: { party: "USA", members: [] },
      to: { party: "USA", members: ["Steve Witkoff", "Jared Kushner"] },
      citations: [2],
    },
    {
      kind: "position",
      from: null,
      to: { party: "IRN", speaker: "Abbas Araghchi", topic: null, stance: "seeks-agreement" },
      citations: [3],
    },
    {
      kind: "position",
      from: null,
      to: { party: "IRN", speaker: "Esmail Baghaei", topic: null, stance: "demands" },
      citations: [1],
    },
    {
      kind: "position",
      from: null,
      to: { party: "USA", speaker: "Karoline Leavitt", topic: null, stance: "cautious" },
      citations: [2],
    },
    {
      kind: "event",
      from: null,
      to: { type: "SANCTION", source: "USA", target: "IRN" },
      citations: [6],
    },
  ],
  tension: { now: -4.2, weekAgo: -2.5, series: [] },
  sources: SOURCES,
  coverage: {
    articles: 23,
    stories: 18,
    sources: 14,
    byLanguage: { en: 11, ar: 8, fa: 4 },
    bySide: { IRN: 2, independent: 12 },
    newest: "2026-02-05T17:50:00.000Z",
    feeds: { read: 40, stale: 2, failed: 1 },
  },
};

/** A day given by one leader, whom nobody else has borne out. */
export const ONE_MANS_WORD: Digest = {
  ...EMPTY_DIGEST,
  at: "2026-02-07T06:00:00.000Z",
  phase: "adjourned",
  phaseSince: "2026-02-06T15:00:00.000Z",
  phaseCitations: [1],
  confirmation: "one-party",
  phaseAttributedTo: "Donald Trump",
  confidence: 0.55,
  nextRound: {
    date: "2026-02-11",
    time: null,
    timeZone: null,
    venue: null,
    format: null,
    mediator: null,
    status: "proposed",
    confirmation: "one-party",
    attributedTo: "Donald Trump",
    citations: [1],
  },
  sources: [sourceOf(1, { published: "2026-02-06T15:00:00.000Z" })],
  coverage: {
    ...EMPTY_DIGEST.coverage,
    articles: 1,
    sources: 1,
    byLanguage: { en: 1, ar: 0, fa: 0 },
    bySide: { independent: 1 },
    feeds: { read: 0, stale: 0, failed: 0 },
  },
};

/** A digest in which everything that articles or models write is `words`. */
export function digestSaying(words: string): Digest {
  return {
    ...RICH_DIGEST,
    phaseAttributedTo: words,
    nextRound: {
      ...ONE_MANS_WORD.nextRound!,
      venue: { city: words, country: words },
      attributedTo: words,
      mediator: words,
    },
    lastRound: { ...RICH_DIGEST.lastRound!, venue: { city: words, country: words } },
    delegations: [
      { party: words, members: [{ person: words, role: words, head: true }], citations: [1] },
    ],
    positions: [
      {
        party: "IRN",
        statements: [
          quoteOf({ speaker: words, topic: words, text: words }),
          quoteOf({ text: words, lang: "ar", direct: false }),
        ],
      },
    ],
    events: [eventOf({ source: words, target: words, topics: [words] })],
    disputes: [
      { about: "venue", settled: false, versions: [{ value: words, citations: [1] }] },
      { about: "phase", settled: false, versions: [{ value: words, citations: [1] }] },
    ],
    milestones: [{ since: words, citations: [1] }],
    changes: [
      { kind: "delegation", from: words, to: { party: words, members: [words] }, citations: [1] },
      {
        kind: "position",
        from: words,
        to: { party: words, speaker: words, stance: "neutral" },
        citations: [1],
      },
      { kind: "event", from: words, to: words, citations: [1] },
    ],
    sources: [
      sourceOf(1, { title: words, source: words, url: `https://news.example/${words}` }),
      sourceOf(2, { url: words }),
    ],
  };
}
