import type { JsonObject } from "./json.ts";
import { bitsOf, EVERYDAY } from "./permissions.ts";
import type { Account, Channel, Guild, World } from "./world.ts";

/** Types of channels. Source: https://discord.com/developers/docs/resources/channel#channel-object-channel-types */
const CHANNEL_TYPE = {
  text: 0,
  dm: 1,
  announcement: 5,
  newsThread: 10,
  thread: 11,
} as const;

/** Of somebody who is never seen. */
const OWNER_ID = "2";
const LONG_AGO = "2020-01-01T00:00:00.000000+00:00";

/** A channel's type as the API numbers it. */
function channelType({ kind, parent }: Channel): number {
  if (kind !== "thread") return CHANNEL_TYPE[kind];
  return parent?.kind === "announcement" ? CHANNEL_TYPE.newsThread : CHANNEL_TYPE.thread;
}

/** An account as the API tells it. */
export const userShape = ({ id, name, bot }: Account): JsonObject => ({
  id,
  username: name,
  discriminator: "0",
  global_name: bot ? null : name,
  avatar: null,
  bot,
  public_flags: 0,
});

/** A member as the API tells it; one with its own permissions has a role of the same id. */
export const memberShape = (account: Account, roles: readonly string[]): JsonObject => ({
  user: userShape(account),
  nick: null,
  avatar: null,
  roles,
  joined_at: LONG_AGO,
  deaf: false,
  mute: false,
  flags: 0,
  pending: false,
  premium_since: null,
  communication_disabled_until: null,
});

/** Id of the role that holds the bot's own permissions in a guild. */
export const botRoleId = (guild: Guild): string => (BigInt(guild.id) + 1n).toString();

const role = (id: string, name: string, permissions: bigint, position: number): JsonObject => ({
  id,
  name,
  permissions: permissions.toString(),
  position,
  color: 0,
  colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
  hoist: false,
  icon: null,
  unicode_emoji: null,
  managed: position > 0,
  mentionable: false,
  flags: 0,
});

/** Id of the role that holds a member's permissions. */
export const memberRoleId = ({ id }: Account): string => (BigInt(id) + 1n).toString();

/** The role that holds a member's permissions, as the API tells it. */
export const memberRoleShape = (account: Account, permissions: bigint): JsonObject =>
  role(memberRoleId(account), account.name, permissions, 1);

/** Everyone's role, which gives nothing, the bot's own, and one for each member. */
export const roleShapes = (guild: Guild): readonly JsonObject[] => [
  role(guild.id, "@everyone", 0n, 0),
  role(botRoleId(guild), "bot", guild.botPermissions, 1),
  ...[...guild.members.values()].map(({ account, permissions }) =>
    memberRoleShape(account, permissions),
  ),
];

/** A channel as the API tells it. */
export function channelShape(channel: Channel, bot: Account): JsonObject {
  const { id, name, guild, parent, recipient, botLacks } = channel;
  const type = channelType(channel);
  if (guild === null) {
    const recipients = recipient === null ? [] : [userShape(recipient)];
    return { id, type, last_message_id: null, flags: 0, recipients };
  }
  const common = { id, type, name, guild_id: guild.id, last_message_id: null, flags: 0 };
  if (channel.kind === "thread") {
    return {
      ...common,
      parent_id: parent?.id ?? null,
      owner_id: bot.id,
      message_count: channel.messages.size,
      total_message_sent: channel.messages.size,
      member_count: 1,
      rate_limit_per_user: 0,
      thread_metadata: {
        archived: channel.archived,
        locked: channel.locked,
        auto_archive_duration: 1440,
        archive_timestamp: LONG_AGO,
        create_timestamp: LONG_AGO,
      },
    };
  }
  const denial = { id: bot.id, type: 1, allow: "0", deny: botLacks.toString() };
  return {
    ...common,
    position: 0,
    parent_id: null,
    topic: null,
    nsfw: false,
    rate_limit_per_user: 0,
    permission_overwrites: botLacks === 0n ? [] : [denial],
  };
}

/** A guild as REST tells it. */
export const guildShape = (guild: Guild): JsonObject => ({
  id: guild.id,
  name: guild.name,
  icon: null,
  splash: null,
  banner: null,
  description: null,
  owner_id: OWNER_ID,
  afk_channel_id: null,
  afk_timeout: 300,
  verification_level: 0,
  default_message_notifications: 1,
  explicit_content_filter: 0,
  roles: roleShapes(guild),
  emojis: [],
  stickers: [],
  features: [],
  mfa_level: 0,
  system_channel_id: null,
  system_channel_flags: 0,
  rules_channel_id: null,
  public_updates_channel_id: null,
  preferred_locale: guild.locale,
  premium_tier: 0,
  nsfw: false,
  nsfw_level: 0,
  premium_progress_bar_enabled: false,
});

/** A guild as the gateway tells it to a bot that is in it. */
export function guildCreateShape(guild: Guild, world: World): JsonObject {
  const channels = [...world.channels.values()].filter(
    (channel) => channel.guild === guild && !channel.deleted,
  );
  const shapesOf = (wanted: boolean): readonly JsonObject[] =>
    channels
      .filter((channel) => (channel.kind === "thread") === wanted && !channel.archived)
      .map((channel) => channelShape(channel, world.bot));
  return {
    ...guildShape(guild),
    joined_at: LONG_AGO,
    large: false,
    unavailable: false,
    member_count: guild.members.size + 1,
    voice_states: [],
    members: [memberShape(world.bot, [botRoleId(guild)])],
    channels: shapesOf(false),
    threads: shapesOf(true),
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}

/** What a bot is given where nobody says otherwise. */
export const usualBotPermissions = (): bigint => bitsOf(EVERYDAY);
