import { z } from "zod";
import type { Citations } from "../digest/digest.ts";
import type { NarratedSentence, Narration } from "../digest/narration.ts";
import { LanguageSchema } from "../lib/language.ts";

const Count = z.int().min(0);
const citations: z.ZodType<Citations> = z.tuple([Count], Count);
const sentences: z.ZodType<NarratedSentence[]> = z.array(
  z.looseObject({ text: z.string(), citations }),
);

/** A narration out of the database. */
export const NarrationJson: z.ZodType<Narration> = z.looseObject({
  language: LanguageSchema,
  lead: sentences,
  positions: z.array(z.looseObject({ party: z.string(), sentences })),
  changes: sentences,
  translations: z.array(
    z.looseObject({ original: z.string(), lang: LanguageSchema, text: z.string() }),
  ),
  by: z.looseObject({ model: z.string(), prompts: z.string() }),
});
