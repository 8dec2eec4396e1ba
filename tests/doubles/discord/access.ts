import { failure } from "./failure.ts";
import type { Reply } from "./failure.ts";
import { allows } from "./permissions.ts";
import type { Permission } from "./permissions.ts";
import type { Channel, World } from "./world.ts";

/** What the bot may do in a channel. A thread has its parent's denials too. */
export function botMay(channel: Channel): bigint {
  if (channel.guild === null) return (1n << 53n) - 1n;
  if (!channel.guild.botIsIn) return 0n;
  const denied = channel.botLacks | (channel.parent?.botLacks ?? 0n);
  const isAdministrator = allows(channel.guild.botPermissions, "ADMINISTRATOR");
  return isAdministrator ? channel.guild.botPermissions : channel.guild.botPermissions & ~denied;
}

/** A channel the bot can see, or why it cannot. */
export type Reached =
  | { readonly ok: true; readonly channel: Channel }
  | { readonly ok: false; readonly reply: Reply };

const refused = (reply: Reply): Reached => ({ ok: false, reply });

/** Looks a channel up as the bot. */
export function reachChannel(world: World, id: string): Reached {
  const channel = world.channels.get(id);
  if (channel === undefined || channel.deleted || channel.parent?.deleted === true) {
    return refused(failure(10003));
  }
  return allows(botMay(channel), "VIEW_CHANNEL") ? { ok: true, channel } : refused(failure(50001));
}

/** Looks a channel up for something that needs permissions; the first that lacks decides. */
export function reachWith(world: World, id: string, needed: readonly Permission[]): Reached {
  const reached = reachChannel(world, id);
  if (!reached.ok) return reached;
  const may = botMay(reached.channel);
  return needed.every((each) => allows(may, each)) ? reached : refused(failure(50013));
}
