import { hasCue } from "../mention.ts";
import type { Placed, Table } from "./heads.ts";
import { isLeader, type Named } from "./people-named.ts";
import { isCueAt, type Words } from "./word-roles.ts";

/** "X's and Y's teams", «فريقا X وY», «تیم‌های X و Y»: a team named for a negotiator is theirs. */
export function membersOfOwnTeams({ words, people }: Table): Placed[] {
  const { mentions } = words.sentence;
  if (!words.isEnglish && hasCue(mentions, "delegation.include", "delegation.with")) return [];
  const able = people.filter(
    ({ person, actor }) =>
      person !== null &&
      person.negotiator &&
      !isLeader(person) &&
      words.view.standings.get(actor ?? "") === "party",
  );
  const own = new Set(able.filter((named) => isOwner(words, named)));
  for (const [at, named] of able.entries()) {
    const next = able[at + 1];
    if (next === undefined || next.actor === named.actor) continue;
    const joined = isNextOwner(words, named, next);
    if (joined && own.has(named)) own.add(next);
    if (joined && own.has(next)) own.add(named);
  }
  return [...own].map((named) => ({ named, team: named.actor, head: false }));
}

function isOwner(words: Words, { from, to, titleFrom }: Named): boolean {
  if (words.isEnglish) {
    if (isPossessive(words, to)) return isCueAt(words, to, "delegation.noun");
    return isOf(words, from - 1) && isCueAt(words, from - 2, "delegation.noun");
  }
  const noun = titleFrom - 1;
  const text = words.tokens[noun]?.text ?? "";
  return isCueAt(words, noun, "delegation.noun") && !/^\u0648?\u0627\u0644/.test(text);
}

const isPossessive = ({ tokens }: Words, to: number): boolean =>
  /['\u2019]s?$/.test(tokens[to - 1]?.text ?? "");

const isOf = (words: Words, at: number): boolean =>
  isCueAt(words, at, "delegation.oblique") && isCueAt(words, at, "delegation.link");

/** "X's delegation and Y's", "X and Y's teams". */
function isNextOwner(words: Words, a: Named, b: Named): boolean {
  if (b.from - a.to > 2) return false;
  for (let at = a.to; at < b.from; at += 1)
    if (!isCueAt(words, at, "delegation.and", "delegation.noun")) return false;
  return !words.isEnglish || b.from > a.to;
}
