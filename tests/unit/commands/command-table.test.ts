import { describe, expect, it } from "vitest";
import { commandTable } from "../../../src/commands/command-table.ts";
import { type Language, LANGUAGES } from "../../../src/lib/language.ts";
import type { Localized } from "../../../src/platform/command-form.ts";
import { conversationOf, demoDesk } from "../../support/conversations.ts";

const desk = demoDesk();
const { context } = await conversationOf({ talks: [desk] });
const forms = commandTable(context).map(({ form }) => form);

const SCRIPT: Readonly<Record<Language, RegExp>> = {
  en: /\p{Script=Latin}/u,
  ar: /\p{Script=Arabic}/u,
  fa: /\p{Script=Arabic}/u,
};
/** Letters that only Persian has, and letters that Persian writes another way. */
const PERSIAN_ONLY = /[\u067e\u0686\u0698\u06af\u06a9\u06cc]/u;
const ARABIC_ONLY = /[\u0643\u064a\u0649\u0629]/u;

/** Languages are offered under the names that they give themselves. */
const isItsOwnName = ({ en, ar, fa }: Localized): boolean => en === ar && ar === fa;

const textsOf = (form: (typeof forms)[number]): readonly Localized[] => [
  form.description,
  ...form.options.flatMap(({ description, input }) => [
    description,
    ...(input.kind === "choice" ? input.choices.map(({ label }) => label) : []).filter(
      (label) => !isItsOwnName(label),
    ),
  ]),
];

describe("the table of commands", () => {
  it("names each command once", () => {
    const names = forms.map(({ name }) => name);

    expect(new Set(names).size).toBe(names.length);
  });

  it("has all that people may ask for", () => {
    const names = forms.map(({ name }) => name);

    expect(names).toEqual(
      expect.arrayContaining(
        "start help status digest next timeline positions quotes delegations pressure sources why talks subscribe unsubscribe settings pause export forget feeds stats broadcast".split(
          " ",
        ),
      ),
    );
  });

  it.each(forms.map((form) => [form.name, form] as const))(
    "fits both platforms: /%s",
    (_, form) => {
      expect(form.name).toMatch(/^[a-z]{1,32}$/);
      for (const { name, input } of form.options) {
        expect(name).toMatch(/^[a-z]{1,32}$/);
        const choices = input.kind === "choice" ? input.choices : [];
        expect(choices.length).toBeLessThanOrEqual(25);
      }
      const required = form.options.map((option) => option.required);
      expect(required.toSorted((a, b) => Number(b) - Number(a))).toEqual(required);
    },
  );

  it.each(forms.map((form) => [form.name, form] as const))(
    "is told in all languages: /%s",
    (_, form) => {
      for (const words of textsOf(form))
        for (const language of LANGUAGES) {
          expect(words[language].length).toBeGreaterThan(0);
          expect(words[language].length).toBeLessThanOrEqual(100);
          expect(words[language]).toMatch(SCRIPT[language]);
        }
      for (const words of textsOf(form)) {
        expect(words.ar).not.toMatch(PERSIAN_ONLY);
        expect(words.fa).not.toMatch(ARABIC_ONLY);
      }
    },
  );
});
