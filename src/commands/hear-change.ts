import { moveAll } from "../deliveries/consequences.ts";
import { commandCatalogOf } from "../i18n/commands/catalog.ts";
import type { Message } from "../messages/message.ts";
import type { ChatChange } from "../platform/conversation.ts";
import { chatAt, languageFor } from "./asked.ts";
import type { ConversationDeps } from "./conversation-deps.ts";
import { button, say } from "./say.ts";

/** Takes in that we joined, left or moved; gives what is to be said there. */
export async function hearChange(
  deps: ConversationDeps,
  change: ChatChange,
): Promise<Message | null> {
  switch (change.kind) {
    case "joined":
      return greet(deps, change);
    case "left":
      await leave(deps, change);
      return null;
    case "moved":
      await move(deps, change);
      return null;
  }
}

async function greet(
  { context, language: otherwise }: ConversationDeps,
  { at, asker }: Extract<ChatChange, { kind: "joined" }>,
): Promise<Message> {
  const language = languageFor(await chatAt(context, at), asker, otherwise);
  const phrases = commandCatalogOf(language);
  return say(
    language,
    [phrases.greeting, phrases["greeting.next"]],
    [
      [
        button(phrases["button.status"], "status"),
        button(phrases["button.subscribe"], "subscribe"),
        button(phrases["button.help"], "help"),
      ],
    ],
  );
}

const LEFT = "the bot was removed";

const leave = (
  { context: { store }, clock }: ConversationDeps,
  { at }: Extract<ChatChange, { kind: "left" }>,
): Promise<void> =>
  store.transaction(async ({ subscriptions, outbox }) => {
    const now = clock.now();
    await subscriptions.end(at, now, LEFT);
    await outbox.withdraw(at, now, LEFT);
  });

const move = (
  { context: { store } }: ConversationDeps,
  { from, to }: Extract<ChatChange, { kind: "moved" }>,
): Promise<void> => store.transaction((stores) => moveAll(stores, from, to));
