import type { FeedAddress } from "../feeds/feed-address.ts";
import type { Leases } from "../lib/lease.ts";
import type { Log } from "../lib/log.ts";
import type { HeldLease, LeaseKeeper } from "./lease-keeper.ts";

/** The feeds that are this node's to poll, among all nodes that do. */
export type FeedSlices = {
  /** Whether a feed is this node's. */
  isOurs(feed: FeedAddress): boolean;
  /** Whether its poll may begin now; not once more feeds have come to this node: the next round has them all. */
  mayPoll(feed: FeedAddress): boolean;
  /** To be called between two rounds: what this node has beyond its share goes to others. */
  betweenRounds(): Promise<void>;
  /** Waits, or until this node's feeds change, or until the signal aborts. */
  rest(ms: number, signal: AbortSignal): Promise<void>;
  /** Takes part until the signal aborts. */
  run(signal: AbortSignal): Promise<void>;
};

/** What sharing feeds takes. */
export type FeedSlicesDeps = {
  readonly keeper: LeaseKeeper;
  readonly leases: Leases;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly log: Log;
};

/**
 * Feeds are shared by slices of their hosts, since a host gets one request at a time: few enough that a node
 * renews all of its own in one statement, and enough that ten nodes have about as much to do.
 */
const SLICES = 64;
const SLICE = "ingest/slice/";
const NODE = "ingest/node/";
const BALANCE_EVERY_MS = 2_000;

/** The slice of a host and port: FNV-1a of 32 bits, by Fowler, Noll and Vo, which every node works out alike. */
export function sliceOf(host: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < host.length; at += 1)
    hash = Math.imul(hash ^ host.charCodeAt(at), 0x01000193) >>> 0;
  return hash % SLICES;
}

/** How many slices a node may have, among so many nodes. */
export const shareAmong = (nodes: number): number => Math.ceil(SLICES / Math.max(1, nodes));

const nameOf = (slice: number): string => `${SLICE}${slice}`;

/** Shares feeds with the other nodes; this one has none yet. */
export function createFeedSlices(deps: FeedSlicesDeps): FeedSlices {
  const { keeper, sleep, log } = deps;
  const sharing: Sharing = { ours: new Map(), share: SLICES, hasGained: false };
  let changed = new AbortController();

  const sliceHeld = (host: string): boolean =>
    sharing.ours.get(nameOf(sliceOf(host)))?.isHeld() === true;
  const step = async (): Promise<void> => {
    if (!(await balance(deps, sharing))) return;
    changed.abort();
    changed = new AbortController();
  };

  return {
    isOurs: ({ host }) => sliceHeld(host),
    mayPoll: ({ host }) => !sharing.hasGained && sliceHeld(host),
    async betweenRounds() {
      sharing.hasGained = false;
      const excess = heldOf(sharing).slice(sharing.share);
      for (const { name } of excess) sharing.ours.delete(name);
      if (excess.length === 0) return;
      await keeper.giveBack(excess);
      log.info("feeds left to others", { slices: excess.length, node: keeper.holder });
    },
    rest: (ms, signal) => sleep(ms, AbortSignal.any([signal, changed.signal])),
    async run(signal) {
      while (!signal.aborted) {
        await step().catch((error: unknown) => {
          log.warn("feeds not shared out", { err: error });
        });
        await sleep(BALANCE_EVERY_MS, signal);
      }
    },
  };
}

/** `hasGained` since the last round began. */
type Sharing = { readonly ours: Map<string, HeldLease>; share: number; hasGained: boolean };

const heldOf = ({ ours }: Sharing): HeldLease[] => [...ours.values()].filter((one) => one.isHeld());

/** Takes what is free, up to this node's share; tells whether something is to be done about it. */
async function balance(
  { keeper, leases, log }: FeedSlicesDeps,
  sharing: Sharing,
): Promise<boolean> {
  const node = `${NODE}${keeper.holder}`;
  if (!isKept(keeper, node)) await keeper.take([node]);
  const all = await leases.held("ingest/");
  sharing.share = shareAmong(all.filter(({ name }) => name.startsWith(NODE)).length);
  const mine = heldOf(sharing).length;
  if (mine >= sharing.share) return mine > sharing.share;
  const taken = new Set(all.map(({ name }) => name));
  const free = inOwnOrder(keeper.holder).filter((name) => !taken.has(name));
  const got = await keeper.take(free.slice(0, sharing.share - mine));
  for (const one of got) sharing.ours.set(one.name, one);
  if (got.length === 0) return false;
  sharing.hasGained = true;
  log.info("feeds taken over", { slices: got.length, node: keeper.holder });
  return true;
}

const isKept = (keeper: LeaseKeeper, name: string): boolean =>
  keeper.held().some((one) => one.name === name);

/** Each node begins elsewhere, so that nodes that start together seldom ask for the same. */
function inOwnOrder(holder: string): readonly string[] {
  const start = sliceOf(holder);
  return Array.from({ length: SLICES }, (_, n) => nameOf((start + n) % SLICES));
}
