import type { Sentence } from "./sentence.ts";
import type { Slots } from "./telling.ts";

/** Whether all countries and actors named so far are a deed's doer and its target: "it" behind them can mean no other. */
export function isOnlyTarget({ names }: Sentence, at: number, slots: Slots): boolean {
  const [source, target] = ["source", "target"].map((slot) => nameIn(slots, slot));
  const named = [...names].flatMap(([from, here]) =>
    from >= at ? [] : [...here.keys()].filter((name) => name.startsWith("place:")),
  );
  return (
    target !== undefined &&
    named.includes(target) &&
    named.every((name) => name === source || name === target)
  );
}

/** Whether who was named last before a person is of their party, or the party itself: "its minister" is then theirs. */
export function isOfLast({ names }: Sentence, at: number, slots: Slots): boolean {
  const party = nameIn(slots, "party")?.replace("place:", "side:");
  const self = nameIn(slots, "name") ?? "";
  const last = [...names]
    .filter(([from, here]) => from < at && !here.has(self) && sidesAt(names, from).length > 0)
    .reduce((latest, [from]) => Math.max(latest, from), -1);
  const sides = sidesAt(names, last);
  return sides.length > 0 && sides.every((side) => side === party);
}

const sidesAt = (names: Sentence["names"], at: number): readonly string[] =>
  [...(names.get(at)?.keys() ?? [])].filter((name) => name.startsWith("side:"));

const nameIn = (slots: Slots, slot: string): string | undefined =>
  (slots.get(slot) ?? []).flatMap((value) => (value.kind === "name" ? [value.of] : []))[0];
