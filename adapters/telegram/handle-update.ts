import type { ChatChange } from "../../src/platform/conversation.ts";
import { askerOf, hasInput, writerOf } from "./callers.ts";
import { addressOf } from "./chat-ids.ts";
import { placeOf, readCommand } from "./command-text.ts";
import { handlePress } from "./handle-press.ts";
import { type Handling, sayAnswer } from "./handling.ts";
import { answerInline } from "./inline.ts";
import { speak } from "./speak.ts";
import type { MemberUpdate, TelegramMessage, Update } from "./updates.ts";

/** Does what an update asks for. */
export async function handleUpdate(update: Update, handling: Handling): Promise<void> {
  const { message, channel_post: post, callback_query: query } = update;
  const written = message ?? post;
  if (written !== undefined) await handleMessage(written, handling);
  if (query !== undefined) await handlePress(query, handling);
  if (update.inline_query !== undefined) await answerInline(update.inline_query, handling);
  if (update.my_chat_member !== undefined) await handleMembership(update.my_chat_member, handling);
}

async function handleMessage(message: TelegramMessage, handling: Handling): Promise<void> {
  const { chat, text, migrate_to_chat_id: newId } = message;
  if (newId !== undefined) {
    const [from, to] = [addressOf(chat.id, null), addressOf(newId, null)];
    await tellChange({ kind: "moved", from, to }, handling);
  }
  if (text === undefined || message.is_automatic_forward === true) return;
  const { commands, me } = handling;
  // What someone shared through our inline mode is our own message, unless it is a command.
  if (message.via_bot?.id === me.id && me.id !== null && !text.startsWith("/")) return;
  const command = readCommand(text, placeOf(chat), {
    username: me.username,
    commands: new Set(commands.map(({ name }) => name)),
  });
  const caller = command === null ? null : writerOf(message, handling);
  if (command === null || caller === null) return;
  const input = { kind: "line", text: command.line } as const;
  const call = { ...caller, name: command.name, input, pressed: false };
  const answer = await handling.conversation.answer(call);
  if (answer !== null) await sayAnswer(answer, caller, null, handling);
}

/** A person who starts us says so by a command, so only other chats are joined. */
async function handleMembership(update: MemberUpdate, handling: Handling): Promise<void> {
  const { chat, from, old_chat_member: before, new_chat_member: now } = update;
  const at = addressOf(chat.id, null);
  const place = placeOf(chat);
  if (isIn(before) && !isIn(now)) await tellChange({ kind: "left", at }, handling);
  if (!isIn(before) && isIn(now) && place !== "private")
    await tellChange({ kind: "joined", at, place, asker: askerOf(from) }, handling);
}

const isIn = ({ status, is_member }: MemberUpdate["new_chat_member"]): boolean =>
  status === "restricted" ? is_member === true : status !== "left" && status !== "kicked";

async function tellChange(change: ChatChange, { conversation, speaker }: Handling): Promise<void> {
  const message = await conversation.changed(change);
  if (message === null || change.kind === "left") return;
  const [to, inline] =
    change.kind === "joined" ? [change.at, hasInput(change.place)] : [change.to, true];
  await speak(speaker, { message, to, replaces: null, inline });
}
