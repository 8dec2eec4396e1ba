import { LANGUAGES } from "../../../lib/language.ts";
import { choiceField } from "./choice-field.ts";

/** The language of briefings and alerts. */
export const languageField = choiceField({
  values: LANGUAGES,
  of: ({ language }) => language,
  to: (current, language) => ({ ...current, language }),
  label: (language, { phrases }) => phrases["language.name"][language],
});
