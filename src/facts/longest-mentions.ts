import type { Mention, Sense } from "./mention.ts";

/**
 * Of the readings of the same words, the longest: "Iranian foreign minister" is a person, not a country.
 * Names compete with names and a cue with itself; topics stand beside both. Repeats are dropped.
 */
export function longestMentions(mentions: readonly Mention[]): Mention[] {
  const dropped = new Set<Mention>();
  for (const rivals of rivalsAmong(mentions).values()) dropCovered(rivals, dropped);
  return dropped.size === 0 ? [...mentions] : mentions.filter((mention) => !dropped.has(mention));
}

function rivalsAmong(mentions: readonly Mention[]): Map<string, Mention[]> {
  const groups = new Map<string, Mention[]>();
  for (const mention of mentions) {
    const name = groupOf(mention.sense);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [mention]);
    else group.push(mention);
  }
  return groups;
}

const groupOf = (sense: Sense): string => {
  if (sense.kind === "cue") return sense.cue;
  return sense.kind === "topic" ? `topic ${sense.id}` : "name";
};

/** Earlier and longer first, so that only what came before can cover a mention. */
function dropCovered(rivals: readonly Mention[], dropped: Set<Mention>): void {
  if (rivals.length < 2) return;
  const ordered = isInOrder(rivals) ? rivals : rivals.toSorted(byPlace);
  let reach = -1;
  let sameWords: Mention[] = [];
  for (const mention of ordered) {
    const [first] = sameWords;
    if (first === undefined || first.from !== mention.from || first.to !== mention.to) {
      reach = Math.max(reach, first?.to ?? -1);
      sameWords = [];
    }
    const covered = reach >= mention.to && mention.sense.kind !== "topic";
    if (covered || sameWords.some(({ sense }) => isSameSense(sense, mention.sense)))
      dropped.add(mention);
    sameWords.push(mention);
  }
}

const byPlace = (a: Mention, b: Mention): number => a.from - b.from || b.to - a.to;

function isInOrder(mentions: readonly Mention[]): boolean {
  let before: Mention | undefined;
  for (const mention of mentions) {
    if (before !== undefined && byPlace(before, mention) > 0) return false;
    before = mention;
  }
  return true;
}

function isSameSense(a: Sense, b: Sense): boolean {
  if (a.kind === "person" && b.kind === "person") return a.person === b.person;
  if (a.kind === "cue" && b.kind === "cue") return a.cue === b.cue;
  if (a.kind === "actor" && b.kind === "actor") return a.code === b.code;
  if (a.kind === "topic" && b.kind === "topic") return a.id === b.id;
  return a === b;
}
