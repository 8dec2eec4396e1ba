import { plainLine } from "../../src/i18n/direction.ts";
import type { Call, Control, ControlRow } from "../../src/messages/control.ts";
import { shorten } from "../../src/messages/quotation.ts";
import type { CommandForm } from "../../src/platform/command-form.ts";
import { writeCallbackData } from "./callback-data.ts";
import { commandLine, searchPrefix } from "./inline-words.ts";
import { MAX_BUTTONS, MAX_BUTTONS_IN_ROW, MAX_INLINE_QUERY } from "./limits.ts";
import { webAddress } from "./markup.ts";
import type { Button, Keyboard } from "./part.ts";

/** What buttons are made with. */
export type Controls = {
  readonly forms: readonly CommandForm[];
  /** Whether buttons may ask for words after the bot's name; channels have no place to type them. */
  readonly inline: boolean;
};

/** Controls as an inline keyboard: each choice of a list is a button, with a mark on those in force. */
export function keyboardOf(rows: readonly ControlRow[], controls: Controls): Keyboard {
  const keyboard = rows
    .flatMap((row) => rowsOf(row, controls))
    .flatMap((row) => chunked(row, MAX_BUTTONS_IN_ROW));
  let left = MAX_BUTTONS;
  return keyboard.filter((row) => {
    left -= row.length;
    return row.length > 0 && left >= 0;
  });
}

/** Buttons of a row side by side; a list of choices takes rows of its own. */
function rowsOf(row: ControlRow, controls: Controls): Button[][] {
  const rows: Button[][] = [[]];
  for (const control of row) {
    if (control.kind === "select") rows.push(...choiceRows(control, controls), []);
    else rows.at(-1)?.push(...buttonOf(control, controls));
  }
  return rows.filter((buttons) => buttons.length > 0);
}

const CHOSEN = "\u2705 ";
const SHORT_LABEL = 12;

function choiceRows(select: Extract<Control, { kind: "select" }>, controls: Controls): Button[][] {
  const buttons = select.choices.flatMap(({ label, value, chosen }) =>
    calling(
      chosen ? CHOSEN + label : label,
      { ...select.call, options: { ...select.call.options, [select.fills]: value } },
      controls,
    ),
  );
  const isShort = select.choices.every(({ label }) => label.length <= SHORT_LABEL);
  return chunked(buttons, isShort ? 3 : 2);
}

function buttonOf(
  control: Exclude<Control, { kind: "select" }>,
  controls: Controls,
): readonly Button[] {
  switch (control.kind) {
    case "button":
      return calling(control.label, control.call, controls).map((button) =>
        control.weight === "plain" ? button : { ...button, style: control.weight },
      );
    case "link": {
      const url = webAddress(control.url);
      return url === null ? [] : [{ text: labelOf(control.label), url }];
    }
    case "search":
      return asking(
        `\u{1f50d} ${control.label}`,
        searchPrefix(control.call, control.fills),
        controls,
      );
  }
}

/**
 * A button that gives a command. One whose data would be too long puts the command after the bot's
 * name instead, to be sent by a second press: it still carries all that it means.
 */
function calling(label: string, call: Call, controls: Controls): readonly Button[] {
  const data = writeCallbackData(call, controls.forms);
  return data === null
    ? asking(label, commandLine(call), controls)
    : [{ text: labelOf(label), callback_data: data }];
}

const asking = (label: string, words: string, { inline }: Controls): readonly Button[] =>
  inline && words.length <= MAX_INLINE_QUERY
    ? [{ text: labelOf(label), switch_inline_query_current_chat: words }]
    : [];

const LONGEST_LABEL = 64;
const labelOf = (label: string): string => shorten(plainLine(label), LONGEST_LABEL) || "\u2026";

function chunked<T>(items: readonly T[], size: number): T[][] {
  const count = Math.ceil(items.length / size);
  return Array.from({ length: count }, (_, at) => items.slice(at * size, (at + 1) * size));
}
