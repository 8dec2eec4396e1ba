import { reachChannel, reachWith, botMay } from "../access.ts";
import { bodyOf, param } from "../call.ts";
import type { Call, Handlers } from "../call.ts";
import { refusalOfEdit, refusalOfNew } from "../draft.ts";
import { blamed, DONE, failure, ok } from "../failure.ts";
import type { Reply } from "../failure.ts";
import { isObject, objects, words } from "../json.ts";
import type { JsonObject } from "../json.ts";
import { createMessage, deleteMessage, editMessage, withoutContent } from "../messages.ts";
import { allows } from "../permissions.ts";
import type { Permission } from "../permissions.ts";
import { FLAG, hasFlag, SETTABLE } from "../rules/message-flags.ts";
import type { Channel, StoredMessage, World } from "../world.ts";

/** "A few minutes", the reference says. */
const NONCE_LIVES_MS = 5 * 60_000;

const neededFor = (channel: Channel, body: JsonObject, files: number): readonly Permission[] => [
  channel.kind === "thread" ? "SEND_MESSAGES_IN_THREADS" : "SEND_MESSAGES",
  ...(objects(body["embeds"]).length > 0 ? (["EMBED_LINKS"] as const) : []),
  ...(files > 0 ? (["ATTACH_FILES"] as const) : []),
];

/** Why the bot cannot post in a channel; null when it can. A thread that is only archived opens again. */
function refusalOfPlace(channel: Channel, body: JsonObject, files: number): Reply | null {
  if (channel.kind === "dm") return channel.open ? null : failure(50007);
  const may = botMay(channel);
  if (!neededFor(channel, body, files).every((each) => allows(may, each))) return failure(50013);
  const shut = channel.kind === "thread" && channel.locked && !allows(may, "MANAGE_THREADS");
  if (shut) return failure(50083);
  channel.archived = false;
  return null;
}

function knownNonce(world: World, key: string): JsonObject | null {
  const now = world.clock.now().getTime();
  for (const [old, { atMs }] of world.nonces) {
    if (now - atMs <= NONCE_LIVES_MS) break;
    world.nonces.delete(old);
  }
  return world.nonces.get(key)?.message ?? null;
}

const create = (call: Call, world: World): Reply => {
  const reached = reachChannel(world, param(call, "channel_id"));
  if (!reached.ok) return reached.reply;
  const { channel } = reached;
  const body = bodyOf(call);
  const refusal =
    refusalOfNew(body, call.uploads, SETTABLE) ??
    refusalOfPlace(channel, body, call.uploads.length);
  if (refusal !== null) return refusal;
  const nonce = body["nonce"] ?? null;
  const key = `${world.bot.id} ${JSON.stringify(nonce)}`;
  const enforced = body["enforce_nonce"] === true && nonce !== null;
  const earlier = enforced ? knownNonce(world, key) : null;
  if (earlier !== null) {
    world.counters.repeats += 1;
    return ok(earlier);
  }
  const reference = isObject(body["message_reference"]) ? body["message_reference"] : null;
  if (reference !== null && !channel.messages.has(words(reference["message_id"]))) {
    if (reference["fail_if_not_exists"] !== false) return blamed(10008, "replies to no message");
  }
  const extra = reference === null ? {} : { type: 19, message_reference: reference };
  const made = {
    channel,
    author: world.bot,
    body,
    uploads: call.uploads,
    ephemeralFor: null,
    extra,
  };
  const stored = createMessage(world, made);
  if (enforced) {
    const message = world.keepMessages ? stored.body : withoutContent(stored.body);
    world.nonces.set(key, { message, atMs: world.clock.now().getTime() });
  }
  return ok(stored.body);
};

function withMessage(
  call: Call,
  world: World,
  then: (channel: Channel, stored: StoredMessage) => Reply,
): Reply {
  const reached = reachWith(world, param(call, "channel_id"), ["READ_MESSAGE_HISTORY"]);
  if (!reached.ok) return reached.reply;
  const stored = reached.channel.messages.get(param(call, "message_id"));
  return stored === undefined || stored.ephemeralFor !== null
    ? failure(10008)
    : then(reached.channel, stored);
}

const update = (call: Call, world: World): Reply =>
  withMessage(call, world, (channel, stored) => {
    if (stored.authorId !== world.bot.id) return failure(50005);
    if (channel.archived) return failure(50083);
    const patch = bodyOf(call);
    const { uploads } = call;
    if (uploads.length > 0 && !allows(botMay(channel), "ATTACH_FILES")) return failure(50013);
    const refusal = refusalOfEdit(stored, patch, { uploads, settable: SETTABLE });
    if (refusal !== null) return refusal;
    editMessage(world, channel, stored, { patch, uploads });
    return ok(stored.body);
  });

const crosspost = (call: Call, world: World): Reply =>
  withMessage(call, world, (channel, stored) => {
    if (channel.kind !== "announcement") return failure(50024);
    if (!allows(botMay(channel), "SEND_MESSAGES")) return failure(50013);
    const { flags = 0 } = stored.body;
    if (hasFlag(flags, FLAG.crossposted)) return failure(40033);
    stored.body = { ...stored.body, flags: Number(flags) | FLAG.crossposted };
    return ok(stored.body);
  });

const list = (call: Call, world: World): Reply => {
  const reached = reachWith(world, param(call, "channel_id"), ["READ_MESSAGE_HISTORY"]);
  if (!reached.ok) return reached.reply;
  const limit = Number(call.query.get("limit") ?? 50);
  const [before, after] = [call.query.get("before"), call.query.get("after")];
  const all = [...reached.channel.messages]
    .filter(([, { ephemeralFor }]) => ephemeralFor === null)
    .filter(([id]) => before === null || BigInt(id) < BigInt(before))
    .filter(([id]) => after === null || BigInt(id) > BigInt(after));
  return ok(
    all
      .slice(-limit)
      .toReversed()
      .map(([, { body }]) => body),
  );
};

/** Messages in channels. */
export const messageHandlers: Handlers = {
  create_message: create,
  update_message: update,
  crosspost_message: crosspost,
  list_messages: list,
  get_message: (call, world) => withMessage(call, world, (_, stored) => ok(stored.body)),
  delete_message: (call, world) =>
    withMessage(call, world, (channel, stored) => {
      const own = stored.authorId === world.bot.id;
      if (!own && !allows(botMay(channel), "MANAGE_MESSAGES")) return failure(50013);
      deleteMessage(world, channel, param(call, "message_id"));
      return DONE;
    }),
};
