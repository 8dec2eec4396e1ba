import type { Subscription } from "../../../deliveries/subscription.ts";
import { isolateNumber } from "../../../i18n/direction.ts";
import { commaOf, formatNumber } from "../../../i18n/locale.ts";
import { comparable } from "../../arguments/option-value.ts";
import { echo } from "../../refusals.ts";
import { readWord } from "../read-word.ts";
import { MINIMUM_CONFIDENCE } from "../new-subscription.ts";
import type { Tools } from "../tools.ts";
import type { Field } from "./field.ts";

type ThresholdForm = {
  readonly usual: readonly number[];
  readonly words: Readonly<Partial<Record<"low" | "medium" | "high", number>>>;
  readonly from: number;
  readonly until: number;
  readonly of: (current: Subscription) => number;
  readonly to: (current: Subscription, value: number) => Subscription;
  readonly label: (value: number, tools: Tools) => string;
};

/** From which intensity down an event alerts: PLOVER's score. */
export const eventsField = thresholdField({
  usual: [-5, -7, -9],
  words: {},
  from: -10,
  until: 0,
  of: ({ eventIntensity }) => eventIntensity,
  to: (current, eventIntensity) => ({ ...current, eventIntensity }),
  label: (value, { asked, phrases }) =>
    labelled(phrases["events.label"], value) ??
    phrases["events.from"]({ intensity: isolateNumber(formatNumber(asked.language, value)) }),
});

/** From which confidence up news alerts. */
export const confidenceField = thresholdField({
  usual: [0, MINIMUM_CONFIDENCE, 0.8],
  words: { low: 0, medium: MINIMUM_CONFIDENCE, high: 0.8 },
  from: 0,
  until: 1,
  of: ({ minimumConfidence }) => minimumConfidence,
  to: (current, minimumConfidence) => ({ ...current, minimumConfidence }),
  label: (value, { asked, phrases }) =>
    labelled(phrases["confidence.label"], value) ??
    phrases["confidence.from"]({ share: formatNumber(asked.language, value) }),
});

const labelled = (labels: Readonly<Record<string, string>>, value: number): string | null =>
  labels[String(value)] ?? null;

function thresholdField(form: ThresholdForm): Field {
  const { usual, of, to, label } = form;
  return {
    read: (said, current, tools) => {
      const value = readThreshold(said, form);
      if (value !== null) return { kind: "set", to: to(current, value) };
      const { asked, phrases } = tools;
      const sayable = usual.map((each) => numbered(each, label(each, tools), tools));
      const says = phrases["choice.unreadable"]({
        value: echo(said, asked.language),
        choices: sayable.join(commaOf(asked.language)),
      });
      return { kind: "unreadable", says };
    },
    show: (current, tools) => label(of(current), tools),
    choices: (current, tools) =>
      usual.map((value) => ({
        label: label(value, tools),
        value: String(value),
        chosen: value === of(current),
      })),
    complete: (_typed, tools) =>
      usual.map((value) => ({ label: label(value, tools), value: String(value) })),
  };
}

const numbered = (value: number, label: string, { asked: { language } }: Tools): string =>
  `${isolateNumber(formatNumber(language, value))} (${label})`;

function readThreshold(said: string, { words, from, until }: ThresholdForm): number | null {
  const word = readWord(said, ["low", "medium", "high"]);
  if (word !== null) return words[word] ?? null;
  const plain = comparable(said).replace("\u2212", "-").replace("\u066b", ".").replace(",", ".");
  const value = /^-?\d{1,3}(?:\.\d{1,3})?%?$/.test(plain) ? valueOf(plain) : null;
  return value === null || value < from || value > until ? null : value;
}

const valueOf = (plain: string): number =>
  plain.endsWith("%") ? Number(plain.slice(0, -1)) / 100 : Number(plain);
