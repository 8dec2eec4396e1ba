import type { Completion, CompletionCall } from "../platform/conversation.ts";
import { chatAt, resolveAsked } from "./asked.ts";
import type { ConversationDeps } from "./conversation-deps.ts";

/** What Discord shows at most. */
const MOST_COMPLETIONS = 25;
const LONGEST_TYPED = 200;

/** What may complete the words typed so far; nothing where there is no such command. */
export async function completeCall(
  deps: ConversationDeps,
  call: CompletionCall,
): Promise<readonly Completion[]> {
  const command = deps.commands.find(({ form }) => form.name === call.name);
  if (command === undefined) return [];
  const chat = await chatAt(deps.context, call.from);
  const asked = resolveAsked(
    deps,
    {
      ...call,
      input: { kind: "options", options: {} },
      place: chat?.place ?? "group",
      pressed: false,
      mayAdminister: () => Promise.resolve(false),
    },
    { chat, options: {}, now: deps.clock.now() },
  );
  if (asked === null) return [];
  const { option, given } = call;
  const typed = call.typed.slice(0, LONGEST_TYPED);
  const found = await command.complete({ option, typed, given }, asked, deps.context);
  return found.slice(0, MOST_COMPLETIONS);
}
