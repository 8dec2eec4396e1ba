import { Routes } from "discord.js";
import { z } from "zod";
import type { Log } from "../../src/lib/log.ts";
import type { Address } from "../../src/platform/address.ts";
import { reasonOf } from "./outcome.ts";
import type { DiscordRest } from "./rest.ts";

/** Publishes a message of an announcement channel to those who follow it; nothing elsewhere. Never rejects. */
export type Crosspost = (to: Address, messageId: string) => Promise<void>;

const ANNOUNCEMENT = 5;
const Channel = z.object({ type: z.int() });

/** Channels whose type is remembered; a channel may be made one for announcements at any time. */
const MOST_REMEMBERED = 10_000;
const REMEMBERED_MS = 6 * 3_600_000;

/** Both requests together; the delivery itself is done. */
const TIMEOUT_MS = 3_000;

/**
 * Crossposts at best effort: Discord allows ten an hour in a channel and more are not tried again. A
 * channel's type is asked once and remembered for some hours.
 */
export function createCrosspost(rest: DiscordRest, log: Log, now: () => Date): Crosspost {
  const types = new Map<string, { readonly type: number; readonly until: number }>();
  const typeOf = async (channel: string, signal: AbortSignal): Promise<number> => {
    const known = types.get(channel);
    if (known !== undefined && known.until > now().getTime()) return known.type;
    const answer = await rest.ready().get(Routes.channel(channel), { signal });
    const { type } = Channel.parse(answer);
    if (types.size >= MOST_REMEMBERED) types.clear();
    types.set(channel, { type, until: now().getTime() + REMEMBERED_MS });
    return type;
  };
  return async ({ channel, thread }, messageId) => {
    if (thread !== null) return;
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    try {
      if ((await typeOf(channel, signal)) !== ANNOUNCEMENT) return;
      await rest.ready().post(Routes.channelMessageCrosspost(channel, messageId), { signal });
    } catch (error) {
      log.info("a message was not published to followers", { channel, reason: reasonOf(error) });
    }
  };
}
