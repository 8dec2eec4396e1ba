import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { loadYaml } from "../../../../src/config/load-yaml.ts";
import { LanguageSchema } from "../../../../src/lib/language.ts";
import { faultsOfTranslation } from "./judge.ts";

const Told = z.array(z.tuple([LanguageSchema, z.string()])).default([]);
const Row = z.strictObject({
  text: z.string(),
  lang: LanguageSchema,
  on: z.iso.date(),
  same: Told,
  other: Told,
});

const rows = loadYaml(
  fileURLToPath(new URL("translations.yaml", import.meta.url)),
  z.array(Row),
).map(({ on, same, other, ...original }) => ({
  original,
  published: `${on}T09:00:00Z`,
  told: [
    ...same.map(([language, text]) => ({ language, text, isFaithful: true })),
    ...other.map(([language, text]) => ({ language, text, isFaithful: false })),
  ],
}));

describe("translations of a diplomat's words", () => {
  it.each(rows)("are told from what says something else: $original.text", (row) => {
    const { original, published, told } = row;
    const wrong = told.filter(
      ({ language, text, isFaithful }) =>
        (faultsOfTranslation(original, text, language, published).length === 0) !== isFaithful,
    );
    expect(wrong).toEqual([]);
  });
});
