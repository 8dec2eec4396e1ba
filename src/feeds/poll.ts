import { createHash } from "node:crypto";
import type { Random } from "../lib/backoff.ts";
import type { Clock } from "../lib/clock.ts";
import type { HttpAnswer, HttpGet, ResponseFacts } from "../lib/http-answer.ts";
import type { FeedAddress } from "./feed-address.ts";
import { counted, type FeedCursor } from "./feed-state.ts";
import { afterFailureMs, afterLaterMs, afterSuccessMs } from "./next-poll.ts";

/** A feed's new document. */
export type FreshDocument = Extract<HttpAnswer, { kind: "fresh" }>;

/** What became of a document. */
export type FeedReading =
  | {
      readonly kind: "read";
      readonly items: number;
      readonly skipped: number;
      /** Publication of the newest item; null for a document without items. */
      readonly newestItemAt: Date | null;
      /** See `FeedCursor`. */
      readonly usualGapMs: number | null;
      readonly ttlMs: number | null;
    }
  | { readonly kind: "failed"; readonly reason: string; readonly detail: string };

/**
 * Reads a feed's document and keeps its articles. It must have kept them when it gives its reading:
 * only then are the validators remembered, so that a crash repeats a document and never loses one.
 */
export type ReadDocument = (feed: FeedAddress, document: FreshDocument) => Promise<FeedReading>;

/** What a poll needs. */
export type PollDeps = {
  readonly get: HttpGet;
  readonly read: ReadDocument;
  readonly clock: Clock;
  readonly random: Random;
};

/** What one poll came to. */
export type PollResult =
  | { readonly kind: "fresh"; readonly items: number; readonly skipped: number }
  | { readonly kind: "unchanged" }
  | { readonly kind: "later"; readonly ms: number }
  | { readonly kind: "failed"; readonly reason: string; readonly detail: string };

/** A poll's result, and the feed's state after it. */
export type Polled = { readonly result: PollResult; readonly cursor: FeedCursor };

/** What feeds are asked for, the likeliest first. */
const ACCEPT =
  "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5";

/** Polls one feed once. Expected failures are results; it throws what `read` throws. */
export async function pollFeed(
  deps: PollDeps,
  feed: FeedAddress,
  cursor: FeedCursor,
  signal: AbortSignal,
): Promise<Polled> {
  const { etag, lastModified } = cursor;
  const url = cursor.movedTo ?? feed.address;
  const answer = await deps.get({ url, accept: ACCEPT, etag, lastModified }, signal);
  switch (answer.kind) {
    case "fresh":
      return readFresh(deps, feed, cursor, answer);
    case "unchanged":
      return unchanged(deps, feed, cursor, answer);
    case "later":
      return later(deps, feed, cursor, answer.ms);
    case "failed":
      if (answer.reason === "stopped") return { result: answer, cursor };
      return failedPoll(deps, feed, cursor, answer);
  }
}

async function readFresh(
  deps: PollDeps,
  feed: FeedAddress,
  cursor: FeedCursor,
  document: FreshDocument,
): Promise<Polled> {
  const documentHash = createHash("sha256").update(document.body).digest("base64url");
  if (documentHash === cursor.documentHash) return unchanged(deps, feed, cursor, document);
  const reading = await deps.read(feed, document);
  if (reading.kind === "failed") return failedPoll(deps, feed, cursor, reading);
  const { items, skipped, newestItemAt, usualGapMs, ttlMs } = reading;
  const waitMs = afterSuccessMs(paceOf(deps, feed), { maxAgeMs: document.maxAgeMs, ttlMs });
  const counts = counted(cursor, "fresh");
  return {
    result: { kind: "fresh", items, skipped },
    cursor: {
      ...succeeded(deps, cursor, document, waitMs),
      etag: document.etag,
      lastModified: document.lastModified,
      documentHash,
      lastItemAt: latest(cursor.lastItemAt, newestItemAt),
      usualGapMs: usualGapMs ?? cursor.usualGapMs,
      items,
      counts: { ...counts, skipped: counts.skipped + skipped },
    },
  };
}

function unchanged(
  deps: PollDeps,
  feed: FeedAddress,
  cursor: FeedCursor,
  facts: ResponseFacts,
): Polled {
  const waitMs = afterSuccessMs(paceOf(deps, feed), { maxAgeMs: facts.maxAgeMs, ttlMs: null });
  return {
    result: { kind: "unchanged" },
    cursor: {
      ...succeeded(deps, cursor, facts, waitMs),
      etag: facts.etag ?? cursor.etag,
      lastModified: facts.lastModified ?? cursor.lastModified,
      counts: counted(cursor, "unchanged"),
    },
  };
}

function succeeded(
  deps: PollDeps,
  cursor: FeedCursor,
  facts: ResponseFacts,
  waitMs: number,
): FeedCursor {
  return {
    ...waiting(deps, cursor, waitMs),
    movedTo: facts.movedTo ?? cursor.movedTo,
    lastSuccessAt: deps.clock.now(),
    failures: 0,
    lastFailure: null,
  };
}

function later(
  deps: PollDeps,
  feed: FeedAddress,
  cursor: FeedCursor,
  askedMs: number | null,
): Polled {
  const failures = cursor.failures + 1;
  const ms = afterLaterMs(paceOf(deps, feed), askedMs, failures);
  const counts = counted(cursor, "later");
  return {
    result: { kind: "later", ms },
    cursor: { ...waiting(deps, cursor, ms), failures, lastFailure: "asked-to-wait", counts },
  };
}

/** A failure that says the remembered new address is wrong; the listed one is asked again. */
const FORGET_MOVE: ReadonlySet<string> = new Set([
  "not-found",
  "gone",
  "name-not-found",
  "address-refused",
]);

/** The state after a failed poll, and the failure as its result. */
export function failedPoll(
  deps: Pick<PollDeps, "clock" | "random">,
  feed: FeedAddress,
  cursor: FeedCursor,
  { reason, detail }: { readonly reason: string; readonly detail: string },
): Polled {
  const failures = cursor.failures + 1;
  const movedTo = FORGET_MOVE.has(reason) ? null : cursor.movedTo;
  return {
    result: { kind: "failed", reason, detail },
    cursor: {
      ...waiting(deps, cursor, afterFailureMs(paceOf(deps, feed), failures)),
      movedTo,
      failures,
      lastFailure: reason,
      counts: counted(cursor, "failed"),
    },
  };
}

function waiting({ clock }: Pick<PollDeps, "clock">, cursor: FeedCursor, ms: number): FeedCursor {
  const now = clock.now();
  return { ...cursor, lastPollAt: now, nextPollAt: new Date(now.getTime() + ms) };
}

const paceOf = ({ random }: Pick<PollDeps, "random">, { pollEveryMs }: FeedAddress) => ({
  pollEveryMs,
  random,
});

const latest = (one: Date | null, other: Date | null): Date | null =>
  one !== null && (other === null || one > other) ? one : other;
