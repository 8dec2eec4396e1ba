import type { CommandCall, Completion, Conversation } from "../../src/platform/conversation.ts";
import { answerWith } from "./answer-with.ts";
import { type Pressed, readCustomId } from "./custom-id.ts";
import type { Interaction } from "./interaction.ts";
import { ACKNOWLEDGE_WITHIN_MS, LONGEST_CHOICE, MOST_CHOICES } from "./limits.ts";
import { modalOf } from "./modal.ts";
import type { PaintingDeps } from "./paint-part.ts";
import type { Choice, Reply } from "./reply.ts";
import { LATE, within } from "./within.ts";

/** What conversing needs. */
export type ConversingDeps = PaintingDeps & { readonly conversation: Conversation };

/** Brings one interaction to the core and its answer back. Rejects where Discord takes no answer. */
export async function converse(
  deps: ConversingDeps,
  interaction: Interaction,
  reply: Reply,
): Promise<void> {
  const { act } = interaction;
  switch (act.kind) {
    case "completion":
      return complete(deps, interaction, act, reply);
    case "command":
      return answer(deps, interaction, reply, { name: act.name, options: act.options });
    case "press":
      return press(deps, interaction, reply, act.customId, act.value);
    case "modal":
      return answer(deps, interaction, reply, filled(readCustomId(act.customId), act.words));
  }
}

type Given = { readonly name: string; readonly options: Readonly<Record<string, string>> };

/** No command has this name, so the core says that the control is out of date. */
const OUTDATED: Given = { name: "", options: {} };

async function press(
  deps: ConversingDeps,
  interaction: Interaction,
  reply: Reply,
  ...[customId, value]: [string, string | null]
): Promise<void> {
  const pressed = readCustomId(customId);
  const modal = pressed?.kind === "ask" ? modalOf(pressed, interaction.on?.label ?? "") : null;
  if (modal !== null) return reply.ask(modal);
  return answer(deps, interaction, reply, filled(pressed, value));
}

function filled(pressed: Pressed | null, value: string | null): Given {
  if (pressed?.kind === "call")
    return { name: pressed.call.command, options: pressed.call.options };
  if (pressed?.kind !== "fill" || value === null) return OUTDATED;
  const { command, options } = pressed.call;
  return { name: command, options: { ...options, [pressed.fills]: value } };
}

function answer(
  deps: ConversingDeps,
  interaction: Interaction,
  reply: Reply,
  { name, options }: Given,
): Promise<void> {
  const { conversation } = deps;
  const { from, place, asker, administers, act } = interaction;
  const call: CommandCall = {
    name,
    input: { kind: "options", options },
    from,
    place,
    asker,
    pressed: act.kind !== "command",
    mayAdminister: () => Promise.resolve(administers),
  };
  const spoke = () => conversation.spoke(from);
  return answerWith({ ...deps, spoke }, interaction, reply, conversation.answer(call));
}

type Typing = Extract<Interaction["act"], { kind: "completion" }>;

/** Suggestions that come late would be refused; none are shown then. */
async function complete(
  { conversation, sleep }: ConversingDeps,
  { from, asker }: Interaction,
  { name, option, typed, given }: Typing,
  reply: Reply,
): Promise<void> {
  const finding = conversation.complete({ name, option, typed, given, from, asker });
  const found = await within(finding, ACKNOWLEDGE_WITHIN_MS, sleep);
  const shown = found === LATE ? [] : found;
  await reply.suggest(shown.flatMap(toChoice).slice(0, MOST_CHOICES));
}

function toChoice({ label, value }: Completion): Choice[] {
  if (value === "" || value.length > LONGEST_CHOICE) return [];
  return [{ name: label.toWellFormed().slice(0, LONGEST_CHOICE) || value, value }];
}
