import type { Language } from "../../lib/language.ts";
import { ar } from "./ar.ts";
import { en, type SettingsCatalog } from "./en.ts";
import { fa } from "./fa.ts";

const CATALOGS: Readonly<Record<Language, SettingsCatalog>> = { en, ar, fa };

/** What is said around subscribing, in a language. */
export const settingsCatalogOf = (language: Language): SettingsCatalog => CATALOGS[language];
