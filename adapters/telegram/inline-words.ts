import type { Call } from "../../src/messages/control.ts";
import type { CommandForm } from "../../src/platform/command-form.ts";

/** A command that someone fills in after the bot's name. */
export type InlineWords = {
  readonly call: Call;
  /** The option that is being typed; null when all is said. */
  readonly fills: string | null;
  readonly typed: string;
};

/** A command as it is typed on a line: `/name option=value`, with values of several words in quotation marks. */
export const commandLine = ({ command, options }: Call, mention = ""): string =>
  [
    `/${command}${mention}`,
    ...Object.entries(options).map(([n, value]) => `${n}=${quoted(value)}`),
  ].join(" ");

const quoted = (value: string): string =>
  /[\s"\u201c\u201e\u00ab]/u.test(value) || value === ""
    ? `"${value.replaceAll('"', "\u201d")}"`
    : value;

/** What a search puts after the bot's name; what is typed next is the value of the option `fills`. */
export const searchPrefix = (call: Call, fills: string): string => `${commandLine(call)} ${fills}=`;

/** Reads an inline query that began as {@link searchPrefix} or {@link commandLine} wrote it; null for any other. */
export function readInlineWords(query: string, forms: readonly CommandForm[]): InlineWords | null {
  const [, name = "", rest = ""] = /^\/([a-z]{1,32})(?:\s+([^]*))?$/u.exec(query) ?? [];
  const form = forms.find((known) => known.name === name);
  if (form === undefined) return null;
  const pairs = [...rest.matchAll(PAIR)];
  const last = pairs.at(-1);
  const settled = pairs
    .slice(0, -1)
    .map(([, option = "", value = ""]) => [option, unquoted(value)]);
  const [whole = "", option = "", value = ""] = last ?? [];
  const options: Record<string, string> = Object.fromEntries(settled);
  if (last === undefined) return { call: { command: name, options }, fills: null, typed: "" };
  const isClosed = value.startsWith('"') && whole.trimEnd().endsWith('"') && value.length > 1;
  if (isClosed)
    return {
      call: { command: name, options: { ...options, [option]: unquoted(value) } },
      fills: null,
      typed: "",
    };
  return { call: { command: name, options }, fills: option, typed: unquoted(value) };
}

/** An option and all up to the next one. */
const PAIR = /([a-z]{1,32})=("[^"]*"|(?:(?!\s[a-z]{1,32}=)[^])*)/gu;

const unquoted = (value: string): string => value.trim().replace(/^"([^"]*)"$/u, "$1");
