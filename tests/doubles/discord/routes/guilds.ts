import type { Call, Handlers } from "../call.ts";
import { param } from "../call.ts";
import { DONE, failure, ok } from "../failure.ts";
import type { Reply } from "../failure.ts";
import {
  channelShape,
  guildShape,
  botRoleId,
  memberRoleId,
  memberShape,
  roleShapes,
} from "../shapes.ts";
import type { Guild, World } from "../world.ts";

function withGuild(call: Call, world: World, then: (guild: Guild) => Reply): Reply {
  const guild = world.guilds.get(param(call, "guild_id"));
  return guild === undefined || !guild.botIsIn ? failure(10004) : then(guild);
}

const channelsOf = (guild: Guild, world: World, threads: boolean) =>
  [...world.channels.values()]
    .filter((each) => each.guild === guild && !each.deleted && (each.kind === "thread") === threads)
    .map((each) => channelShape(each, world.bot));

/** Guilds as the bot may read them. */
export const guildHandlers: Handlers = {
  list_my_guilds: (_, { guilds }) =>
    ok(
      [...guilds.values()]
        .filter(({ botIsIn }) => botIsIn)
        .map(({ id, name, botPermissions }) => ({
          id,
          name,
          icon: null,
          banner: null,
          owner: false,
          permissions: botPermissions.toString(),
          features: [],
        })),
    ),
  leave_guild: (call, world) =>
    withGuild(call, world, (guild) => {
      guild.botIsIn = false;
      world.emit({ name: "GUILD_DELETE", data: { id: guild.id }, guildId: guild.id, intent: 0 });
      return DONE;
    }),
  get_guild: (call, world) => withGuild(call, world, (guild) => ok(guildShape(guild))),
  list_guild_channels: (call, world) =>
    withGuild(call, world, (guild) => ok(channelsOf(guild, world, false))),
  get_active_guild_threads: (call, world) =>
    withGuild(call, world, (guild) => ok({ threads: channelsOf(guild, world, true), members: [] })),
  list_guild_roles: (call, world) => withGuild(call, world, (guild) => ok(roleShapes(guild))),
  get_guild_member: (call, world) =>
    withGuild(call, world, (guild) => {
      const id = param(call, "user_id");
      if (id === world.bot.id) return ok(memberShape(world.bot, [botRoleId(guild)]));
      const member = guild.members.get(id);
      return member === undefined
        ? failure(10007)
        : ok(memberShape(member.account, [memberRoleId(member.account)]));
    }),
};
