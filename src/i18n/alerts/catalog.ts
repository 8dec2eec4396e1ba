import type { Language } from "../../lib/language.ts";
import { ar } from "./ar.ts";
import { type AlertCatalog, en } from "./en.ts";
import { fa } from "./fa.ts";

const CATALOGS: Readonly<Record<Language, AlertCatalog>> = { en, ar, fa };

/** What alerts and briefings say in a language. */
export const alertCatalogOf = (language: Language): AlertCatalog => CATALOGS[language];
