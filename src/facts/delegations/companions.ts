import { cuesOf } from "../mention.ts";
import { isJoined } from "./paired-heads.ts";
import type { Named } from "./people-named.ts";
import type { Words } from "./word-roles.ts";

/** "X, accompanied by Y": those who come with someone do not lead. */
export function withoutCompanions(words: Words, people: readonly Named[]): readonly Named[] {
  const companions = new Set<Named>();
  for (const { to } of cuesOf(words.sentence.mentions, "delegation.accompanied")) {
    let last = people.find((one) => one.from >= to && Math.min(one.titleFrom, one.from) - to <= 1);
    while (last !== undefined && !companions.has(last)) {
      companions.add(last);
      const next: Named | undefined = people[people.indexOf(last) + 1];
      last = isJoined(words, last, next) ? next : undefined;
    }
  }
  const others = people.filter((one) => !companions.has(one));
  return others.length > 0 ? others : people;
}
