import type { Language } from "../../lib/language.ts";
import { ar } from "./ar.ts";
import { en, type SiteCatalog } from "./en.ts";
import { fa } from "./fa.ts";

const CATALOGS: Readonly<Record<Language, SiteCatalog>> = { en, ar, fa };

/** What the page says in a language. */
export const siteCatalogOf = (language: Language): SiteCatalog => CATALOGS[language];

/** Each language by its own name. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  en: "English",
  ar: "العربية",
  fa: "فارسی",
};
