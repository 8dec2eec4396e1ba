import { apiBot } from "../api-message.ts";
import { answerCallbackQuery, answerInlineQuery } from "./answer.ts";
import {
  createForumTopic,
  getChat,
  getChatAdministrators,
  getChatMember,
  getChatMemberCount,
  leaveChat,
  pinChatMessage,
} from "./chats.ts";
import { deleteMessage, editMessageReplyMarkup, editMessageText } from "./edit.ts";
import type { Method } from "./method.ts";
import {
  accept,
  deleteMyCommands,
  getMyCommands,
  getText,
  setMyCommands,
  setText,
} from "./profile.ts";
import {
  sendChatAction,
  sendDocument,
  sendMessage,
  sendPhoto,
  sendRichMessage,
  sendRichMessageDraft,
} from "./send.ts";

const getMe: Method = ({ world }) => ({
  ...apiBot(world),
  can_join_groups: true,
  can_read_all_group_messages: false,
  supports_inline_queries: true,
  can_connect_to_business: false,
  has_main_web_app: false,
  has_topics_enabled: false,
});

/** The methods the double carries out, updates and webhooks aside. */
export const METHODS: ReadonlyMap<string, Method> = new Map(
  Object.entries({
    getMe,
    sendMessage,
    sendRichMessage,
    sendRichMessageDraft,
    sendDocument,
    sendPhoto,
    sendChatAction,
    editMessageText,
    editMessageReplyMarkup,
    deleteMessage,
    answerCallbackQuery,
    answerInlineQuery,
    setMyCommands,
    deleteMyCommands,
    getMyCommands,
    setMyName: setText("name"),
    getMyName: getText("name"),
    setMyDescription: setText("description"),
    getMyDescription: getText("description"),
    setMyShortDescription: setText("short_description"),
    getMyShortDescription: getText("short_description"),
    setChatMenuButton: accept,
    setMyDefaultAdministratorRights: accept,
    getChat,
    getChatMember,
    getChatAdministrators,
    getChatMemberCount,
    leaveChat,
    createForumTopic,
    pinChatMessage,
  }),
);

/** The methods that the rate limits count. */
export const PACED: ReadonlySet<string> = new Set([
  "sendMessage",
  "sendRichMessage",
  "sendDocument",
  "sendPhoto",
  "editMessageText",
  "editMessageReplyMarkup",
]);
