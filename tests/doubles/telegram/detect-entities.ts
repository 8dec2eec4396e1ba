import type { Entity } from "./classic-html.ts";

// The server knows all top-level domains; these stand for them.
const DOMAINS =
  "com|org|net|info|int|edu|gov|mil|io|me|ir|sa|qa|om|ae|eg|iq|uk|us|eu|fr|de|ru|cn|tv|co|news";

const PATTERNS: readonly (readonly [type: string, pattern: RegExp])[] = [
  ["url", /\bhttps?:\/\/[^\s<>"]{2,}/giu],
  ["email", /\b[\w.+-]{1,64}@[a-z0-9-]{1,63}\.[a-z]{2,}/giu],
  [
    "url",
    new RegExp(
      `(?<![\\w@.-])[a-z0-9-]{1,63}(?:\\.[a-z0-9-]{1,63}){0,4}\\.(?:${DOMAINS})(?![\\w-])`,
      "giu",
    ),
  ],
  ["mention", /(?<![\w@./])@[a-z0-9_]{3,32}(?!\w)/giu],
  ["bot_command", /(?<![\w/<>])\/[a-z0-9_]{1,64}(?:@[a-z0-9_]{3,32})?(?![\w/])/giu],
  ["hashtag", /(?<![\p{L}\p{N}_#&])#(?=[\p{N}_]{0,255}\p{L})[\p{L}\p{N}_]{1,255}/gu],
  ["cashtag", /(?<![\w$])\$[A-Z]{1,8}(?!\w)/gu],
];

/** What a client makes tappable by itself: addresses, mentions, commands and tags, none within another. */
export function detectEntities(text: string): Entity[] {
  const found: Entity[] = [];
  for (const [type, pattern] of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const entity = { type, offset: match.index, length: match[0].length };
      if (!found.some((other) => overlap(entity, other))) found.push(entity);
    }
  }
  return found.toSorted((a, b) => a.offset - b.offset);
}

const overlap = (a: Entity, b: Entity): boolean =>
  a.offset < b.offset + b.length && b.offset < a.offset + a.length;
