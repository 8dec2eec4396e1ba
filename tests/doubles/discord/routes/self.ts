import type { Handlers } from "../call.ts";
import { param } from "../call.ts";
import { failure, ok } from "../failure.ts";
import { words } from "../json.ts";
import type { JsonObject } from "../json.ts";
import { makeChannel } from "../make-channel.ts";
import { channelShape, userShape } from "../shapes.ts";
import type { Channel, World } from "../world.ts";

const applicationShape = ({ bot, guilds }: World): JsonObject => ({
  id: bot.id,
  name: bot.name,
  icon: null,
  description: "",
  summary: "",
  type: null,
  bot: userShape(bot),
  bot_public: true,
  bot_require_code_grant: false,
  verify_key: "0".repeat(64),
  flags: 0,
  owner: {
    id: "1",
    username: "owner",
    discriminator: "0",
    global_name: null,
    avatar: null,
    public_flags: 0,
  },
  team: null,
  approximate_guild_count: [...guilds.values()].filter((guild) => guild.botIsIn).length,
  integration_types_config: { "0": {} },
});

/** The direct conversation with a person, made when first needed. */
export function directChannel(world: World, recipientId: string): Channel | null {
  const known = [...world.channels.values()].find(
    (channel) => channel.kind === "dm" && channel.recipient?.id === recipientId,
  );
  if (known !== undefined) return known;
  const recipient = world.accounts.get(recipientId);
  if (recipient === undefined) return null;
  const id = world.snowflakes.next();
  const channel = makeChannel({ id, kind: "dm", name: recipient.name, guild: null, recipient });
  world.channels.set(channel.id, channel);
  return channel;
}

/** Where the gateway is, who the bot is, and conversations with people. */
export const selfHandlers: Handlers = {
  get_gateway: ({ gatewayUrl }) => ok({ url: gatewayUrl }),
  get_bot_gateway: ({ gatewayUrl }, { shards, maxConcurrency }) =>
    ok({
      url: gatewayUrl,
      shards,
      session_start_limit: {
        total: 1000,
        remaining: 1000,
        reset_after: 0,
        max_concurrency: maxConcurrency,
      },
    }),
  get_my_user: (_, { bot }) =>
    ok({
      ...userShape(bot),
      verified: true,
      mfa_enabled: true,
      email: null,
      flags: 0,
      locale: "en-US",
    }),
  get_user: (call, { accounts }) => {
    const account = accounts.get(param(call, "user_id"));
    return account === undefined ? failure(10013) : ok(userShape(account));
  },
  get_my_application: (_, world) => ok(applicationShape(world)),
  get_my_oauth2_application: (_, world) => ok(applicationShape(world)),
  create_dm: (call, world) => {
    const { recipient_id: recipient } = call.body as JsonObject;
    const channel = directChannel(world, words(recipient));
    return channel === null ? failure(10013) : ok(channelShape(channel, world.bot));
  },
};
