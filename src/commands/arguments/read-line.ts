import type { Command, RawOptions } from "../command.ts";
import { argumentsOf, type Argument } from "./words-of.ts";
import { valueOf } from "./option-value.ts";

/** What a typed line gives, or the word that nothing reads. */
export type LineReading =
  | { readonly kind: "read"; readonly options: RawOptions }
  | { readonly kind: "unreadable"; readonly option: string; readonly value: string };

/** Names of people and places are no longer, in words. */
const LONGEST_RUN = 6;

type Reading = { readonly options: Map<string, string>; readonly line: string };

/**
 * Reads the words after a command's name: `name=value` in any order; words without a name go to the
 * first option that reads them, as many together as it reads at once; what follows free words joins them.
 */
export function readLine(command: Command, line: string): LineReading {
  const all = argumentsOf(line);
  const reading: Reading = { options: new Map(), line };
  for (const { name, value } of all)
    if (name !== null && isOption(command, name)) setOption(command, reading, { name, value });
  const words = all.filter(({ name }) => name === null || !isOption(command, name));
  let at = 0;
  while (at < words.length) {
    const taken = takeWords(command, reading, words.slice(at, at + LONGEST_RUN));
    if (taken === 0) return unreadable(command, reading, words[at]);
    at += taken;
  }
  return { kind: "read", options: Object.fromEntries(reading.options) };
}

const formOf = ({ form }: Command, name: string) =>
  form.options.find((option) => option.name === name);

const isOption = (command: Command, name: string): boolean => formOf(command, name) !== undefined;

type Given = { readonly name: string; readonly value: string };

const setOption = (command: Command, { options }: Reading, { name, value }: Given): void => {
  options.set(name, valueOf(formOf(command, name), value));
};

/** Gives how many of the words an option took. */
function takeWords(command: Command, reading: Reading, words: readonly Argument[]): number {
  for (const name of command.bare) {
    if (reading.options.has(name)) continue;
    if (formOf(command, name)?.input.kind === "text") return takeText(name, reading, words);
    const count = longestRead(command, name, { words, line: reading.line });
    if (count === 0) continue;
    setOption(command, reading, { name, value: runOf(words.slice(0, count), reading.line) });
    return count;
  }
  return appendText(command, reading, words);
}

type Words = { readonly words: readonly Argument[]; readonly line: string };

function longestRead(command: Command, name: string, { words, line }: Words): number {
  for (let count = words.length; count > 0; count -= 1) {
    const value = valueOf(formOf(command, name), runOf(words.slice(0, count), line));
    if (command.reads(name, value)) return count;
  }
  return 0;
}

/** A word as it was given, several with what stood between them. */
function runOf(words: readonly Argument[], line: string): string {
  const [first] = words;
  if (first === undefined) return "";
  return words.length === 1 && first.name === null
    ? first.value
    : line.slice(first.start, words.at(-1)?.end);
}

function takeText(name: string, { options, line }: Reading, words: readonly Argument[]): number {
  options.set(name, runOf(words.slice(0, 1), line));
  return Math.min(words.length, 1);
}

/** Free words go on until the end of the line, with the spaces and lines between them as typed. */
function appendText(command: Command, { options, line }: Reading, words: readonly Argument[]) {
  const name = command.bare.find((each) => formOf(command, each)?.input.kind === "text");
  const [word] = words;
  if (name === undefined || word === undefined) return 0;
  const before = options.get(name) ?? "";
  const gapStart = lastNonSpace(line, word.start);
  options.set(name, before + line.slice(gapStart, word.start) + runOf([word], line));
  return 1;
}

function lastNonSpace(line: string, before: number): number {
  let at = before;
  while (at > 0 && /\s/u.test(line.charAt(at - 1))) at -= 1;
  return at;
}

function unreadable(command: Command, { options }: Reading, word: Argument | undefined) {
  const option = command.bare.find((name) => !options.has(name)) ?? "";
  return { kind: "unreadable", option, value: word?.value ?? "" } as const;
}
