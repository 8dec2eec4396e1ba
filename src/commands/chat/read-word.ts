import { SETTING_WORDS, type SettingWord } from "../../i18n/settings/words.ts";
import { comparable } from "../arguments/option-value.ts";

/** Which of some values a word means, in any language; null for none of them. */
export function readWord<const W extends SettingWord>(said: string, among: readonly W[]): W | null {
  const wanted = comparable(said);
  return (
    among.find(
      (value) =>
        value === wanted || SETTING_WORDS[value].some((word) => comparable(word) === wanted),
    ) ?? null
  );
}

/** What stands between the parts of a list that someone writes. */
const BETWEEN = /[,;+\u060c\u061b]/u;

/** Several of some values, or none of them; null where a part cannot be read. */
export function readWords<const W extends SettingWord>(
  said: string,
  among: readonly W[],
): readonly W[] | null {
  const whole = readWord(said, ["none", "all"]);
  if (whole !== null) return whole === "all" ? among : [];
  const parts = BETWEEN.test(said) ? said.split(BETWEEN) : [said];
  const read = new Set(
    parts.filter((part) => part.trim() !== "").map((part) => readWord(part, among)),
  );
  const known = among.filter((value) => read.has(value));
  return read.has(null) || known.length === 0 ? null : known;
}
