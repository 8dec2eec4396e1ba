import { foldWord } from "../../articles/word-forms.ts";
import { plainLine } from "../../i18n/direction.ts";
import { VALUE_WORDS } from "../../i18n/commands/value-words.ts";
import { LANGUAGES } from "../../lib/language.ts";
import type { OptionForm } from "../../platform/command-form.ts";

/**
 * What someone wrote for an option, as its schema reads it: free words as they are, all else with ASCII
 * digits, and a choice's label or another word for it, in any language, as the choice's value.
 */
export function valueOf(form: OptionForm | undefined, written: string): string {
  if (form?.input.kind === "text") return written;
  const plain = withAsciiDigits(plainLine(written));
  if (form?.input.kind !== "choice") return plain;
  const said = comparable(plain);
  const choice = form.input.choices.find(
    ({ value, label }) =>
      comparable(value) === said ||
      LANGUAGES.some((language) => comparable(label[language]) === said) ||
      (VALUE_WORDS[value] ?? []).some((word) => comparable(word) === said),
  );
  return choice?.value ?? plain;
}

/** Words that differ only in case, diacritics, alef, yeh, kaf or joiners are the same. */
export const comparable = (words: string): string =>
  plainLine(words).split(" ").map(foldWord).join(" ");

/** The two rows of Arabic digits: those of Arabic, and those of Persian. */
const DIGITS = /[\u0660-\u0669\u06f0-\u06f9]/gu;

const withAsciiDigits = (text: string): string =>
  text.replace(DIGITS, (digit) => String(digit.charCodeAt(0) % 16));
