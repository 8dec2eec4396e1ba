import { z } from "zod";
import type { Address } from "../../src/platform/address.ts";
import type { ChatChange } from "../../src/platform/conversation.ts";

/** What we know of servers before an event changes it. */
export type KnownServers = {
  /** Whether the gateway is past telling of the servers that we were in at the start. */
  readonly isReady: () => boolean;
  readonly isKnown: (guild: string) => boolean;
  readonly channelsOf: (guild: string) => readonly string[];
};

/** One event of the gateway: its name and its data. */
export type Dispatch = { readonly t: string; readonly d: unknown };

/** The event by which the gateway tells what a person did. */
export const INTERACTION = "INTERACTION_CREATE";

/**
 * The changes of chats that an event of the gateway tells; none for other events and unknown shapes. A
 * server that sends us away takes all its channels with it.
 */
export function changesOf({ t, d }: Dispatch, servers: KnownServers): readonly ChatChange[] {
  switch (t) {
    case "GUILD_CREATE":
      return joined(d, servers);
    case "GUILD_DELETE":
      return removed(d, servers);
    case "CHANNEL_DELETE":
      return left(Channel.safeParse(d).data);
    case "THREAD_DELETE":
      return left(Thread.safeParse(d).data);
    default:
      return [];
  }
}

const Channel = z.object({ id: z.string() }).transform(({ id }) => chat(id, null));
const Thread = z
  .object({ id: z.string(), parent_id: z.string() })
  .transform(({ id, parent_id: parent }) => chat(parent, id));

const chat = (channel: string, thread: string | null): Address => ({
  platform: "discord",
  channel,
  thread,
});

const left = (at: Address | undefined): readonly ChatChange[] =>
  at === undefined ? [] : [{ kind: "left", at }];

const Gone = z.object({ id: z.string(), unavailable: z.boolean().default(false) });

/** An outage of Discord's makes servers unavailable; that is no farewell. */
function removed(data: unknown, servers: KnownServers): readonly ChatChange[] {
  const gone = Gone.safeParse(data);
  if (!gone.success || gone.data.unavailable) return [];
  return servers.channelsOf(gone.data.id).flatMap((channel) => left(chat(channel, null)));
}

const TEXT_CHANNEL = 0;

const Guild = z.object({
  id: z.string(),
  owner_id: z.string(),
  unavailable: z.boolean().default(false),
  preferred_locale: z.string().nullish(),
  system_channel_id: z.string().nullish(),
  channels: z
    .array(z.object({ id: z.string(), type: z.int(), position: z.int().default(0) }))
    .default([]),
});

/** The greeting goes where Discord greets newcomers, else to the topmost text channel. */
function joined(data: unknown, servers: KnownServers): readonly ChatChange[] {
  const guild = Guild.safeParse(data).data;
  if (guild === undefined || guild.unavailable) return [];
  if (!servers.isReady() || servers.isKnown(guild.id)) return [];
  const topmost = guild.channels
    .filter(({ type }) => type === TEXT_CHANNEL)
    .toSorted((a, b) => a.position - b.position)[0];
  const channel = guild.system_channel_id ?? topmost?.id;
  if (channel === undefined) return [];
  const asker = { id: `discord:${guild.owner_id}`, languageHint: guild.preferred_locale ?? null };
  return [{ kind: "joined", at: chat(channel, null), place: "group", asker }];
}
