import type { Account, Chat, StoredMessage } from "./chat.ts";
import type { Entity, Formatted } from "./classic-html.ts";
import type { Json, JsonObject } from "./json.ts";
import type { World } from "./world.ts";

/** The `User` of an account. */
export const apiUser = ({ id, name, username, language }: Account): JsonObject => ({
  id,
  is_bot: false,
  first_name: name,
  ...(username === null ? {} : { username }),
  language_code: language,
});

/** The `User` of the bot. */
export const apiBot = ({ bot }: World): JsonObject => ({
  id: bot.id,
  is_bot: true,
  first_name: bot.name,
  username: bot.username,
});

/** The `Chat` of a chat. */
export const apiChat = (chat: Chat): JsonObject => ({
  id: chat.id,
  type: chat.type,
  ...(chat.type === "private" ? { first_name: chat.title } : { title: chat.title }),
  ...(chat.username === null ? {} : { username: chat.username }),
  ...(chat.isForum ? { is_forum: true } : {}),
});

/** The `Message` of a stored message, as the bot gets it. */
export function apiMessage(world: World, chat: Chat, message: StoredMessage): JsonObject {
  return {
    message_id: message.id,
    date: message.date,
    chat: apiChat(chat),
    ...apiSender(world, chat, message),
    ...(message.thread === null
      ? {}
      : { message_thread_id: message.thread, is_topic_message: true }),
    ...(message.viaBot ? { via_bot: apiBot(world) } : {}),
    ...(message.editedAt === null ? {} : { edit_date: message.editedAt }),
    ...(message.replyTo === null
      ? {}
      : { reply_to_message: apiMessage(world, chat, { ...message.replyTo, replyTo: null }) }),
    ...(message.keyboard.length === 0
      ? {}
      : { reply_markup: { inline_keyboard: message.keyboard as Json } }),
    ...apiContent(message),
  };
}

function apiSender(world: World, chat: Chat, message: StoredMessage): JsonObject {
  if (chat.type === "channel") return { sender_chat: apiChat(chat) };
  if (message.byBot) return { from: apiBot(world) };
  return message.from === null ? {} : { from: apiUser(message.from) };
}

function apiContent({ content, id }: StoredMessage): JsonObject {
  switch (content.kind) {
    case "text":
      return { text: content.text, ...apiEntities("entities", content.entities) };
    case "rich":
      return { rich_message: content.rich };
    case "file":
      return {
        document: {
          file_id: `file-${id}`,
          file_unique_id: `unique-${id}`,
          file_name: content.name,
          file_size: content.content?.length ?? 0,
        },
        ...apiCaption(content.caption),
      };
    case "photo":
      return { photo: content.photo.sizes, ...apiCaption(content.caption) };
    case "service":
      return content.fields;
  }
}

const apiCaption = ({ text, entities }: Formatted): JsonObject => ({
  ...(text === "" ? {} : { caption: text }),
  ...apiEntities("caption_entities", entities),
});

const apiEntities = (name: string, entities: readonly Entity[]): JsonObject =>
  entities.length === 0 ? {} : { [name]: entities };
