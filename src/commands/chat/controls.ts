import { LANGUAGES, type Language } from "../../lib/language.ts";
import type { Control, ControlRow } from "../../messages/control.ts";
import type { Subscription } from "../../deliveries/subscription.ts";
import { button } from "../say.ts";
import { clockIn } from "./describe.ts";
import { USUAL_TIME } from "./scheduling.ts";
import type { Tools } from "./tools.ts";

/** The three languages under their own names, to see the same again in another. */
export function languageRow(command: string, { phrases }: Tools): ControlRow {
  const to = (language: Language): Control =>
    button(phrases["language.name"][language], command, { language });
  const [first, ...rest] = LANGUAGES;
  return [to(first), ...rest.map(to)];
}

/** Subscribes with one press to a briefing every morning, or with a city's name. */
export function oneTapRows(tools: Tools): readonly ControlRow[] {
  const { asked, phrases } = tools;
  const { timeZone } = asked;
  const talks = asked.talks.names.dossier.id;
  const when = clockIn(USUAL_TIME, timeZone, tools);
  const isUsual = asked.chat?.timeZone === timeZone;
  return [
    [
      {
        kind: "button",
        label: phrases["start.subscribe"]({ when }),
        // A chat's own zone need not be carried: pressing uses it anyway.
        call: {
          command: "subscribe",
          options: { talks, at: USUAL_TIME, ...(isUsual ? {} : { city: timeZone }) },
        },
        weight: "primary",
      },
    ],
    [
      {
        kind: "search",
        label: phrases["start.otherCity"],
        call: { command: "subscribe", options: { talks } },
        fills: "city",
        question: phrases["city.question"],
      },
    ],
  ];
}

/** A button that cannot be undone. */
export const danger = (
  label: string,
  command: string,
  options: Readonly<Record<string, string>>,
): Control => ({ kind: "button", label, call: { command, options }, weight: "danger" });

/** Opens the settings of a subscription. */
export const changeButton = ({ id }: Subscription, { phrases }: Tools): Control =>
  button(phrases["subscribed.change"], "settings", { id });
