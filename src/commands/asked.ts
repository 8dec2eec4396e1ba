import type { Chat } from "../deliveries/chat.ts";
import { type Language, LANGUAGES } from "../lib/language.ts";
import type { Address } from "../platform/address.ts";
import type { Asker, CommandCall } from "../platform/conversation.ts";
import type { Asked, CommandContext, RawOptions } from "./command.ts";
import type { ConversationDeps } from "./conversation-deps.ts";
import type { TalksDesk } from "./desk.ts";

/** What is kept of a place; a thread follows its chat until something is chosen in it. */
export async function chatAt(
  { store }: Pick<CommandContext, "store">,
  address: Address,
): Promise<Chat | null> {
  const own = await store.chats.find(address);
  if (own !== null || address.thread === null) return own;
  const around = await store.chats.find({ ...address, thread: null });
  return around === null ? null : { ...around, address };
}

/** The chat's choice, else that of the asker's client where we speak it, else the default. */
export function languageFor(
  chat: Chat | null,
  asker: Pick<Asker, "languageHint">,
  otherwise: Language,
): Language {
  const chosen = chat?.language ?? null;
  if (chosen !== null) return chosen;
  const [hint = ""] = (asker.languageHint ?? "").toLowerCase().split(/[-_]/u, 1);
  return LANGUAGES.find((language) => language === hint) ?? otherwise;
}

/**
 * The IANA zone in which instants are told: the chat's choice, else the operator's, else that in which most
 * readers of the language live, else that of the talks.
 */
export const zoneFor = (
  { cities, timeZone }: Pick<CommandContext, "cities" | "timeZone">,
  { chat, language, talks }: Pick<Asked, "chat" | "language" | "talks">,
): string =>
  chat?.timeZone ?? timeZone ?? cities.usualZones[language] ?? talks.names.dossier.timeZone;

/** The talks that are named, else the chat's, else the first; null where those named are not followed. */
function talksFor(
  { talks }: Pick<CommandContext, "talks">,
  chat: Chat | null,
  named: string | undefined,
): TalksDesk | null {
  const find = (id: string) => talks.find(({ names }) => names.dossier.id === id) ?? null;
  if (named !== undefined) return find(named);
  const chosen = chat?.talks ?? null;
  return (chosen === null ? null : find(chosen)) ?? talks[0];
}

/** Who asks, where, and how they are answered; null where talks are named that are not followed. */
export function resolveAsked(
  deps: ConversationDeps,
  call: CommandCall,
  { chat, options, now }: { chat: Chat | null; options: RawOptions; now: Date },
): Asked | null {
  const talks = talksFor(deps.context, chat, options["talks"]);
  if (talks === null) return null;
  const language = languageFor(chat, call.asker, deps.language);
  return {
    from: call.from,
    place: call.place,
    asker: call.asker,
    isOperator: deps.operators.has(call.asker.id),
    mayAdminister: call.mayAdminister,
    pressed: call.pressed,
    now,
    chat,
    language,
    timeZone: zoneFor(deps.context, { chat, language, talks }),
    talks,
  };
}
