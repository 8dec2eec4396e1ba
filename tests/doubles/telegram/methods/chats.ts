import { apiBot, apiChat, apiMessage, apiUser } from "../api-message.ts";
import type { Chat } from "../chat.ts";
import type { Json, JsonObject } from "../json.ts";
import { numberOf, textOf } from "../json.ts";
import { badRequest } from "../refusal.ts";
import { addMessage, checkMayWrite, findChat } from "../world.ts";
import type { World } from "../world.ts";
import type { Method } from "./method.ts";

const RIGHTS = {
  is_anonymous: false,
  can_manage_chat: true,
  can_delete_messages: true,
  can_manage_video_chats: false,
  can_restrict_members: false,
  can_promote_members: false,
  can_change_info: false,
  can_invite_users: true,
  can_post_stories: false,
  can_edit_stories: false,
  can_delete_stories: false,
};

/** The `ChatMember` of someone with a standing in a chat. */
export function apiMember(user: JsonObject, standing: string): JsonObject {
  if (standing === "creator") return { status: "creator", user, is_anonymous: false };
  if (standing === "administrator") {
    const posts = { can_post_messages: true, can_edit_messages: true, can_manage_topics: true };
    return { status: "administrator", user, can_be_edited: false, ...RIGHTS, ...posts };
  }
  if (standing === "kicked") return { status: "kicked", user, until_date: 0 };
  return { status: standing, user };
}

/** `getChat` */
export const getChat: Method = ({ world, parameters }) => {
  const chat = findChat(world, parameters);
  checkMayWrite(chat);
  return { ...apiChat(chat), accent_color_id: 0, max_reaction_count: 11 };
};

const userOf = (world: World, id: number): JsonObject =>
  world.accounts.has(id) ? apiUser(world.accounts.get(id) as never) : apiBot(world);

/** `getChatMember` */
export const getChatMember: Method = ({ world, parameters }) => {
  const chat = findChat(world, parameters);
  checkMayWrite(chat);
  const id = numberOf(parameters, "user_id") ?? 0;
  if (id === world.bot.id) return apiMember(apiBot(world), chat.bot);
  if (!world.accounts.has(id)) throw badRequest("PARTICIPANT_ID_INVALID");
  return apiMember(userOf(world, id), chat.members.get(id) ?? "left");
};

function administrators(world: World, chat: Chat): Json[] {
  const people = [...chat.members]
    .filter(([, standing]) => standing !== "member")
    .map(([id, standing]) => apiMember(userOf(world, id), standing));
  return chat.bot === "administrator"
    ? [...people, apiMember(apiBot(world), "administrator")]
    : people;
}

/** `getChatAdministrators` */
export const getChatAdministrators: Method = ({ world, parameters }) => {
  const chat = findChat(world, parameters);
  checkMayWrite(chat);
  if (chat.type === "private") {
    throw badRequest("there are no administrators in the private chat");
  }
  return administrators(world, chat);
};

/** `getChatMemberCount` */
export const getChatMemberCount: Method = ({ world, parameters }) => {
  const chat = findChat(world, parameters);
  checkMayWrite(chat);
  return chat.members.size + 1;
};

/** `leaveChat` */
export const leaveChat: Method = ({ world, parameters }) => {
  const chat = findChat(world, parameters);
  if (chat.type === "private")
    throw badRequest("chat member status can't be changed in private chats");
  checkMayWrite(chat);
  chat.bot = "left";
  return true;
};

/** `createForumTopic` */
export const createForumTopic: Method = ({ world, parameters }) => {
  const chat = findChat(world, parameters);
  checkMayWrite(chat);
  if (!chat.isForum) throw badRequest("the chat is not a forum");
  if (chat.bot !== "administrator") throw badRequest("not enough rights to create a topic");
  const name = textOf(parameters, "name") ?? "";
  return { message_thread_id: openTopic(world, chat, name), name, icon_color: 7_322_096 };
};

/** Opens a topic; its id is that of the service message that tells of it. */
export function openTopic(world: World, chat: Chat, name: string): number {
  const { id } = addMessage(world, chat, {
    content: { kind: "service", fields: { forum_topic_created: { name, icon_color: 7_322_096 } } },
  });
  chat.topics.set(id, { id, name, closed: false });
  return id;
}

/** `pinChatMessage` and `unpinChatMessage`: the message must be there. */
export const pinChatMessage: Method = ({ world, parameters }) => {
  const chat = findChat(world, parameters);
  checkMayWrite(chat);
  const found = chat.messages.find(({ id }) => id === numberOf(parameters, "message_id"));
  if (found === undefined) throw badRequest("message to pin not found");
  const pinned_message = apiMessage(world, chat, found);
  addMessage(world, chat, {
    byBot: true,
    content: { kind: "service", fields: { pinned_message } },
  });
  return true;
};
