import { siteCatalogOf } from "../../src/i18n/site/catalog.ts";
import type { Language } from "../../src/lib/language.ts";
import type { PageContent } from "../../src/platform/site.ts";
import type { Assets } from "./assets.ts";
import { type Place, renderDocument } from "./document.ts";
import { escaped } from "./markup.ts";
import { pathsOf } from "./page.ts";
import { previewHtml } from "./preview.ts";

const HOME = { en: "/?lang=en", ar: "/?lang=ar", fa: "/?lang=fa" } as const;

/** All the talks that are followed, with where each stands. */
export function renderHome(
  language: Language,
  pages: readonly PageContent[],
  place: Place,
  assets: Assets,
): string {
  const words = siteCatalogOf(language);
  const items = pages.map(
    ({ talks, title, description, updated }) =>
      `<li><h2><a href="${escaped(`${place.root}${pathsOf(talks)[language]}`)}">${escaped(title)}</a></h2><p>${escaped(description)}</p><p class="updated">${escaped(updated)}</p></li>`,
  );
  const title = `${words["site.name"]}: ${words.talks}`;
  const description = words.about;
  const path = HOME[language];
  const preview = { language, title, description, path, picture: null, updatedAt: null };
  return renderDocument(
    {
      language,
      title,
      description,
      paths: HOME,
      head: previewHtml(preview, place),
      main: `<h1>${escaped(words.talks)}</h1>\n<ul class="all">${items.join("\n")}</ul>`,
    },
    place,
    assets,
  );
}

/** Why there is no page, in words. */
export type Problem = "notFound" | "notAllowed" | "tooLong" | "tooMany" | "unwell";

/** A page that says why there is none. */
export function renderProblem(
  problem: Problem,
  language: Language,
  place: Place,
  assets: Assets,
): string {
  const words = siteCatalogOf(language);
  const title = words[`${problem}.title`];
  return renderDocument(
    {
      language,
      title,
      description: words[`${problem}.text`],
      paths: null,
      main: `<h1>${escaped(title)}</h1>\n<p>${escaped(words[`${problem}.text`])}</p>\n<p><a href="${place.root}/?lang=${language}">${escaped(words.all)}</a></p>`,
    },
    place,
    assets,
  );
}
