import type { Tier } from "../config/dossier.ts";
import type { DeliveryCount } from "../deliveries/outbox.ts";
import type { Digest, DigestSource, DigestStatement } from "../digest/digest.ts";
import type { Names } from "../messages/digest/wording.ts";

/** What commands ask about one set of talks. */
export type TalksDesk = {
  readonly names: Names;
  /** Where the talks stand, with what changed since an earlier instant, or nothing of changes. */
  digest(now: Date, since: Date | null): Promise<Digest>;
  /** How phase and next round went, oldest first. */
  timeline(from: Date, to: Date): Promise<readonly TimelineEntry[]>;
  /** What was said, newest first. */
  statements(wanted: StatementsWanted): Promise<StatementPage>;
  /** The feeds that are read for these talks. */
  feeds(now: Date): Promise<readonly FeedHealth[]>;
};

/** An instant at which phase or next round became other than before; both as they stood then. */
export type TimelineEntry = {
  readonly at: Date;
  readonly phase: Digest["phase"];
  readonly nextRound: Digest["nextRound"];
  readonly contested: boolean;
  /** What the change rests on; `nextRound.citations` do not number these. */
  readonly sources: readonly DigestSource[];
};

/** Statements by whom, and with which words in them; null for any. */
export type StatementsWanted = {
  /** Canonical name of a person or institution of the dossier. */
  readonly speaker: string | null;
  readonly words: string | null;
  readonly offset: number;
  readonly limit: number;
};

/** A statement with the party of who made it and the article it is from. */
export type FoundStatement = {
  readonly statement: Omit<DigestStatement, "citations">;
  readonly party: string | null;
  readonly article: { readonly url: string; readonly title: string; readonly source: string };
};

export type StatementPage = {
  readonly statements: readonly FoundStatement[];
  readonly total: number;
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
  deliveries(now: Date): Promise<readonly DeliveryCount[]>;
};
