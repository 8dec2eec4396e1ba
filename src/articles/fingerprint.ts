import type { Token } from "./tokens.ts";

/** The words of an article as numbers, for comparison: single words and pairs of neighbours. */
export type Fingerprint = {
  readonly words: ReadonlySet<number>;
  readonly pairs: ReadonlySet<number>;
};

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
  return { words: new Set(kept), pairs: new Set(pairs) };
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
export function jaccard(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const shared = sharedBy(a, b);
  const all = a.size + b.size - shared;
  return all === 0 ? 0 : shared / all;
}

/** Shared members over the smaller set, 0 to 1: how far one is part of the other. */
export function containment(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const smaller = Math.min(a.size, b.size);
  return smaller === 0 ? 0 : sharedBy(a, b) / smaller;
}

function sharedBy(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const member of small) if (large.has(member)) shared += 1;
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
    return mix(mix(first, second), band);
  });
}
