import type { Call } from "../../src/messages/control.ts";
import type { CommandForm } from "../../src/platform/command-form.ts";
import { MAX_CALLBACK_DATA } from "./limits.ts";

/** Changes whenever data written before would be read wrongly; older data is then read as unknown. */
const VERSION = "1";
const SEPARATOR = "|";

/**
 * Writes a command into a button's data, all it means, so that it works after a restart; null where it
 * is longer than Telegram's 64 bytes even with names cut to what tells them apart.
 */
export function writeCallbackData(call: Call, forms: readonly CommandForm[]): string | null {
  const whole = written(call.command, call.options, (name) => name);
  if (fits(whole)) return whole;
  const names = optionNames(call.command, forms);
  const command = shortest(call.command, namesOf(forms));
  const cut = written(command, call.options, (name) => shortest(name, names));
  return fits(cut) ? cut : null;
}

/**
 * Reads what {@link writeCallbackData} wrote, by this or another version of the program; null for what
 * is foreign, forged beyond reading, or cut to a name that several now share.
 */
export function readCallbackData(data: string, forms: readonly CommandForm[]): Call | null {
  const [version, word = "", ...pairs] = partsOf(data);
  const command = resolved(word, namesOf(forms));
  if (version !== VERSION || command === null) return null;
  const names = optionNames(command, forms);
  const options: [string, string][] = [];
  for (const pair of pairs) {
    const at = pair.indexOf("=");
    const name = at < 0 ? null : optionNamed(pair.slice(0, at), names);
    if (name === null) return null;
    options.push([name, pair.slice(at + 1)]);
  }
  return { command, options: Object.fromEntries(options) };
}

const fits = (data: string): boolean => Buffer.byteLength(data) <= MAX_CALLBACK_DATA;

const written = (
  command: string,
  options: Call["options"],
  nameOf: (name: string) => string,
): string =>
  [VERSION, command, ...Object.entries(options).map(([name, value]) => `${nameOf(name)}=${value}`)]
    .map((part) => part.toWellFormed().replaceAll("\\", "\\\\").replaceAll(SEPARATOR, "\\|"))
    .join(SEPARATOR);

/** Splits at separators that no backslash stands before. */
function partsOf(data: string): string[] {
  const parts = [""];
  for (const [token] of data.matchAll(/\\.|[^\\|]+|\||\\/gsu)) {
    if (token === SEPARATOR) parts.push("");
    else parts.push((parts.pop() ?? "") + (token.startsWith("\\") ? token.slice(1) : token));
  }
  return parts;
}

const namesOf = (forms: readonly { readonly name: string }[]): readonly string[] =>
  forms.map(({ name }) => name);

const optionNames = (command: string, forms: readonly CommandForm[]): readonly string[] =>
  namesOf(forms.find(({ name }) => name === command)?.options ?? []);

/** The fewest letters of a name that no other begins with; all of one that is no form's, or a beginning of another. */
function shortest(name: string, names: readonly string[]): string {
  if (!names.includes(name)) return name;
  for (let length = 1; length < name.length; length += 1) {
    const start = name.slice(0, length);
    if (names.filter((other) => other.startsWith(start)).length === 1) return start;
  }
  return name;
}

/** A control may hold an option that no form offers; it is always written out. */
const optionNamed = (word: string, names: readonly string[]): string | null =>
  /^[a-z]{2,32}$/.test(word) && !names.some((name) => name.startsWith(word))
    ? word
    : resolved(word, names);

/** The name that is meant: the one written out, or the only one that begins so. */
function resolved(word: string, names: readonly string[]): string | null {
  if (names.includes(word)) return word;
  const [only, ...more] = word === "" ? [] : names.filter((name) => name.startsWith(word));
  return only === undefined || more.length > 0 ? null : only;
}
