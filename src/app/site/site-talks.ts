import type { TalksDesk } from "../../commands/desk.ts";
import type { Digest } from "../../digest/digest.ts";
import type { FeedAddress } from "../../feeds/feed-address.ts";
import type { TalksLog } from "../../talks/talks-log.ts";
import type { DeskSource } from "../talks-desk.ts";
import { digestAt, NO_FEEDS } from "../tell.ts";

/** What the site asks about one set of talks. */
export type SiteTalks = {
  readonly desk: TalksDesk;
  /** All that is known now, to tell of earlier instants. */
  readonly past: (now: Date) => Promise<Past>;
  /** The feeds that are read. */
  readonly addresses: () => readonly FeedAddress[];
};

/** Tells of earlier instants. */
export type Past = {
  /** Reports published by an instant; what is told of it stays the same while their number does. */
  countUntil(at: Date): number;
  /** Where the talks stood at an instant, and what had changed since an earlier one. */
  digest(at: Date, since: Date): Digest;
};

/** What the site asks, from a desk and what the desk works with. */
export const siteTalks = (desk: TalksDesk, source: () => DeskSource): SiteTalks => ({
  desk,
  past: async (now) => {
    const { core, log } = source();
    const known = await log(now);
    return {
      countUntil: (at) => countUntil(known, at),
      digest: (at, since) => digestAt(core, known, at, { since, feeds: NO_FEEDS }),
    };
  },
  addresses: () => source().addresses,
});

const countUntil = (log: TalksLog, at: Date): number =>
  log.reports().filter(({ published }) => published <= at).length;
