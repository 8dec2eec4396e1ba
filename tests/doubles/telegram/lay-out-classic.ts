import type { Entity, Formatted } from "./classic-html.ts";
import { showDateTime } from "./date-time.ts";
import { quoted } from "./lay-out-rich.ts";
import type { Look } from "./lay-out-rich.ts";
import { wrap } from "./text-layout.ts";

type Line = { readonly start: number; readonly text: string };

/** A classic message on lines of at most so many columns: quotations behind a bar, moments in the reader's zone. */
export function layOutClassic(formatted: Formatted, look: Look, columns: number): string[] {
  return linesOf(formatted.text).flatMap((line) => {
    const isQuoted = formatted.entities.some(
      ({ type, offset, length }) =>
        type.endsWith("blockquote") && offset <= line.start && line.start < offset + length,
    );
    const shown = showTimes(line, formatted.entities, look);
    return isQuoted ? quoted(wrap(shown, columns - 2)) : wrap(shown, columns);
  });
}

function linesOf(text: string): Line[] {
  let start = 0;
  return text.split("\n").map((line) => {
    const one = { start, text: line };
    start += line.length + 1;
    return one;
  });
}

function showTimes({ start, text }: Line, entities: readonly Entity[], look: Look): string {
  let shown = "";
  let at = 0;
  for (const { type, offset, length, unix_time = 0, date_time_format = "" } of entities) {
    const from = offset - start;
    if (type !== "date_time" || from < at || from + length > text.length) continue;
    const words = text.slice(from, from + length);
    const time = { unixTime: unix_time, format: date_time_format };
    shown += text.slice(at, from) + showDateTime(time, words, look);
    at = from + length;
  }
  return shown + text.slice(at);
}
