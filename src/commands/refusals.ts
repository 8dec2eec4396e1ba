import { commandCatalogOf } from "../i18n/commands/catalog.ts";
import { embed, plainLine } from "../i18n/direction.ts";
import { commaOf, formatNumber } from "../i18n/locale.ts";
import type { Language } from "../lib/language.ts";
import { shorten } from "../messages/quotation.ts";
import type { OptionForm } from "../platform/command-form.ts";
import type { Answer, Asker, CommandCall } from "../platform/conversation.ts";
import type { Command } from "./command.ts";
import { privately, say, statusButton } from "./say.ts";

/** As much of someone's words as shows what is meant. */
const LONGEST_ECHO = 60;

/** Someone's own words, fit to stand in our sentence. */
export const echo = (words: string, language: Language): string =>
  embed(shorten(plainLine(words.slice(0, 4 * LONGEST_ECHO)), LONGEST_ECHO), language);

/** A button of an older version, or one that we never made. */
export const tellOutdated = (language: Language): Answer =>
  privately(say(language, [commandCatalogOf(language).outdated], [statusButton(language)]));

/** Words beyond any use. */
export const tellTooLong = (language: Language): Answer =>
  privately(say(language, [commandCatalogOf(language).tooLong]));

/** Something that is not for everyone; whoever runs this program reads here by which id it knows him. */
export function tellForbidden(
  to: "administrators" | "operators",
  { id }: Pick<Asker, "id">,
  language: Language,
): Answer {
  const phrases = commandCatalogOf(language);
  const advice = to === "operators" ? [phrases["forbidden.id"]({ id: embed(id, language) })] : [];
  return privately(say(language, [phrases.forbidden[to], ...advice]));
}

type Unreadable = { readonly option: string; readonly value: string };

/** An option that cannot be read, with what can; a control that holds one is out of date. */
export function tellUnreadable(
  { form }: Command,
  { option, value }: Unreadable,
  call: Pick<CommandCall, "pressed">,
  language: Language,
): Answer {
  if (call.pressed) return tellOutdated(language);
  const phrases = commandCatalogOf(language);
  const wanted = form.options.find(({ name }) => name === option);
  const said = echo(value, language);
  if (wanted === undefined) {
    const known = form.options.map(({ description }) => description[language]);
    return privately(say(language, [phrases["unreadable.word"]({ value: said }), ...known]));
  }
  const label = wanted.description[language];
  const trouble =
    said === ""
      ? phrases.missing({ option: label })
      : phrases.unreadable({ value: said, option: label });
  return privately(say(language, [trouble, ...adviceOn(wanted, language)]));
}

function adviceOn({ input }: OptionForm, language: Language): string[] {
  const phrases = commandCatalogOf(language);
  switch (input.kind) {
    case "text":
    case "completed":
      return [];
    case "integer": {
      const [min, max] = [input.min, input.max].map((bound) => formatNumber(language, bound));
      return [phrases["unreadable.integer"]({ min: min ?? "", max: max ?? "" })];
    }
    case "choice": {
      const choices = input.choices.map(({ label }) => label[language]).join(commaOf(language));
      return [phrases["unreadable.choices"]({ choices })];
    }
  }
}
