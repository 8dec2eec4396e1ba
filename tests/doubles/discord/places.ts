import type { JsonObject } from "./json.ts";
import { makeChannel } from "./make-channel.ts";
import { bitsOf, EVERYDAY } from "./permissions.ts";
import type { Permission } from "./permissions.ts";
import { createReader } from "./reader.ts";
import type { Reader } from "./reader.ts";
import { openThread } from "./routes/channels.ts";
import { channelShape, guildCreateShape, memberRoleShape, usualBotPermissions } from "./shapes.ts";
import type { Channel, Guild, World } from "./world.ts";

/** The guilds, channels and people of a double, and what happens to them. */
export type Places = {
  guild(about: {
    readonly name?: string;
    readonly locale?: string;
    readonly botPermissions?: readonly Permission[];
  }): Guild;
  channel(about: {
    readonly guild: Guild;
    readonly name?: string;
    readonly kind?: "text" | "announcement";
    /** What is denied to the bot here. */
    readonly botLacks?: readonly Permission[];
  }): Channel;
  thread(about: {
    readonly parent: Channel;
    readonly name?: string;
    readonly archived?: boolean;
    readonly locked?: boolean;
  }): Channel;
  member(about: {
    /** None: somebody known only from direct conversation. */
    readonly guild?: Guild;
    readonly name?: string;
    readonly locale?: string;
    /** Beyond what everyone may. */
    readonly permissions?: readonly Permission[];
  }): Reader;
  /** Changes what is denied to the bot in a channel. */
  denies(channel: Channel, permissions: readonly Permission[]): void;
  /** Puts the bot out of a guild. */
  kicks(guild: Guild): void;
  /** Takes the bot into a guild again. */
  invites(guild: Guild): void;
  deletes(channel: Channel): void;
  archives(thread: Channel, how?: { readonly locked: boolean }): void;
};

/** Makes guilds, channels and people, and tells the gateway of them. */
export function createPlaces(world: World, patienceMs: number): Places {
  const tell = (name: string, data: JsonObject, guild: Guild): void =>
    world.emit({ name, data, guildId: guild.id, intent: 0 });
  const shapeIn = (channel: Channel): JsonObject => channelShape(channel, world.bot);

  return {
    guild: ({ name = "guild", locale = "en-US", botPermissions }) => {
      const made: Guild = {
        id: world.snowflakes.next(),
        name,
        locale,
        botPermissions:
          botPermissions === undefined ? usualBotPermissions() : bitsOf(botPermissions),
        botIsIn: true,
        members: new Map(),
      };
      world.guilds.set(made.id, made);
      tell("GUILD_CREATE", guildCreateShape(made, world), made);
      return made;
    },
    channel: ({ guild, name = "general", kind = "text", botLacks = [] }) => {
      const made = makeChannel({ id: world.snowflakes.next(), kind, name, guild });
      made.botLacks = bitsOf(botLacks);
      world.channels.set(made.id, made);
      tell("CHANNEL_CREATE", shapeIn(made), guild);
      return made;
    },
    thread: ({ parent, name = "thread", archived = false, locked = false }) => {
      const made = openThread(world, parent, name, world.snowflakes.next());
      made.archived = archived;
      made.locked = locked;
      return made;
    },
    member: ({ guild, name = "reader", locale = "en-US", permissions = [] }) => {
      const account = { id: world.snowflakes.next(), name, bot: false };
      const bits = bitsOf([...EVERYDAY, ...permissions]);
      world.accounts.set(account.id, account);
      if (guild !== undefined) {
        guild.members.set(account.id, { account, permissions: bits });
        const role = memberRoleShape(account, bits);
        tell("GUILD_ROLE_CREATE", { guild_id: guild.id, role }, guild);
      }
      const home = [...world.channels.values()].find(
        (each) => guild !== undefined && each.guild === guild,
      );
      return createReader(world, { account, locale, permissions: bits, patienceMs }, home ?? null);
    },
    denies: (channel, permissions) => {
      channel.botLacks = bitsOf(permissions);
      if (channel.guild !== null) tell("CHANNEL_UPDATE", shapeIn(channel), channel.guild);
    },
    kicks: (guild) => {
      guild.botIsIn = false;
      tell("GUILD_DELETE", { id: guild.id }, guild);
    },
    invites: (guild) => {
      guild.botIsIn = true;
      tell("GUILD_CREATE", guildCreateShape(guild, world), guild);
    },
    deletes: (channel) => {
      channel.deleted = true;
      const name = channel.kind === "thread" ? "THREAD_DELETE" : "CHANNEL_DELETE";
      if (channel.guild !== null) tell(name, shapeIn(channel), channel.guild);
    },
    archives: (thread, { locked } = { locked: false }) => {
      thread.archived = true;
      thread.locked = locked;
      if (thread.guild !== null) tell("THREAD_UPDATE", shapeIn(thread), thread.guild);
    },
  };
}
