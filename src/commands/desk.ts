import type { Tier } from "../config/dossier.ts";
import type { WaitingCount } from "../deliveries/outbox.ts";
import type { Digest } from "../digest/digest.ts";
import type { StatementPage, StatementsWanted } from "../digest/find-statements.ts";
import type { Grounds } from "../digest/grounds.ts";
import type { RoundHistory } from "../digest/rounds.ts";
import type { TimelineEntry } from "../digest/timeline.ts";
import type { Language } from "../lib/language.ts";
import type { Names } from "../messages/digest/wording.ts";
import type { ModelFailure } from "../summarize/language-model.ts";

/** What commands ask about one set of talks. */
export type TalksDesk = {
  readonly names: Names;
  /** Where the talks stand, with what changed since an earlier instant, or nothing of changes. */
  digest(now: Date, since: Date | null): Promise<Digest>;
  /** What the phase rests on: whose words, where they were read, and how much they weigh. */
  grounds(now: Date): Promise<Grounds>;
  /** How phase and next round went, oldest first. */
  timeline(from: Date, to: Date): Promise<readonly TimelineEntry[]>;
  /** The rounds, past ones of the last year among them, oldest first. */
  rounds(now: Date): Promise<readonly RoundHistory[]>;
  /** Where the talks stand, with what was said and done that bears on a question. */
  bearing(question: string, language: Language, now: Date): Promise<Digest>;
  /** What was said, newest first. */
  statements(wanted: StatementsWanted): Promise<StatementPage>;
  /** The feeds that are read for these talks. */
  feeds(now: Date): Promise<readonly FeedHealth[]>;
};

/** How one feed does. */
export type FeedHealth = {
  readonly name: string;
  readonly url: string;
  readonly tier: Tier;
  readonly lang: string;
  readonly standing: "fresh" | "quiet" | "failing" | "unread";
  /** Publication of the newest article it gave. */
  readonly newest: Date | null;
  /** Why it fails, for operators. */
  readonly problem: string | null;
};

/** What an operator asks about the whole program. */
export type OperatorDesk = {
  /** Since when this process runs. */
  readonly startedAt: Date;
  articles(): Promise<number>;
  /** What is still to be sent, by platform. */
  waiting(now: Date): Promise<readonly WaitingCount[]>;
  /** How the language model does; null where none is used. */
  model(now: Date): Promise<ModelStanding | null>;
};

/** What a language model was asked, and what came of it. */
export type ModelStanding = {
  /** As its server calls it. */
  readonly name: string;
  /** Given and written on this UTC day, and how many there may be. */
  readonly tokens: number;
  readonly dailyTokens: number;
  /** Of these, kept for briefings. */
  readonly briefingTokens: number;
  /** Of this UTC day, in the money that prices are set in; null where none is set. */
  readonly cost: number | null;
  /** Why it is not asked just now; null where it is. */
  readonly obstacle: ModelFailure | null;
  /** Digests told in its words, and told without, since this process runs. */
  readonly told: number;
  readonly extractive: number;
};
