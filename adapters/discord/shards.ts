import { Routes } from "discord.js";
import { z } from "zod";
import { backoffMs } from "../../src/lib/backoff.ts";
import type { Log } from "../../src/lib/log.ts";
import type { ConnectionSharing, OwnConnection } from "../../src/platform/connection-sharing.ts";
import type { TellHearing } from "../../src/platform/hearing.ts";
import { createCommonHearing } from "./common-hearing.ts";
import { reasonOf } from "./outcome.ts";
import type { DiscordRest } from "./rest.ts";
import type { OwnShard } from "./session.ts";
import type { Sleep } from "./within.ts";

/** What sharing shards among nodes needs. */
export type SharingShardsDeps = {
  readonly sharing: ConnectionSharing;
  readonly patientRest: DiscordRest;
  readonly log: Log;
  readonly sleep: Sleep;
  readonly tell: TellHearing;
};

/** What listening to one shard needs beside what all need. */
export type ShardDeps = {
  readonly shard: OwnShard;
  readonly isOurs: () => boolean;
  readonly tell: TellHearing;
};

/**
 * One of each remainder may identify within five seconds; a little more, since what follows a permission takes
 * its time. https://docs.discord.com/developers/events/gateway#sharding-max-concurrency
 */
const IDENTIFY_EVERY_MS = 5_500;

const BACKOFF = { firstMs: 2_000, longestMs: 300_000 };

const GatewayBot = z.object({
  shards: z.int().min(1),
  session_start_limit: z.object({ max_concurrency: z.int().min(1) }),
});

/** Listens to the shards that come to this node, each by a client of its own, until the signal aborts. */
export async function listenToShards(
  deps: SharingShardsDeps,
  listen: (part: ShardDeps, signal: AbortSignal) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  const gateway = await askGateway(deps, signal);
  if (gateway === null) return;
  const hearing = createCommonHearing(deps.tell);
  const { max_concurrency: keys } = gateway.session_start_limit;
  const listenTo = async ({ number, count, signal: own, isOurs }: OwnConnection): Promise<void> => {
    const mayIdentify = (stop: AbortSignal) =>
      deps.sharing.turn(number % keys, IDENTIFY_EVERY_MS, AbortSignal.any([own, stop]));
    deps.log.info("listening to a part of Discord", { shard: number, of: count });
    const tell = hearing.of(number);
    await listen({ shard: { number, count, mayIdentify }, isOurs, tell }, own);
    hearing.leave(number);
  };
  const plan = {
    count: gateway.shards,
    work: listenTo,
    onChange: (here: number) => hearing.expect(here),
  };
  await deps.sharing.run(plan, signal);
}

/** How many shards Discord recommends, and how many may identify at once; null once the signal aborts. */
async function askGateway(
  { patientRest, log, sleep, tell }: SharingShardsDeps,
  signal: AbortSignal,
): Promise<z.output<typeof GatewayBot> | null> {
  for (let failures = 1; !signal.aborted; failures += 1) {
    try {
      return GatewayBot.parse(await patientRest.ready().get(Routes.gatewayBot(), { signal }));
    } catch (error) {
      const reason = reasonOf(error);
      const retryInMs = backoffMs(failures, BACKOFF, Math.random);
      log.warn("not listening to Discord", { reason, retryInMs });
      tell({ kind: "lost", reason, advice: "Check that this machine reaches Discord." });
      await sleep(retryInMs, signal);
    }
  }
  return null;
}
