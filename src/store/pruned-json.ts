import { createHash } from "node:crypto";
import { z } from "zod";
import { type Numbers, numbersOf } from "../articles/fingerprint.ts";
import type { Likeness } from "../articles/same-story.ts";

/** What is kept of texts that were let go: a hash of each, and what copies of the article are known by. */
export type PrunedTexts = {
  readonly summary: string | null;
  readonly body: string | null;
  readonly likeness: Likeness | null;
};

/** Numbers of 32 bits, in base64. */
const NumbersJson = z.string().transform((packed): Numbers => {
  const bytes = Buffer.from(packed, "base64");
  const whole = bytes.length - (bytes.length % 4);
  return numbersOf(Array.from({ length: whole / 4 }, (_, at) => bytes.readUInt32LE(at * 4)));
});

const Hash = z.string().nullable();

const LikenessJson = z
  .object({
    words: NumbersJson,
    pairs: NumbersJson,
    headline: NumbersJson,
    denies: z.boolean(),
  })
  .transform(({ words, pairs, headline, denies }): Likeness => ({
    fingerprint: { words, pairs },
    headline: { words: headline, denies },
  }));

/** The schema of the column. */
export const PrunedJson: z.ZodType<PrunedTexts> = z.object({
  summary: Hash,
  body: Hash,
  likeness: LikenessJson.nullable(),
});

/** The column of an article whose texts are let go. */
export function toPrunedJson(
  { summary, body }: { readonly summary: string | null; readonly body: string | null },
  likeness: Likeness | null,
): string {
  return JSON.stringify({
    summary: hashOf(summary),
    body: hashOf(body),
    likeness:
      likeness === null
        ? null
        : {
            words: pack(likeness.fingerprint.words),
            pairs: pack(likeness.fingerprint.pairs),
            headline: pack(likeness.headline.words),
            denies: likeness.headline.denies,
          },
  });
}

/** Whether a text is the one that was let go. */
export const isTextOf = (text: string, hash: string | null): boolean => hashOf(text) === hash;

const hashOf = (text: string | null): string | null =>
  text === null ? null : createHash("sha256").update(text).digest("base64url").slice(0, 22);

function pack(numbers: Numbers): string {
  const bytes = Buffer.alloc(numbers.length * 4);
  for (const [at, number] of numbers.entries()) bytes.writeUInt32LE(number, at * 4);
  return bytes.toString("base64");
}
