import { tokenize } from "../../../src/articles/tokens.ts";

const NO_JOINS = { next: new Set<string>(), previous: new Set<string>() };
const LONGEST_PATTERN = 200;

/**
 * Every folded form that an alias pattern stands for: choices (`a|b`) written out, the flags `^` and `=`
 * and the Arabic article dropped, so that two aliases with a common form would be taken for each other.
 */
export function aliasForms(pattern: string): string[] {
  return pattern
    .slice(0, LONGEST_PATTERN)
    .split(/\s+/)
    .map((word) => word.split("|").map(foldedWord))
    .reduce<string[]>(
      (starts, choices) => starts.flatMap((start) => choices.map((choice) => start + choice)),
      [""],
    )
    .map((form) => form.trim());
}

function foldedWord(word: string): string {
  const tokens = tokenize(word.replace(/^[=^]/, ""), NO_JOINS);
  return tokens.map((token) => ` ${token.text.replace(/^\u0627\u0644(?=..)/, "")}`).join("");
}
