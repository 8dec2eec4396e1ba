import type { Language } from "../../lib/language.ts";
import { ar } from "./ar.ts";
import { type CardCatalog, en } from "./en.ts";
import { fa } from "./fa.ts";

const CATALOGS: Readonly<Record<Language, CardCatalog>> = { en, ar, fa };

/** What charts and cards say in a language. */
export const cardCatalogOf = (language: Language): CardCatalog => CATALOGS[language];
