import { commandCatalogOf } from "../i18n/commands/catalog.ts";
import type { CommandCatalog } from "../i18n/commands/en.ts";
import type { Language } from "../lib/language.ts";
import type { Control, ControlRow } from "../messages/control.ts";
import { type Block, type Message, type Span, text } from "../messages/message.ts";
import type { Answer } from "../platform/conversation.ts";

/** A paragraph of plain words. */
export const paragraph = (words: string): Block => ({ kind: "paragraph", spans: [text(words)] });

/**
 * A paragraph of our own words, in which commands such as /status may be pressed. Never for words of
 * others: theirs must not become commands.
 */
export const paragraphWithCommands = (words: string): Block => ({
  kind: "paragraph",
  spans: spansWithCommands(words),
});

/** The same, as spans. */
export const spansWithCommands = (words: string): readonly Span[] =>
  words.split(COMMAND).flatMap((part, at): Span[] => {
    if (at % 2 === 1) return [{ kind: "command", name: part }];
    return part === "" ? [] : [text(part)];
  });

/** With the isolates around it, which every platform writes for itself. */
const COMMAND = /\u2066?(?<![^\s\u2066])\/([a-z]{1,32})(?![^\s\u2069.,;:\u060c\u061b])\u2069?/u;

/** A short message in plain words, a paragraph each. */
export const say = (
  language: Language,
  words: readonly [string, ...string[]],
  controls: readonly ControlRow[] = [],
): Message => {
  const [first, ...rest] = words;
  return {
    language,
    blocks: [paragraph(first), ...rest.map(paragraph)],
    ...(controls.length === 0 ? {} : { controls }),
  };
};

/** An answer that only the asker needs to see. */
export const privately = (message: Message): Answer => ({
  message,
  audience: "asker",
  placement: "new",
});

/** A button that gives a command. */
export const button = (
  label: string,
  command: string,
  options: Readonly<Record<string, string>> = {},
): Control => ({ kind: "button", label, call: { command, options }, weight: "plain" });

/** The button that shows where the talks stand, which is right everywhere. */
export function statusButton(
  language: Language,
  options: Readonly<{ talks?: string }> = {},
): ControlRow {
  const phrases: CommandCatalog = commandCatalogOf(language);
  return [button(phrases["button.status"], "status", options)];
}
