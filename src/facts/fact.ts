import type { CalendarDate } from "../lib/calendar-date.ts";
import type { Span } from "../lib/span.ts";
import type { Phase } from "./phase.ts";
import type { PloverMode, PloverType } from "./plover.ts";

/** Whether what a sentence tells is news, or something that may be, was, or is not. */
export type Modality = "asserted" | "future" | "hypothetical" | "historical" | "negated";

/**
 * Whose word a claim is, as the article gives it: a text of both parties, a party, the mediator or host,
 * another outlet, unnamed people, or the article's own.
 */
export type Attribution =
  | { readonly kind: "joint" }
  | { readonly kind: "party"; readonly actor: string; readonly person: string | null }
  | { readonly kind: "mediator"; readonly actor: string; readonly person: string | null }
  | { readonly kind: "other-actor"; readonly actor: string; readonly person: string | null }
  | { readonly kind: "outlet"; readonly outlet: string }
  | { readonly kind: "anonymous"; readonly actor: string | null }
  | { readonly kind: "article" };

/** The evidence of a fact: `[start, end)` into the article's text as given. */
type Evidenced = { readonly evidence: Span };

/**
 * Where an article tells slots of a fact that the sentence at `evidence` does not tell; a slot that is
 * not in it is told there.
 */
type Grounded<Slot extends string> = {
  readonly grounds?: { readonly [Name in Slot]?: Span };
};

/** What a meeting is told by; an article may tell each in a sentence of its own. */
export const MEETING_SLOTS = [
  "date",
  "time",
  "venue",
  "format",
  "mediator",
  "status",
  "outcome",
] as const;

/** One of the things that a meeting is told by. */
export type MeetingSlot = (typeof MEETING_SLOTS)[number];

/** A place where the parties meet; the country is an ISO 3166 alpha-3 code. */
export type Venue = { readonly city: string | null; readonly country: string | null };

/** Whether the delegations sit together or a mediator goes between them. */
export type MeetingFormat = "direct" | "indirect";

/** Where one meeting stands. */
export type MeetingStatus =
  | "proposed"
  | "scheduled"
  | "in-doubt"
  | "postponed"
  | "cancelled"
  | "underway"
  | "held";

/** A past, present or coming meeting of the parties. */
export type Meeting = Evidenced &
  Grounded<MeetingSlot> & {
    readonly date: CalendarDate | null;
    /** Local time `HH:MM` in {@link timeZone}. */
    readonly time: string | null;
    readonly timeZone: string | null;
    readonly venue: Venue | null;
    readonly format: MeetingFormat | null;
    readonly mediator: string | null;
    readonly status: MeetingStatus;
    /** How it ended, where the article says so. */
    readonly outcome: Outcome | null;
    /** A meeting of the past told as background, such as last year's rounds. */
    readonly background: boolean;
    readonly attribution: Attribution;
  };

/** How a round ended. */
export type Outcome = "to-resume" | "agreement" | "no-agreement" | "unknown";

/** Who represents a party. */
export type Delegation = Evidenced & {
  readonly party: string;
  readonly members: readonly DelegationMember[];
};

/** One member of a delegation, by canonical English name, or as written where unknown. */
export type DelegationMember = {
  readonly person: string;
  readonly head: boolean;
  /** The sentence that places the person, as head where it tells of one, if not the delegation's own. */
  readonly named?: Span;
};

/** What the speaker does by saying it. */
export const STANCES = [
  "seeks-agreement",
  "optimistic",
  "cautious",
  "demands",
  "rejects",
  "threatens",
  "accuses",
  "concedes",
  "denies",
  "confirms",
  "neutral",
] as const;

/** What the speaker does by saying it. */
export type Stance = (typeof STANCES)[number];

/** Direct or reported speech. */
export type Statement = Evidenced & {
  /** Canonical name of the person or institution, the name as written, or null for an unnamed official. */
  readonly speaker: string | null;
  /** Code of the actor the speaker speaks for. */
  readonly party: string | null;
  readonly direct: boolean;
  /** Id of one of the dossier's topics. */
  readonly topic: string | null;
  readonly stance: Stance;
  /** The words as published, without quotation marks and reporting verb. */
  readonly text: string;
};

/** Something one actor did to another, in PLOVER's terms. */
export type Event = Evidenced &
  Grounded<"date"> & {
    readonly type: PloverType;
    readonly mode: PloverMode | null;
    readonly source: string;
    readonly target: string;
    readonly date: CalendarDate | null;
    /** −10 (conflict) to +10 (cooperation). */
    readonly intensity: number;
    readonly modality: Modality;
    /** Told as history or context rather than as news. */
    readonly background: boolean;
    /** Ids of the dossier's topics that it aims at. */
    readonly topics: readonly string[];
  };

/** What an article asserts about where the talks stand. */
export type PhaseClaim = Evidenced & {
  readonly phase: Phase;
  readonly attribution: Attribution;
  /** Hedged by the article: "reportedly", "sources say", "may". */
  readonly hedged: boolean;
  /** Said in passing by an article whose news is something else: "ahead of Friday's talks". */
  readonly passing: boolean;
};

/** A disagreement that the article tells of, such as over place or format. */
export type Disagreement = Evidenced & {
  readonly about: "venue" | "format" | "agenda" | "date";
  /** The article says that it has been settled. */
  readonly settled: boolean;
};

/** What this meeting is the first of, or since: "the first meeting since the twelve-day war". */
export type Milestone = Evidenced & {
  readonly kind: "first-since";
  /** Id of the dossier's chronology entry. */
  readonly since: string;
};

/** All that one article asserts. */
export type Extraction = {
  readonly relevant: boolean;
  readonly phase: PhaseClaim | null;
  readonly meetings: readonly Meeting[];
  readonly delegations: readonly Delegation[];
  readonly statements: readonly Statement[];
  readonly events: readonly Event[];
  readonly disagreements: readonly Disagreement[];
  readonly milestones: readonly Milestone[];
  /** Names of other outlets that the article names, as one that carries their report does; absent for none. */
  readonly credits?: readonly string[];
};
