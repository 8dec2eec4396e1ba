import { plainLine } from "../../i18n/direction.ts";

/** One argument of a typed line: `name=value`, or a word without a name. */
export type Argument = {
  readonly name: string | null;
  readonly value: string;
  /** Where it stands in the line, `[start, end)` in UTF-16 units. */
  readonly start: number;
  readonly end: number;
};

const CLOSING: Readonly<Record<string, string>> = {
  '"': '"',
  "\u201c": "\u201d",
  "\u201e": "\u201d",
  "\u00ab": "\u00bb",
};

const SPACE = /\s/u;
const NAME = /^[a-z]+$/iu;
const LONGEST_NAME = 32;

/** Splits a line at spaces outside quotation marks; marks without their partner are letters. */
export function argumentsOf(line: string): readonly Argument[] {
  const found: Argument[] = [];
  let at = 0;
  while (at < line.length) {
    if (SPACE.test(line.charAt(at))) {
      at += 1;
      continue;
    }
    const argument = argumentAt(line, at);
    found.push(argument);
    at = argument.end;
  }
  return found.filter(({ value, name }) => name !== null || plainLine(value) !== "");
}

function argumentAt(line: string, start: number): Argument {
  const quoted = quotedAt(line, start);
  if (quoted !== null) return { name: null, ...quoted, start };
  let end = start;
  while (end < line.length && !SPACE.test(line.charAt(end))) {
    const isName = line.charAt(end) === "=" && end - start <= LONGEST_NAME;
    const name = isName ? line.slice(start, end) : "";
    if (NAME.test(name)) {
      const value = quotedAt(line, end + 1) ?? wordAt(line, end + 1);
      return { name: name.toLowerCase(), ...value, start };
    }
    end += 1;
  }
  return { name: null, value: line.slice(start, end), start, end };
}

type Value = { readonly value: string; readonly end: number };

function quotedAt(line: string, start: number): Value | null {
  const closing = CLOSING[line.charAt(start)];
  if (closing === undefined) return null;
  const end = line.indexOf(closing, start + 1);
  if (end < 0) return null;
  const after = line.charAt(end + 1);
  if (after !== "" && !SPACE.test(after)) return null;
  return { value: line.slice(start + 1, end), end: end + 1 };
}

function wordAt(line: string, start: number): Value {
  let end = start;
  while (end < line.length && !SPACE.test(line.charAt(end))) end += 1;
  return { value: line.slice(start, end), end };
}
