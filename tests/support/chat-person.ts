import type { CommandContext } from "../../src/commands/command.ts";
import type { Control } from "../../src/messages/control.ts";
import { renderText } from "../../src/messages/render-text.ts";
import type { Answer, CommandCall } from "../../src/platform/conversation.ts";
import { conversationOf, demoDesk, EVE, pressed, shown, typed } from "./conversations.ts";

const desk = demoDesk();
const MINUTE_MS = 60_000;

/** Someone who talks with the bot, and sees what it answered last. */
export type Person = {
  readonly context: CommandContext;
  /** Gives the answer on one line. */
  readonly says: (line: string) => Promise<string>;
  readonly presses: (label: string) => Promise<string>;
  /** Chooses one of a list, or types words where they are asked for. */
  readonly picks: (label: string, value: string) => Promise<string>;
  readonly gives: (name: string, options: Readonly<Record<string, string>>) => Promise<string>;
  /** The last answer with its buttons. */
  readonly sees: () => string;
  readonly answer: () => Answer | null;
  readonly turn: (to: Date) => void;
};

type Given = Partial<Pick<CommandCall, "from" | "place">> & {
  readonly language?: string;
  readonly isAdministrator?: boolean;
  readonly isOperator?: boolean;
  readonly id?: string;
  readonly store?: CommandContext["store"];
};

/** Brings someone into a chat; a minute passes between two things that they do. */
export async function personIn(given: Given = {}): Promise<Person> {
  const { language = "en", isAdministrator = true, id = "telegram:42" } = given;
  const { conversation, context, turn } = await conversationOf({
    talks: [desk],
    operators: new Set(given.isOperator === true ? [id] : []),
    ...(given.store === undefined ? {} : { store: given.store }),
  });
  // Who joins another's store must not draw the same ids again.
  if (given.store !== undefined) context.random();
  let now = EVE.getTime();
  let last: Answer | null = null;
  const call: Partial<CommandCall> = {
    asker: { id, languageHint: language },
    mayAdminister: () => Promise.resolve(isAdministrator),
    ...(given.from === undefined ? {} : { from: given.from }),
    ...(given.place === undefined ? {} : { place: given.place }),
  };
  const give = async (said: CommandCall): Promise<string> => {
    now += MINUTE_MS;
    turn(new Date(now));
    last = await conversation.answer(said);
    return last === null ? "" : renderText(last.message).replaceAll(/\s+/gu, " ");
  };
  return {
    context,
    says: (line) => give(typed(line, call)),
    presses: (label) => {
      const control = controlOf(last, label);
      if (control.kind !== "button") throw new Error(`${label} is no button`);
      return give(pressed(control.call.command, control.call.options, call));
    },
    picks: (label, value) => {
      const control = controlOf(last, label);
      if (control.kind !== "select" && control.kind !== "search")
        throw new Error(`${label} asks for nothing`);
      const options = { ...control.call.options, [control.fills]: value };
      return give(pressed(control.call.command, options, call));
    },
    gives: (name, options) => give(pressed(name, options, call)),
    sees: () => shown(last),
    answer: () => last,
    turn: (to) => {
      now = to.getTime();
    },
  };
}

function controlOf(answer: Answer | null, label: string): Control {
  const controls = (answer?.message.controls ?? []).flat();
  const found = controls.find((control) => control.label.includes(label));
  if (found === undefined)
    throw new Error(`no ${label} among: ${controls.map((each) => each.label).join(" | ")}`);
  return found;
}
