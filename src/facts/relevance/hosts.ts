import { cuesOf, type Mention, namesOf } from "../mention.ts";
import type { TalksSentence } from "./talks-view.ts";

/** Words between a country and what it does for the talks: "Norway, which will host". */
const FURTHEST = 4;

/**
 * The third actors that an article of both parties tells of as hosts or mediators, whatever the dossier
 * knows of them: where talks go next nobody knows beforehand.
 */
export function hostsIn(sentences: readonly TalksSentence[]): ReadonlySet<string> {
  const hosts = new Set<string>();
  if (new Set(sentences.flatMap(({ parties }) => [...parties])).size < 2) return hosts;
  for (const { mentions, guests } of sentences) {
    const roles = guests.size === 0 ? [] : cuesOf(mentions, "talks.hosting", "talks.mediation");
    if (roles.length === 0) continue;
    for (const { sense, from, to } of namesOf(mentions)) {
      const code = sense.kind === "country" || sense.kind === "actor" ? sense.code : null;
      if (code === null || !guests.has(code)) continue;
      if (roles.some((role) => distance({ from, to }, role) <= FURTHEST)) hosts.add(code);
    }
  }
  return hosts;
}

/** A sentence in which these actors mediate and are no guests. */
export function withHosts(sentence: TalksSentence, hosts: ReadonlySet<string>): TalksSentence {
  if (![...sentence.thirds].some((code) => hosts.has(code))) return sentence;
  const { thirds, guests, mediators } = sentence;
  return {
    ...sentence,
    thirds: without(thirds, hosts),
    guests: without(guests, hosts),
    mediators: new Set([...mediators, ...[...thirds].filter((code) => hosts.has(code))]),
  };
}

const without = (codes: ReadonlySet<string>, some: ReadonlySet<string>): ReadonlySet<string> =>
  new Set([...codes].filter((code) => !some.has(code)));

/** Tokens between two mentions. */
const distance = (one: Pick<Mention, "from" | "to">, other: Mention): number =>
  Math.max(0, one.from - other.to, other.from - one.to);
