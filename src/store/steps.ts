import type { Migration } from "kysely/migration";
import { createArticlesAndFeedStates } from "./migrations/0001-articles-and-feed-states.ts";
import { createExtractionsAndDigests } from "./migrations/0002-extractions-and-digests.ts";
import { createChatsAndDeliveries } from "./migrations/0003-chats-and-deliveries.ts";
import { createToldOccasions } from "./migrations/0004-told-occasions.ts";
import { createNarrationsAndModelTokens } from "./migrations/0005-narrations-and-model-tokens.ts";
import { createLeases } from "./migrations/0006-leases.ts";
import { createPrunedArticlesAndToldRounds } from "./migrations/0007-pruned-articles-and-told-rounds.ts";
import { createSharedLimits } from "./migrations/0008-shared-limits.ts";
import { createCompatibleVersions } from "./migrations/0009-compatible-versions.ts";
import { createTotalsOfReadings } from "./migrations/0010-totals-of-readings.ts";
import { createWantedShares } from "./migrations/0011-wanted-shares.ts";

/** A step of the schema. */
export type Step = Pick<Migration, "up"> & {
  /**
   * The newest step of the oldest program that may go on using a schema with this one: the step before, where this
   * one only adds what that program need not know; the step itself, where it breaks every older program.
   */
  readonly compatibleFrom: string;
};

/** Steps by their names, oldest first. */
export type Steps = Readonly<Record<string, Step>>;

/** The step from which a schema tells which older programs may use it; those of before may use no newer one. */
export const TELLS_SINCE = "0009-compatible-versions";

const breaking = (name: string, up: Step["up"]): Steps => ({
  [name]: { up, compatibleFrom: name },
});

/**
 * Every step of the schema. A step that was released is never edited; a new one follows. It adds columns that
 * may be null or have a default, tables and indexes; what it makes superfluous goes one version later.
 */
export const STEPS: Steps = {
  ...breaking("0001-articles-and-feed-states", createArticlesAndFeedStates),
  ...breaking("0002-extractions-and-digests", createExtractionsAndDigests),
  ...breaking("0003-chats-and-deliveries", createChatsAndDeliveries),
  ...breaking("0004-told-occasions", createToldOccasions),
  ...breaking("0005-narrations-and-model-tokens", createNarrationsAndModelTokens),
  ...breaking("0006-leases", createLeases),
  ...breaking("0007-pruned-articles-and-told-rounds", createPrunedArticlesAndToldRounds),
  ...breaking("0008-shared-limits", createSharedLimits),
  ...breaking(TELLS_SINCE, createCompatibleVersions),
  "0010-totals-of-readings": { up: createTotalsOfReadings, compatibleFrom: TELLS_SINCE },
  "0011-wanted-shares": { up: createWantedShares, compatibleFrom: "0010-totals-of-readings" },
};
