import type { InEveryLanguage, Language } from "../../lib/language.ts";
import { ar } from "./ar.ts";
import { type CommandCatalog, en } from "./en.ts";
import { fa } from "./fa.ts";

const CATALOGS: Readonly<Record<Language, CommandCatalog>> = { en, ar, fa };

/** What commands say in a language. */
export const commandCatalogOf = (language: Language): CommandCatalog => CATALOGS[language];

/** One phrase of the commands in every language. */
export const inEveryLanguage = (
  pick: (catalog: CommandCatalog) => string,
): Readonly<InEveryLanguage> => ({ en: pick(en), ar: pick(ar), fa: pick(fa) });
