import type { Chat } from "../deliveries/chat.ts";
import type { Answer, CommandCall } from "../platform/conversation.ts";
import { type LineReading, readLine } from "./arguments/read-line.ts";
import { valueOf } from "./arguments/option-value.ts";
import { chatAt, languageFor, resolveAsked } from "./asked.ts";
import type { Asked, Command, Reply } from "./command.ts";
import type { ConversationDeps } from "./conversation-deps.ts";
import { tellForbidden, tellOutdated, tellTooLong, tellUnreadable } from "./refusals.ts";
import { tellUnknown } from "./unknown.ts";

/** As long as any chat platform's message. */
const LONGEST_LINE = 4_096;

/** Answers one command; rejects where the command or the store does. */
export async function answerCall(
  deps: ConversationDeps,
  call: CommandCall,
): Promise<Answer | null> {
  const chat = await chatAt(deps.context, call.from);
  const language = languageFor(chat, call.asker, deps.language);
  const command = commandNamed(deps.commands, call.name);
  if (command === undefined)
    return call.pressed ? tellOutdated(language) : tellUnknown(deps, call, language);
  if (lengthOf(call) > LONGEST_LINE) return tellTooLong(language);

  const read = readInput(command, call);
  if (read.kind === "unreadable") return tellUnreadable(command, read, call, language);
  const { options } = read;
  const asked = resolveAsked(deps, call, { chat, options, now: deps.clock.now() });
  if (asked === null)
    return tellUnreadable(
      command,
      { option: "talks", value: options["talks"] ?? "" },
      call,
      language,
    );
  const forbidden = await forbiddenFor(command, asked);
  if (forbidden !== null) return tellForbidden(forbidden, call.asker, language);
  const reply = await command.run(options, asked, deps.context);
  return answerOf(reply, { command, call, chat, asked });
}

/** The command of a name as it was typed, if it is one of ours. */
export const commandNamed = (commands: readonly Command[], name: string): Command | undefined => {
  const wanted = name.slice(0, LONGEST_LINE).toLowerCase();
  return commands.find(({ form }) => form.name === wanted);
};

const lengthOf = ({ input }: CommandCall): number =>
  input.kind === "line"
    ? input.text.length
    : Math.max(0, ...Object.values(input.options).map((value) => value.length));

function readInput(command: Command, { input }: CommandCall): LineReading {
  if (input.kind === "line") return readLine(command, input.text);
  const given = Object.entries(input.options).map(([name, written]) => {
    const form = command.form.options.find((option) => option.name === name);
    return [name, form === undefined ? written : valueOf(form, written)] as const;
  });
  return { kind: "read", options: Object.fromEntries(given) };
}

async function forbiddenFor(
  { form: { audience } }: Command,
  { isOperator, mayAdminister }: Asked,
): Promise<"administrators" | "operators" | null> {
  switch (audience) {
    case "everyone":
      return null;
    case "operators":
      return isOperator ? null : "operators";
    case "administrators":
      return isOperator || (await mayAdminister()) ? null : "administrators";
  }
}

type Asking = {
  readonly command: Command;
  readonly call: CommandCall;
  readonly chat: Chat | null;
  readonly asked: Asked;
};

function answerOf(reply: Reply, { command, call, asked: { language } }: Asking): Answer {
  switch (reply.kind) {
    case "answer":
      return { message: reply.message, audience: reply.audience, placement: reply.placement };
    case "unreadable":
      return tellUnreadable(command, reply, call, language);
    case "forbidden":
      return tellForbidden(reply.to, call.asker, language);
  }
}
