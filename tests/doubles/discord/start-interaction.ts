import { botMay } from "./access.ts";
import { CALLBACK } from "./interaction.ts";
import type { Interaction, Outcome } from "./interaction.ts";
import type { JsonObject } from "./json.ts";
import { channelShape, memberRoleId, memberShape, userShape } from "./shapes.ts";
import { secretOf } from "./world.ts";
import type { Account, Channel, StoredMessage, World } from "./world.ts";

/** Somebody who does things, and how long, in real milliseconds, they wait for what they see. */
export type Actor = {
  readonly account: Account;
  /** Language of the client. */
  readonly locale: string;
  readonly permissions: bigint;
  readonly patienceMs: number;
};

/** What somebody did. */
export type Deed = {
  readonly type: number;
  readonly channel: Channel;
  readonly data: JsonObject;
  readonly source: StoredMessage | null;
};

function who({ account, permissions }: Actor, { guild }: Channel): JsonObject {
  if (guild === null) return { user: userShape(account) };
  return {
    member: {
      ...memberShape(account, [memberRoleId(account)]),
      permissions: permissions.toString(),
    },
  };
}

function payloadOf(
  world: World,
  actor: Actor,
  deed: Deed,
  about: { readonly id: string; readonly token: string },
): JsonObject {
  const { channel, type, data, source } = deed;
  const { guild } = channel;
  const may = botMay(channel).toString();
  return {
    ...about,
    application_id: world.bot.id,
    version: 1,
    type,
    data,
    ...who(actor, channel),
    ...(source === null ? {} : { message: source.body }),
    ...(guild === null
      ? {}
      : {
          guild_id: guild.id,
          guild: { id: guild.id, locale: guild.locale, features: [] },
          guild_locale: guild.locale,
        }),
    channel: { ...channelShape(channel, world.bot), permissions: actor.permissions.toString() },
    channel_id: channel.id,
    app_permissions: may,
    locale: actor.locale,
    entitlements: [],
    authorizing_integration_owners: guild === null ? { "0": "0" } : { "0": guild.id },
    context: guild === null ? 1 : 0,
    attachment_size_limit: 10_485_760,
  };
}

/** Tells the bot what somebody did, and gives what they see in the end. */
export function startInteraction(world: World, actor: Actor, deed: Deed): Promise<Outcome> {
  const id = world.snowflakes.next();
  const token = Buffer.from(`interaction:${id}:${secretOf(world.random, 64)}`).toString(
    "base64url",
  );
  return new Promise((resolve) => {
    const interaction: Interaction = {
      id,
      token,
      type: deed.type,
      atMs: world.clock.now().getTime(),
      channel: deed.channel,
      userId: actor.account.id,
      source: deed.source,
      answered: null,
      loading: false,
      ephemeral: false,
      original: null,
      followUps: [],
      settle: (outcome) => {
        clearTimeout(timer);
        resolve(outcome);
      },
    };
    const timer = setTimeout(() => {
      const { answered } = interaction;
      if (answered === CALLBACK.deferredUpdate) resolve({ kind: "acknowledged" });
      else resolve({ kind: "failed", reason: answered === null ? "no answer" : "still thinking" });
    }, actor.patienceMs);
    world.interactions.set(id, interaction);
    world.interactions.set(token, interaction);
    const data = payloadOf(world, actor, deed, { id, token });
    world.emit({
      name: "INTERACTION_CREATE",
      data,
      guildId: deed.channel.guild?.id ?? null,
      intent: null,
    });
  });
}
