import { commandCatalogOf } from "../i18n/commands/catalog.ts";
import { formatAddress } from "../platform/address.ts";
import type { Answer, CommandCall } from "../platform/conversation.ts";
import { languageFor } from "./asked.ts";
import type { ConversationDeps } from "./conversation-deps.ts";
import { privately, say } from "./say.ts";

/** What a person is told when a command came to nothing through no fault of theirs. */
export function answerTrouble(deps: ConversationDeps, call: CommandCall, error: unknown): Answer {
  const language = languageFor(null, call.asker, deps.language);
  const phrases = commandCatalogOf(language);
  const id = logTrouble(deps, "command failed", error, {
    command: call.name.slice(0, 40),
    at: formatAddress(call.from),
  });
  return privately(
    say(language, [deps.isStoreTrouble(error) ? phrases.busy : phrases.failed({ id })]),
  );
}

/** Logs what went wrong under an id that a person can name; gives the id. */
export function logTrouble(
  { log, context }: ConversationDeps,
  event: string,
  error: unknown,
  fields: Readonly<Record<string, string>> = {},
): string {
  const id = context.random().toString(36).slice(2, 8).padEnd(6, "0");
  log.error(event, { id, ...fields, err: error });
  return id;
}
