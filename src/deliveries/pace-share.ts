import type { Window } from "../platform/pace.ts";
import { MARGIN } from "./send-windows.ts";

/** A share lasts this long unless it is renewed, which a node does each second. */
export const SHARE_MS = 10_000;

/** One node's share as it is written down; instants by the clock of the store. */
export type HeldShare = {
  readonly node: string;
  /** The most that the node may have sent within the last window. */
  readonly messages: number;
  readonly endsAtMs: number;
};

/** What one node may send, and what is to be written down for it. */
export type GrantedShare = { readonly messages: number; readonly held: number };

/**
 * Whether a share still counts: what was sent at its very end is in the window for as long as that is. One that
 * ends later than any could was written before the clock was set back.
 */
export const stillCounts = ({ endsAtMs }: HeldShare, { ms }: Window, nowMs: number): boolean =>
  endsAtMs + ms * MARGIN > nowMs && endsAtMs <= nowMs + 2 * SHARE_MS;

/**
 * The share of a node among those that others hold. All who are there get equal ones, the first of them what
 * is left over; a share grows only into what nobody holds, so that all together never exceed the window.
 */
export function grantShare(
  others: readonly HeldShare[],
  node: string,
  { overall, held, nowMs }: { overall: Window; held: number; nowMs: number },
): GrantedShare {
  const counted = others.filter((one) => stillCounts(one, overall, nowMs));
  const there = counted.filter(({ endsAtMs }) => endsAtMs > nowMs).map((one) => one.node);
  const place = there.filter((other) => other < node).length;
  const nodes = there.length + 1;
  const fair = Math.floor(overall.messages / nodes) + (place < overall.messages % nodes ? 1 : 0);
  const free = overall.messages - counted.reduce((sum, { messages }) => sum + messages, 0);
  const messages = Math.max(0, Math.min(fair, free));
  return { messages, held: Math.max(messages, held) };
}
