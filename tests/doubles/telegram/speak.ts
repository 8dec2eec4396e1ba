import { apiBot, apiChat, apiMessage, apiUser } from "./api-message.ts";
import type { Account, Chat, StoredMessage } from "./chat.ts";
import { detectEntities } from "./detect-entities.ts";
import type { JsonObject } from "./json.ts";
import { apiMember } from "./methods/chats.ts";
import { addMessage, unixNow } from "./world.ts";
import type { World } from "./world.ts";

/** What someone writes, and where. */
export type Speech = {
  readonly text: string;
  readonly thread?: number | null;
  readonly replyTo?: StoredMessage | null;
};

/** Lets a person, or a channel, write, and tells the bot if it may see that. */
export function speak(world: World, chat: Chat, from: Account | null, speech: Speech): void {
  const { text, thread = null, replyTo = null } = speech;
  const message = addMessage(world, chat, {
    from,
    thread,
    replyTo,
    content: { kind: "text", text, entities: detectEntities(text) },
  });
  if (!isShownToBot(world, chat, message)) return;
  const kind = chat.type === "channel" ? "channel_post" : "message";
  world.updates.add(kind, apiMessage(world, chat, message));
}

// Privacy mode: in groups a bot that is no administrator sees only what is meant for it.
function isShownToBot(world: World, chat: Chat, { content, replyTo }: StoredMessage): boolean {
  if (chat.bot === "kicked" || chat.bot === "left") return false;
  if (chat.type === "private" || chat.type === "channel" || chat.bot === "administrator")
    return true;
  if (replyTo?.byBot === true) return true;
  if (content.kind !== "text") return false;
  const addressed = /^\/[a-z0-9_]+@([a-z0-9_]+)/i.exec(content.text)?.[1];
  if (addressed !== undefined) return addressed.toLowerCase() === world.bot.username.toLowerCase();
  return content.text.startsWith("/") || content.text.includes(`@${world.bot.username}`);
}

/** Changes what the bot is in a chat and tells it (`my_chat_member`). */
export function setBotStanding(
  world: World,
  chat: Chat,
  standing: Chat["bot"],
  by: Account | null,
): void {
  const before = chat.bot;
  chat.bot = standing;
  world.updates.add("my_chat_member", {
    chat: apiChat(chat),
    from: by === null ? apiBot(world) : apiUser(by),
    date: unixNow(world),
    old_chat_member: apiMember(apiBot(world), before),
    new_chat_member: apiMember(apiBot(world), standing),
  });
}

/** Adds a message of the server's own and tells the bot. */
export function announce(world: World, chat: Chat, from: Account | null, fields: JsonObject): void {
  const message = addMessage(world, chat, { from, content: { kind: "service", fields } });
  const kind = chat.type === "channel" ? "channel_post" : "message";
  world.updates.add(kind, apiMessage(world, chat, message));
}
