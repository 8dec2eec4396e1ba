import { commandCatalogOf } from "../i18n/commands/catalog.ts";
import type { Answer, CommandCall } from "../platform/conversation.ts";
import { chatAt, languageFor } from "./asked.ts";
import type { ConversationDeps } from "./conversation-deps.ts";
import { privately, say } from "./say.ts";

/** Asks someone who sends too much to wait. */
export async function kindlyWait(
  { context, language: otherwise }: ConversationDeps,
  { from, asker }: CommandCall,
  ms: number,
): Promise<Answer> {
  const language = languageFor(await chatAt(context, from), asker, otherwise);
  const seconds = Math.ceil(ms / 1_000);
  return privately(say(language, [commandCatalogOf(language).flood({ seconds })]));
}
