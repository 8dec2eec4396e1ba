import type { Named } from "./people-named.ts";
import { isCueAt, type Words } from "./word-roles.ts";

/** "NAME (head)", "NAME (head of delegation)" in a list of members. */
export function isMarkedHead(words: Words, { to }: Named): boolean {
  if (words.tokens[to]?.text !== "(") return false;
  let at = to + 1;
  let marks = false;
  while (at - to < LONGEST && words.roleAt(at) !== "mark") {
    if (isCueAt(words, at, "delegation.marked-head", "delegation.chief")) marks = true;
    else if (!isPart(words, at)) return false;
    at += 1;
  }
  return marks && words.tokens[at]?.text === ")";
}

const LONGEST = 7;

const isPart = (words: Words, at: number): boolean =>
  words.roleAt(at) === "entity" ||
  isCueAt(words, at, "delegation.noun", "delegation.link", "speech.determiner");
