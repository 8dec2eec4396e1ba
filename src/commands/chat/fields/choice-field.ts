import type { Subscription } from "../../../deliveries/subscription.ts";
import { commaOf } from "../../../i18n/locale.ts";
import type { SettingWord } from "../../../i18n/settings/words.ts";
import { echo } from "../../refusals.ts";
import { readWord } from "../read-word.ts";
import type { Tools } from "../tools.ts";
import type { Field } from "./field.ts";

type ChoiceForm<W extends SettingWord> = {
  readonly values: readonly W[];
  readonly of: (current: Subscription) => W;
  readonly to: (current: Subscription, value: W) => Subscription;
  readonly label: (value: W, tools: Tools) => string;
};

/** A setting that has one of a few values. */
export function choiceField<W extends SettingWord>(form: ChoiceForm<W>): Field {
  const { values, of, to, label } = form;
  return {
    read: (said, current, tools) => {
      const value = readWord(said, values) ?? values.find((each) => label(each, tools) === said);
      if (value !== undefined) return { kind: "set", to: to(current, value) };
      const { asked, phrases } = tools;
      const choices = values.map((each) => label(each, tools)).join(commaOf(asked.language));
      const says = phrases["choice.unreadable"]({ value: echo(said, asked.language), choices });
      return { kind: "unreadable", says };
    },
    show: (current, tools) => label(of(current), tools),
    choices: (current, tools) =>
      values.map((value) => ({
        label: label(value, tools),
        value,
        chosen: value === of(current),
      })),
    complete: (_typed, tools) => values.map((value) => ({ label: label(value, tools), value })),
  };
}
