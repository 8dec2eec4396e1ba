import type { Subscription } from "../../../deliveries/subscription.ts";
import { commaOf, listOf } from "../../../i18n/locale.ts";
import type { SettingWord } from "../../../i18n/settings/words.ts";
import { echo } from "../../refusals.ts";
import { readWords } from "../read-word.ts";
import type { Tools } from "../tools.ts";
import type { Field, FieldReading } from "./field.ts";

type SeveralForm<W extends SettingWord> = {
  readonly values: readonly W[];
  readonly of: (current: Subscription) => readonly W[];
  readonly to: (current: Subscription, chosen: readonly W[]) => Subscription;
  readonly label: (value: W, tools: Tools) => string;
};

/**
 * A setting that has any of a few values. "phase, round" sets just these, "none" none; "+event" and
 * "-event", which choices give, turn one on or off and mean the same however often they are pressed.
 */
export function severalField<W extends SettingWord>(form: SeveralForm<W>): Field {
  const { values, of, to, label } = form;
  return {
    read: (said, current, tools) => {
      const turned = turnedOf(said, of(current), values) ?? readWords(said, values);
      return turned === null ? refuse(form, said, tools) : { kind: "set", to: to(current, turned) };
    },
    show: (current, tools) => {
      const labels = of(current).map((value) => label(value, tools));
      return labels.length === 0 ? tools.phrases.none : listOf(tools.asked.language, labels);
    },
    choices: (current, tools) =>
      values.map((value) => {
        const chosen = of(current).includes(value);
        return { label: label(value, tools), value: `${chosen ? "-" : "+"}${value}`, chosen };
      }),
    complete: (_typed, tools) => [
      ...values.map((value) => ({ label: label(value, tools), value })),
      { label: tools.phrases.none, value: "none" },
    ],
  };
}

function turnedOf<W extends SettingWord>(
  said: string,
  current: readonly W[],
  values: readonly W[],
): readonly W[] | null {
  const value = values.find((each) => each === said.slice(1));
  if (value === undefined || !/^[+-]/.test(said)) return null;
  const isOn = said.startsWith("+");
  return values.filter((each) => (each === value ? isOn : current.includes(each)));
}

function refuse<W extends SettingWord>(
  { values, label }: SeveralForm<W>,
  said: string,
  tools: Tools,
): FieldReading {
  const { asked, phrases } = tools;
  const sayable = [...values.map((value) => label(value, tools)), phrases.none];
  const says = phrases["choice.unreadable"]({
    value: echo(said, asked.language),
    choices: sayable.join(commaOf(asked.language)),
  });
  return { kind: "unreadable", says };
}
