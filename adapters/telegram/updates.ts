import { z } from "zod";

/** The kinds of update we ask for, and no others. */
export const ALLOWED_UPDATES = [
  "message",
  "channel_post",
  "callback_query",
  "inline_query",
  "my_chat_member",
] as const;

const Id = z.int();

const User = z.object({
  id: Id,
  is_bot: z.boolean().optional(),
  language_code: z.string().max(40).optional(),
});

const Chat = z.object({ id: Id, type: z.enum(["private", "group", "supergroup", "channel"]) });

const Message = z.object({
  message_id: Id,
  chat: Chat,
  from: User.optional(),
  sender_chat: z.object({ id: Id }).optional(),
  via_bot: User.optional(),
  message_thread_id: Id.optional(),
  is_topic_message: z.boolean().optional(),
  is_automatic_forward: z.boolean().optional(),
  text: z.string().optional(),
  migrate_to_chat_id: Id.optional(),
});

const Member = z.object({ status: z.string(), is_member: z.boolean().optional() });

const CallbackQuery = z.object({
  id: z.string(),
  from: User,
  message: Message.optional(),
  data: z.string().optional(),
});

const InlineQuery = z.object({
  id: z.string(),
  from: User,
  query: z.string(),
});

const MemberUpdate = z.object({
  chat: Chat,
  from: User,
  old_chat_member: Member,
  new_chat_member: Member,
});

/** The fields of an update that are read here; others are left alone. */
const Update = z.object({
  update_id: Id,
  message: Message.optional(),
  channel_post: Message.optional(),
  callback_query: CallbackQuery.optional(),
  inline_query: InlineQuery.optional(),
  my_chat_member: MemberUpdate.optional(),
});

export type TelegramUser = z.output<typeof User>;
export type TelegramChat = z.output<typeof Chat>;
export type TelegramMessage = z.output<typeof Message>;
export type CallbackQuery = z.output<typeof CallbackQuery>;
export type InlineQuery = z.output<typeof InlineQuery>;
export type MemberUpdate = z.output<typeof MemberUpdate>;
export type Update = z.output<typeof Update>;

/** One update as it came: its id for confirming, and what it says, or why that cannot be read. */
export type ReceivedUpdate = {
  readonly id: number;
  readonly update: Update | null;
  /** Paths of the fields that are not as documented; no values, which may be people's words. */
  readonly problem: string;
};

const Numbered = z.object({ update_id: Id });

/** Reads one update; null for what has not even a number. */
export function readUpdate(raw: unknown): ReceivedUpdate | null {
  const numbered = Numbered.safeParse(raw);
  if (!numbered.success) return null;
  const { data, error } = Update.safeParse(raw);
  const problem = (error?.issues ?? []).map(({ path }) => path.join(".")).join(", ");
  return { id: numbered.data.update_id, update: data ?? null, problem: problem.slice(0, 200) };
}
