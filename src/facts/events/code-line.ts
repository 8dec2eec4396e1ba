import { z } from "zod";
import { LanguageSchema } from "../../lib/language.ts";
import type { Modality } from "../fact.ts";
import type { PloverMode, PloverType } from "../plover.ts";
import type { RelationCoder } from "./code-relation.ts";

const Offsets = z
  .tuple([z.int().nonnegative(), z.int().nonnegative()])
  .refine(([start, end]) => start < end, { error: "the end must follow the start" });

/** An item of `parley code`: a sentence, and UTF-16 offsets `[start, end)` of two actors in it. */
export const CodeItem = z
  .object({
    id: z.string(),
    lang: LanguageSchema,
    text: z.string(),
    source: Offsets,
    target: Offsets,
  })
  .superRefine(({ text, source, target }, context) => {
    for (const [path, [, end]] of [
      ["source", source],
      ["target", target],
    ] as const)
      if (end > text.length)
        context.addIssue({ code: "custom", path: [path], message: "reaches beyond the text" });
  });

/** An item of `parley code`. */
export type CodeItem = z.output<typeof CodeItem>;

/** A line that `parley code` prints; all but the id null where the sentence asserts nothing. */
export type CodeLine = {
  readonly id: string;
  readonly type: PloverType | null;
  readonly mode: PloverMode | null;
  /** −10 (conflict) to +10 (cooperation). */
  readonly intensity: number | null;
  readonly modality: Modality | null;
};

/** What an item's sentence asserts from its source to its target. */
export const codeLine = (coder: RelationCoder, { id, ...relation }: CodeItem): CodeLine => ({
  id,
  ...coder(relation),
});
