import type { Tier } from "../config/dossier.ts";
import type {
  Disagreement,
  MeetingFormat,
  MeetingStatus,
  Modality,
  Outcome,
  Stance,
  Venue,
} from "../facts/fact.ts";
import type { Phase } from "../facts/phase.ts";
import type { PloverMode, PloverType } from "../facts/plover.ts";
import type { CalendarDate } from "../lib/calendar-date.ts";
import type { Language } from "../lib/language.ts";
import type { Span } from "../lib/span.ts";
import type { Narration } from "./narration.ts";

/** Numbers of the sources that bear a claim out, as in {@link Digest.sources}; never empty. */
export type Citations = readonly [number, ...number[]];

/** How far a claim has been confirmed, lowest first. */
export const LADDER = [
  "one-outlet",
  "independent-outlets",
  "one-party",
  "both-parties",
  "mediator-or-host",
  "joint-text",
] as const;

/** A step of the confirmation ladder. */
export type Confirmation = (typeof LADDER)[number];

/** A round as a digest tells it. */
export type DigestRound = {
  readonly date: CalendarDate | null;
  readonly time: string | null;
  readonly timeZone: string | null;
  readonly venue: Venue | null;
  readonly format: MeetingFormat | null;
  readonly mediator: string | null;
  readonly status: MeetingStatus;
  readonly confirmation: Confirmation;
  /** Who alone announced it, while no second step of the ladder is reached. */
  readonly attributedTo: string | null;
  readonly citations: Citations;
};

/** What someone said, as a digest quotes it. */
export type DigestStatement = {
  readonly speaker: string | null;
  readonly topic: string | null;
  readonly stance: Stance;
  /** As published, in its own language. */
  readonly text: string;
  readonly lang: Language;
  readonly direct: boolean;
  readonly published: string;
  readonly citations: Citations;
};

/** One event as a digest tells it. */
export type DigestEvent = {
  readonly type: PloverType;
  readonly mode: PloverMode | null;
  readonly source: string;
  readonly target: string;
  readonly date: CalendarDate | null;
  readonly intensity: number;
  readonly modality: Modality;
  readonly topics: readonly string[];
  readonly citations: Citations;
};

/** Versions of one thing that sources contradict each other on, or that the parties argued over. */
export type DigestDispute = {
  readonly about: "phase" | Disagreement["about"];
  /** Told as over: the parties settled it. */
  readonly settled: boolean;
  readonly versions: readonly { readonly value: string; readonly citations: Citations }[];
};

/** What differs from the previous digest, weightiest first. */
export type DigestChange = {
  readonly kind: "phase" | "round" | "delegation" | "position" | "event";
  readonly from: unknown;
  readonly to: unknown;
  readonly citations: Citations;
};

/** A source that a digest cites. */
export type DigestSource = {
  /** Counts from 1. */
  readonly n: number;
  readonly url: string;
  readonly title: string;
  readonly source: string;
  readonly lang: Language;
  readonly published: string;
  readonly tier: Tier;
  /** Articles that carry this same report; it counts as one source all the same. */
  readonly copies: number;
  /** The sentences cited: ranges into the article's text as given. */
  readonly evidence: readonly { readonly span: Span; readonly text: string }[];
};

/** What was read to write a digest, so that silence is not taken for calm. */
export type Coverage = {
  readonly articles: number;
  readonly stories: number;
  readonly sources: number;
  readonly byLanguage: Readonly<Record<Language, number>>;
  /** Sources by the actor whose side they speak for; `independent` for the rest. */
  readonly bySide: Readonly<Record<string, number>>;
  /** Instant of the newest article read within a day, ISO 8601, or null when nothing was read. */
  readonly newest: string | null;
  /**
   * Instant of the newest report about the talks, however old, ISO 8601; null when none was ever read;
   * absent in digests that were kept before it was told.
   */
  readonly newestReport?: string | null;
  /** Instant at which a report about the talks last came to us, ISO 8601: what is known does not change without it. */
  readonly learntAt?: string | null;
  readonly feeds: { readonly read: number; readonly stale: number; readonly failed: number };
};

/** Tension: recency-weighted mean intensity between the parties, −10 to +10. */
export type Tension = {
  readonly now: number | null;
  readonly weekAgo: number | null;
  readonly series: readonly { readonly date: CalendarDate; readonly value: number }[];
  /** The days of the rounds that took place since the series begins, oldest first. */
  readonly rounds?: readonly CalendarDate[];
};

/** What was so on earlier days, as it stood then. */
export type DigestPast = {
  /** Phases that the talks came into, each with the day on which that was reported. */
  readonly phases: readonly ({ readonly date: CalendarDate; readonly citations: Citations } & Pick<
    Digest,
    "phase" | "contested" | "confirmation" | "phaseAttributedTo"
  >)[];
  /** Rounds that took place. */
  readonly rounds: readonly NonNullable<Digest["lastRound"]>[];
};

/** An assessment written for a reader: claims with citations, of no language and no platform. */
export type Digest = {
  readonly talks: string;
  readonly at: string;
  /** Null before anything has been heard of the talks. */
  readonly phase: Phase | null;
  readonly phaseSince: string | null;
  readonly phaseCitations: readonly number[];
  readonly confirmation: Confirmation | null;
  /** Who alone says where the talks stand, while no second step of the ladder is reached. */
  readonly phaseAttributedTo?: string | null;
  /** 0 to 1. */
  readonly confidence: number;
  readonly contested: boolean;
  readonly nextRound: DigestRound | null;
  readonly lastRound: {
    readonly date: CalendarDate | null;
    readonly venue: Venue | null;
    readonly outcome: Outcome;
    readonly citations: Citations;
  } | null;
  /** The round still called scheduled though its day has passed with no report of whether it was held. */
  readonly unreportedRound?: {
    readonly date: CalendarDate;
    readonly citations: Citations;
  } | null;
  /** The round that was to come when talks were called off, put off or thrown into doubt, where none is ahead. */
  readonly calledOffRound?: {
    readonly date: CalendarDate;
    readonly venue: Venue | null;
    readonly status: "cancelled" | "postponed" | "in-doubt";
    readonly citations: Citations;
  } | null;
  readonly delegations: readonly {
    readonly party: string;
    readonly members: readonly {
      readonly person: string;
      /** English role from the dossier, or null for people it does not know. */
      readonly role: string | null;
      readonly head: boolean;
    }[];
    readonly citations: Citations;
  }[];
  readonly positions: readonly {
    readonly party: string;
    readonly statements: readonly DigestStatement[];
  }[];
  readonly events: readonly DigestEvent[];
  readonly disputes: readonly DigestDispute[];
  /** What the coming round is the first of or since. */
  readonly milestones: readonly { readonly since: string; readonly citations: Citations }[];
  readonly changes: readonly DigestChange[];
  readonly tension: Tension;
  readonly sources: readonly DigestSource[];
  /** Of the days that somebody asks about; absent where nobody does. */
  readonly past?: DigestPast;
  readonly coverage: Coverage;
  /** What a language model wrote of it in one language; absent where none is used, or was not in time. */
  readonly narration?: Narration | null;
};
