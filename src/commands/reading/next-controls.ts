import { commandCatalogOf } from "../../i18n/commands/catalog.ts";
import type { Language } from "../../lib/language.ts";
import type { ControlRow } from "../../messages/control.ts";
import { button } from "../say.ts";

const OFFERED = ["status", "why", "next", "timeline"] as const;

/** What a reader of one answer may ask next about the same talks. */
export function nextControls(
  talks: string,
  language: Language,
  answered: string,
): readonly ControlRow[] {
  const phrases = commandCatalogOf(language);
  const [first, ...rest] = OFFERED.filter((name) => name !== answered).map((name) =>
    button(phrases[`button.${name}`], name, { talks }),
  );
  return first === undefined ? [] : [[first, ...rest]];
}
