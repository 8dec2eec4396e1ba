import type { Disagreement, Event, Milestone, Statement } from "../facts/fact.ts";
import type { Language } from "../lib/language.ts";
import type { MemberClaim } from "./delegations.ts";
import { NO_PHASE, type PhaseState } from "./phase-fold.ts";
import type { Chain, Recent } from "./recent.ts";
import type { Citation } from "./report.ts";
import { NO_ROUNDS, type RoundState } from "./rounds/round-state.ts";
import type { Deeds } from "./tension.ts";
import type { Vote } from "./vote.ts";

/** A fact with where it was read. */
export type Cited<T> = { readonly value: T; readonly citation: Citation };

/** What was read in a stretch of time. */
export type ReadingRecord = {
  readonly published: Date;
  readonly story: string;
  readonly source: string;
  readonly side: string | null;
  readonly lang: Language;
};

/**
 * All that the facts so far say of the talks, bounded in size: the fold's state. Adding a report costs
 * by that report.
 */
export type TalksState = {
  readonly phase: PhaseState;
  readonly rounds: RoundState;
  readonly members: Recent<Vote<MemberClaim>>;
  readonly statements: Recent<Cited<Statement>>;
  readonly events: Recent<Cited<Event>>;
  readonly deeds: Deeds;
  readonly disagreements: Recent<Cited<Disagreement>>;
  readonly milestones: Recent<Cited<Milestone>>;
  readonly read: Chain<ReadingRecord>;
  /** Publication of the newest report about the talks; null where none is known. */
  readonly newestReport: Date | null;
  /** When we last learnt of a report about the talks: what is known is the same for as long as this is. */
  readonly learntAt: Date | null;
};

/** The state before any report. */
export const NOTHING_KNOWN: TalksState = {
  phase: NO_PHASE,
  rounds: NO_ROUNDS,
  members: [],
  statements: [],
  events: [],
  deeds: [],
  disagreements: [],
  milestones: [],
  read: null,
  newestReport: null,
  learntAt: null,
};
