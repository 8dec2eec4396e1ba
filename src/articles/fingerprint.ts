import type { Token } from "./tokens.ts";

/** Different numbers of 32 bits, the lowest first: a month of articles held as sets would fill gigabytes. */
export type Numbers = Uint32Array;

/** The words of an article as numbers, for comparison: single words and pairs of neighbours. */
export type Fingerprint = { readonly words: Numbers; readonly pairs: Numbers };

/** Puts numbers in their order, each once. */
export const numbersOf = (values: Iterable<number>): Numbers =>
  Uint32Array.from(new Set(values)).toSorted();

/** A report says its news in its first words; what follows is background that many share. */
const LONGEST = 220;
/** Shorter words are mostly particles. */
const SHORTEST_WORD = 3;

/** Fingerprints the beginning of an article. */
export function fingerprintOf(tokens: readonly Token[]): Fingerprint {
  const kept = tokens
    .filter(
      ({ kind, text }) => kind === "number" || (kind === "word" && text.length >= SHORTEST_WORD),
    )
    .slice(0, LONGEST)
    .map(({ text }) => hash(text));
  const pairs = kept.slice(1).map((word, at) => mix(kept[at] ?? 0, word));
  return { words: numbersOf(kept), pairs: numbersOf(pairs) };
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1)
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 0;
}

const mix = (a: number, b: number): number =>
  (Math.imul(a ^ (b >>> 15), 0x2c1b3c6d) ^ Math.imul(b, 0x297a2d39)) >>> 0;

/** Shared members over all members of two sets, 0 to 1. */
export const jaccard = (a: Numbers, b: Numbers): number => jaccardOf(a, b, sharedBy(a, b));

/** The same, where it is known how many members are shared. */
export function jaccardOf(a: Numbers, b: Numbers, shared: number): number {
  const all = a.length + b.length - shared;
  return all === 0 ? 0 : shared / all;
}

/** Shared members over the smaller set, 0 to 1: how far one is part of the other. */
export function containmentOf(a: Numbers, b: Numbers, shared: number): number {
  const smaller = Math.min(a.length, b.length);
  return smaller === 0 ? 0 : shared / smaller;
}

/** How many members two sets share. */
export function sharedBy(a: Numbers, b: Numbers): number {
  let [shared, inA, inB] = [0, 0, 0];
  while (inA < a.length && inB < b.length) {
    const difference = (a[inA] ?? 0) - (b[inB] ?? 0);
    if (difference === 0) shared += 1;
    if (difference <= 0) inA += 1;
    if (difference >= 0) inB += 1;
  }
  return shared;
}

const BANDS = 24;
const ROWS = 2;

/**
 * Keys under which similar articles meet with high probability: minhash signatures in bands (Broder
 * 1997; Leskovec, Rajaraman and Ullman, "Mining of Massive Datasets", chapter 3).
 */
export function bandKeys({ words }: Fingerprint): readonly number[] {
  const lowest = new Uint32Array(BANDS * ROWS).fill(0xffffffff);
  for (const word of words)
    for (let at = 0; at < lowest.length; at += 1) {
      const value = mix(word, Math.imul(at + 1, 0x9e3779b1));
      if (value < (lowest[at] ?? 0)) lowest[at] = value;
    }
  return Array.from({ length: BANDS }, (_, band) => {
    const first = lowest[band * ROWS] ?? 0;
    const second = lowest[band * ROWS + 1] ?? 0;
    // A signed number needs no object of its own in the maps that it keys.
    return mix(mix(first, second), band) | 0;
  });
}
