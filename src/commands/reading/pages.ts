import { z } from "zod";
import { commandCatalogOf } from "../../i18n/commands/catalog.ts";
import { formatNumber } from "../../i18n/locale.ts";
import type { Language } from "../../lib/language.ts";
import type { Call, Control, ControlRow } from "../../messages/control.ts";
import { button } from "../say.ts";

/** Which page of a long answer, from 1. */
export const PageNumber = z.coerce.number().int().min(1).max(9_999).optional();

/** A stretch of a long answer. */
export type Page<T> = {
  readonly items: readonly T[];
  readonly number: number;
  readonly pages: number;
};

/** The page wished for; one past the end is the last. */
export function pageOf<T>(all: readonly T[], size: number, wished = 1): Page<T> {
  const pages = Math.max(1, Math.ceil(all.length / size));
  const number = Math.min(wished, pages);
  return { items: all.slice((number - 1) * size, number * size), number, pages };
}

/** "Page 2 of 5"; null where there is but one. */
export function pageLine(
  { number, pages }: Pick<Page<unknown>, "number" | "pages">,
  language: Language,
): string | null {
  if (pages < 2) return null;
  const [page = "", all = ""] = [number, pages].map((count) => formatNumber(language, count));
  return commandCatalogOf(language)["page.of"]({ page, pages: all });
}

/** Buttons to the pages around; `newest` names them by time, for what is told newest first. */
export function pageButtons(
  { number, pages }: Pick<Page<unknown>, "number" | "pages">,
  { command, options }: Call,
  language: Language,
  order: "newest" | "listed" = "newest",
): readonly ControlRow[] {
  const phrases = commandCatalogOf(language);
  const [back, on] =
    order === "newest"
      ? [phrases["button.newer"], phrases["button.older"]]
      : [phrases["button.previous"], phrases["button.following"]];
  const to = (label: string, page: number): Control =>
    button(label, command, { ...options, page: String(page) });
  const [first, ...rest] = [
    ...(number > 1 ? [to(back, number - 1)] : []),
    ...(number < pages ? [to(on, number + 1)] : []),
  ];
  return first === undefined ? [] : [[first, ...rest]];
}
