import { namesOf } from "../../facts/mention.ts";
import { actorOf } from "../../facts/relevance/talks-view.ts";
import type { Passage } from "./reading.ts";
import { isName, type SenseKey } from "./sense-key.ts";
import type { SenseReader } from "./sense-reading.ts";

/** A word or run of words, as token indices `[from, to)`, and whether it names somebody, a city or neither. */
export type Place = {
  readonly from: number;
  readonly to: number;
  readonly name: "who" | "where" | null;
};

/** A place of the original and the one place of the translation that stands for it. */
export type Aligned = { readonly original: Place; readonly translation: Place };

/**
 * What each of the two texts says as often, the first for the first, as the original has them in order.
 * Plain words and days stand where they like.
 */
export function alignedIn(
  senses: SenseReader,
  original: Passage,
  translation: Passage,
): readonly Aligned[] {
  const [places, others] = [placesIn(senses, original), placesIn(senses, translation)];
  const found: Aligned[] = [];
  for (const [key, own] of places) {
    const theirs = others.get(key) ?? [];
    if (theirs.length !== own.length) continue;
    own.forEach((place, index) => {
      const other = theirs[index];
      const isTaken = found.some(
        (one) => one.original.from === place.from || one.translation.from === other?.from,
      );
      if (other !== undefined && !isTaken) found.push({ original: place, translation: other });
    });
  }
  return found.toSorted((a, b) => a.original.from - b.original.from);
}

function placesIn(senses: SenseReader, passage: Passage): ReadonlyMap<SenseKey, readonly Place[]> {
  const places = new Map<SenseKey, Place[]>();
  const words = senses(passage).words.filter(({ plain, keys }) => !plain || [...keys].some(isName));
  for (const { at, keys } of words) {
    if (passage.dates.some(({ from, to }) => from <= at && at < to)) continue;
    for (const key of keysAt(passage, at, keys)) {
      const before = places.get(key) ?? [];
      const last = before.at(-1);
      const name = nameOf(key);
      places.set(
        key,
        last?.to === at
          ? [...before.slice(0, -1), { ...last, to: at + 1 }]
          : [...before, { from: at, to: at + 1, name }],
      );
    }
  }
  return places;
}

/** Part of a name is nothing but the name, and whom it stands for. */
function keysAt(
  { mentions }: Passage,
  at: number,
  keys: ReadonlySet<SenseKey>,
): readonly SenseKey[] {
  const names = [...keys].filter(isName);
  if (names.length === 0) return [...keys];
  const actors = namesOf(mentions)
    .filter(({ from, to }) => from <= at && at < to)
    .flatMap((mention) => actorOf(mention) ?? [])
    .map((code) => `actor ${code}`);
  return [...new Set([...names, ...actors])];
}

function nameOf(key: SenseKey): Place["name"] {
  if (key.startsWith("city ")) return "where";
  return isName(key) ? "who" : null;
}
