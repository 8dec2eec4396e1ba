import { balanceIsolates } from "../../src/i18n/direction.ts";
import { spansOf } from "../../src/messages/block-spans.ts";
import type { Control } from "../../src/messages/control.ts";
import { commandText, type Message, type Span } from "../../src/messages/message.ts";
import { shorten } from "../../src/messages/quotation.ts";
import type { CommandForm } from "../../src/platform/command-form.ts";
import type { Answer } from "../../src/platform/conversation.ts";
import { MAX_ALERT } from "./limits.ts";

/**
 * The plain words of an answer that its asker alone is to see, cut to what an alert holds; null for
 * what an alert cannot stand for: more than paragraphs, files, or controls that settle something.
 */
export function alertOf(
  { message, audience, placement }: Answer,
  forms: readonly CommandForm[],
): string | null {
  if (audience !== "asker" || placement === "here" || !isPlain(message)) return null;
  if ((message.controls ?? []).flat().some((control) => settles(control, forms))) return null;
  const words = message.blocks.map((block) => spansOf(block).map(wordsOf).join("")).join("\n");
  // Isolates that the cut leaves open are closed behind it.
  return balanceIsolates([shorten(words, MAX_ALERT - ROOM)])
    .join("")
    .slice(0, MAX_ALERT);
}

const ROOM = 4;

const isPlain = ({ blocks, files = [] }: Message): boolean =>
  files.length === 0 && blocks.every(({ kind }) => kind === "paragraph");

const settles = (control: Control, forms: readonly CommandForm[]): boolean =>
  control.kind !== "link" &&
  forms.find(({ name }) => name === control.call.command)?.audience !== "everyone";

function wordsOf(span: Span): string {
  if (span.kind === "command") return commandText(span);
  return span.kind === "citation" ? "" : span.text;
}
