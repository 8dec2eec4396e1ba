import type { Names } from "../../i18n/names.ts";
import type { Language } from "../../lib/language.ts";
import { createWording } from "../../messages/digest/wording.ts";
import type { Teller } from "./values.ts";

/** Names facts for readers of a language. Instants are told in the zone of the talks, alike for all. */
export function tellerOf(names: Names, language: Language): Teller {
  const { dossier } = names;
  const parties = dossier.actors.filter(({ standing }) => standing === "party");
  return {
    wording: createWording(names, { sources: [] }, language, dossier.timeZone),
    parties: parties.map(({ code }) => code),
    institutions: new Set(dossier.institutions.map(({ name }) => name)),
  };
}
