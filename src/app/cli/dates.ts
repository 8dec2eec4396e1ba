import { DateItem, dateLine } from "../../facts/dates/date-line.ts";
import { loadDates } from "../core.ts";
import type { ExitCode, Terminal } from "../terminal.ts";
import { printLines } from "./print-lines.ts";

/** `parley dates`: one JSON line an item, of the dates that its text names. */
export function datesCommand(terminal: Terminal, options: { readonly items: string }): ExitCode {
  const finder = loadDates();
  return printLines(terminal, options.items, DateItem, (item) => dateLine(finder, item));
}
