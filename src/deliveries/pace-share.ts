import type { Window } from "../platform/pace.ts";
import type { ShareAsked } from "./pace-book.ts";
import { MARGIN } from "./send-windows.ts";

/** A share lasts this long unless it is renewed, which a node does each second. */
export const SHARE_MS = 10_000;

/** One node's share as it is written down; instants by the clock of the store. */
export type HeldShare = {
  readonly node: string;
  /** The most that the node may have sent within the last window. */
  readonly messages: number;
  /** As many as it has use for; null of a program that does not say so, and may use all. */
  readonly wanted: number | null;
  readonly endsAtMs: number;
};

/** What one node may send, what it may once others gave way, and what is to be written down for it. */
export type GrantedShare = {
  readonly messages: number;
  readonly fair: number;
  readonly held: number;
};

/**
 * Whether a share still counts: what was sent at its very end is in the window for as long as that is. One that
 * ends later than any could was written before the clock was set back.
 */
export const stillCounts = ({ endsAtMs }: HeldShare, { ms }: Window, nowMs: number): boolean =>
  endsAtMs + ms * MARGIN > nowMs && endsAtMs <= nowMs + 2 * SHARE_MS;

/** Who asks, for what, and when by the clock of the store. */
export type ShareRequest = ShareAsked & {
  readonly node: string;
  readonly overall: Window;
  readonly nowMs: number;
};

/**
 * The share of a node among those that others hold. A share grows only into what nobody holds, so that all
 * together never exceed the window.
 */
export function grantShare(others: readonly HeldShare[], request: ShareRequest): GrantedShare {
  const { overall, held, nowMs } = request;
  const counted = others.filter((one) => stillCounts(one, overall, nowMs));
  const there = counted.filter(({ endsAtMs }) => endsAtMs > nowMs);
  const fair = fairShare([...there, request], request);
  const free = overall.messages - counted.reduce((sum, { messages }) => sum + messages, 0);
  const messages = Math.max(0, Math.min(fair, free));
  return { messages, fair, held: Math.max(messages, held) };
}

/**
 * Who wants little has it, and the others get equal shares of what is left (max-min fairness), the first of
 * them what does not divide.
 */
function fairShare(
  all: readonly Pick<HeldShare, "node" | "wanted">[],
  { node, overall }: ShareRequest,
): number {
  const wants = all
    .map((one) => ({ node: one.node, wanted: one.wanted ?? overall.messages }))
    .toSorted((a, b) => a.wanted - b.wanted || (a.node < b.node ? -1 : 1));
  let left = overall.messages;
  for (const [place, one] of wants.entries()) {
    const share = Math.min(one.wanted, Math.ceil(left / (wants.length - place)));
    if (one.node === node) return share;
    left -= share;
  }
  return 0;
}
