import { CodeItem, codeLine } from "../../facts/events/code-line.ts";
import { loadCoder } from "../core.ts";
import type { ExitCode, Terminal } from "../terminal.ts";
import { printLines } from "./print-lines.ts";

/** `parley code`: one JSON line an item, of what its sentence asserts from source to target. */
export function codeCommand(terminal: Terminal, options: { readonly items: string }): ExitCode {
  const coder = loadCoder();
  return printLines(terminal, options.items, CodeItem, (item) => codeLine(coder, item));
}
