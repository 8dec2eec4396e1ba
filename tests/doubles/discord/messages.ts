import { attachmentShapes, keptUploads, named, stays } from "./attachments.ts";
import type { Upload } from "./call.ts";
import { isObject, objects, words } from "./json.ts";
import type { Json, JsonObject } from "./json.ts";
import { FLAG, hasFlag } from "./rules/message-flags.ts";
import { pingsOf } from "./rules/mentions.ts";
import { userShape } from "./shapes.ts";
import type { Account, Channel, StoredMessage, World } from "./world.ts";

const GUILD_MESSAGES = 9;
const DIRECT_MESSAGES = 12;
const MESSAGE_CONTENT = { content: "", embeds: [], components: [], attachments: [] };

/** What a new message is made from. */
export type NewMessage = {
  readonly channel: Channel;
  readonly author: Account;
  readonly body: JsonObject;
  readonly uploads: readonly Upload[];
  readonly ephemeralFor: string | null;
  /** Fields that the kind of sending adds. */
  readonly extra: JsonObject;
};

const stamp = (at: Date): string => at.toISOString().replace("Z", "000+00:00");

/** Gives each component its number, as Discord does. */
function numbered(components: Json): Json {
  let next = 1;
  const walk = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(walk);
    if (!isObject(value) || typeof value["type"] !== "number") return value;
    const id = typeof value["id"] === "number" && value["id"] > 0 ? value["id"] : next;
    next = Math.max(next, id) + 1;
    const inside = Object.entries(value).map(([name, each]) => [
      name,
      ["components", "accessory", "component"].includes(name) ? walk(each) : each,
    ]);
    return { ...Object.fromEntries(inside), id };
  };
  return walk(components);
}

function tell(world: World, name: string, channel: Channel, data: JsonObject): void {
  const guildId = channel.guild?.id ?? null;
  const intent = guildId === null ? DIRECT_MESSAGES : GUILD_MESSAGES;
  world.emit({
    name,
    data: guildId === null ? data : { ...data, guild_id: guildId },
    guildId,
    intent,
  });
}

/** Takes out what a bot without the intent for content may not read of others' messages. */
export const withoutContent = (body: JsonObject): JsonObject => ({ ...body, ...MESSAGE_CONTENT });

function recordPings(world: World, channel: Channel, id: string, body: JsonObject): void {
  for (const mention of pingsOf(body)) {
    world.pings.push({ channelId: channel.id, messageId: id, mention });
  }
}

/** Makes a message, keeps it and tells the gateway. */
export function createMessage(world: World, made: NewMessage): StoredMessage {
  const { channel, author, body, ephemeralFor, extra } = made;
  const uploads = named(body, made.uploads);
  const id = world.snowflakes.next();
  const shown: JsonObject = {
    id,
    channel_id: channel.id,
    author: userShape(author),
    content: body["content"] ?? "",
    timestamp: stamp(world.clock.now()),
    edited_timestamp: null,
    tts: body["tts"] === true,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: attachmentShapes(world, body, uploads),
    embeds: body["embeds"] ?? [],
    components: numbered(body["components"] ?? []),
    pinned: false,
    type: 0,
    flags: body["flags"] ?? 0,
    ...(body["nonce"] === undefined || body["nonce"] === null ? {} : { nonce: body["nonce"] }),
    ...extra,
  };
  const stored: StoredMessage = { body: shown, uploads, ephemeralFor, authorId: author.id };
  world.counters.messagesCreated += 1;
  recordPings(world, channel, id, body);
  if (world.keepMessages) channel.messages.set(id, stored);
  if (ephemeralFor === null) tell(world, "MESSAGE_CREATE", channel, shown);
  return stored;
}

const LATER = ["content", "embeds", "components"] as const;

/** A message as it would be after an edit, less the new files. */
export function afterEdit(stored: StoredMessage, patch: JsonObject): JsonObject {
  const old = stored.body;
  const changed = LATER.filter((name) => patch[name] !== undefined).map((name) => [
    name,
    patch[name] ?? MESSAGE_CONTENT[name],
  ]);
  const attachments = objects(old["attachments"]).filter((each) => stays(each, patch));
  const added = Number(patch["flags"] ?? 0) & (FLAG.componentsV2 | FLAG.suppressEmbeds);
  const flags = (Number(old["flags"] ?? 0) & ~FLAG.loading) | added;
  return { ...old, ...Object.fromEntries(changed), attachments, flags };
}

/** Puts an edit in force and tells the gateway. */
export function editMessage(
  world: World,
  channel: Channel,
  stored: StoredMessage,
  { patch, uploads }: { readonly patch: JsonObject; readonly uploads: readonly Upload[] },
): void {
  const wasLoading = hasFlag(stored.body["flags"], FLAG.loading);
  const next = afterEdit(stored, patch);
  const added = named(patch, uploads);
  const kept = objects(next["attachments"]);
  stored.uploads = [...keptUploads(stored, patch), ...added];
  stored.body = {
    ...next,
    components: numbered(next["components"] ?? []),
    attachments: [...kept, ...attachmentShapes(world, patch, added)],
    edited_timestamp: wasLoading ? null : stamp(world.clock.now()),
  };
  world.counters.messagesEdited += 1;
  if (wasLoading) recordPings(world, channel, words(stored.body["id"]), patch);
  if (stored.ephemeralFor === null) tell(world, "MESSAGE_UPDATE", channel, stored.body);
}

/** Takes a message away and tells the gateway. */
export function deleteMessage(world: World, channel: Channel, id: string): void {
  const stored = channel.messages.get(id);
  channel.messages.delete(id);
  if (stored?.ephemeralFor === null) {
    tell(world, "MESSAGE_DELETE", channel, { id, channel_id: channel.id });
  }
}
