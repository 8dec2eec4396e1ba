import type { Language } from "../lib/language.ts";
import { ar } from "./ar.ts";
import { type Catalog, en } from "./en.ts";
import { fa } from "./fa.ts";

const CATALOGS: Readonly<Record<Language, Catalog>> = { en, ar, fa };

/** The phrases of a language. */
export const catalogOf = (language: Language): Catalog => CATALOGS[language];
