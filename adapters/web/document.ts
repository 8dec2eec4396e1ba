import { LANGUAGE_NAMES, siteCatalogOf } from "../../src/i18n/site/catalog.ts";
import { type Language, LANGUAGES } from "../../src/lib/language.ts";
import type { Assets } from "./assets.ts";
import { escaped, languageAttributes } from "./markup.ts";

/** Where the site is, as far as it is known. */
export type Place = {
  /** `https://talks.example/parley`, or null where no public address is set. */
  readonly publicUrl: string | null;
  /** The same, or else where the server listens. */
  readonly origin: string;
  /** The path of the public address, without a slash at its end: `/parley`, or nothing. */
  readonly root: string;
};

/** What every page has. */
export type Shell = {
  readonly language: Language;
  readonly title: string;
  readonly description: string;
  /** Its address below the site's root in each language; null for pages that nobody should link to. */
  readonly paths: Readonly<Record<Language, string>> | null;
  /** More elements of the head, as HTML. */
  readonly head?: string;
  /** Attributes of `main`, as HTML. */
  readonly attributes?: string;
  /** What stands within `main`, as HTML. */
  readonly main: string;
};

/** A whole page as HTML. */
export function renderDocument(shell: Shell, place: Place, assets: Assets): string {
  const { language, title, main } = shell;
  const words = siteCatalogOf(language);
  const asset = (name: string) => `${place.root}/assets/${name}`;
  return [
    "<!doctype html>",
    `<html ${languageAttributes(language)}>`,
    "<head>",
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${escaped(title)}</title>`,
    `<meta name="description" content="${escaped(shell.description)}">`,
    `<link rel="icon" type="image/svg+xml" href="${asset(assets.icon)}">`,
    `<link rel="stylesheet" href="${asset(assets.style)}">`,
    `<script type="module" src="${asset(assets.script)}"></script>`,
    ...alternates(shell, place),
    shell.head ?? "",
    "</head>",
    "<body>",
    `<a class="skip" href="#content">${escaped(words.skip)}</a>`,
    headerHtml(shell, place),
    `<main id="content" tabindex="-1" ${shell.attributes ?? ""}>`,
    main,
    "</main>",
    `<footer><p>${escaped(words.about)}</p></footer>`,
    `<p class="unseen" role="status" id="news" data-refreshed="${escaped(words.refreshed)}"></p>`,
    "</body>",
    "</html>",
    "",
  ].join("\n");
}

function headerHtml({ language, paths }: Shell, { root }: Place): string {
  const words = siteCatalogOf(language);
  const links = LANGUAGES.map((each) => {
    const current = each === language ? ' aria-current="true"' : "";
    const href = `${root}${paths?.[each] ?? `/?lang=${each}`}`;
    return `<li><a href="${escaped(href)}" hreflang="${each}" ${languageAttributes(each)}${current}>${LANGUAGE_NAMES[each]}</a></li>`;
  });
  return [
    "<header>",
    `<p class="name"><a href="${root}/?lang=${language}" title="${escaped(words.all)}">${escaped(words["site.name"])}</a></p>`,
    `<nav aria-label="${escaped(words.languages)}"><ul>${links.join("")}</ul></nav>`,
    "</header>",
  ].join("\n");
}

/** Which pages say the same in another language, and which of all addresses is the page's own. */
function alternates({ paths, language }: Shell, { publicUrl }: Place): string[] {
  if (paths === null) return ['<meta name="robots" content="noindex">'];
  if (publicUrl === null) return [];
  return [
    `<link rel="canonical" href="${escaped(publicUrl + paths[language])}">`,
    ...LANGUAGES.map(
      (each) =>
        `<link rel="alternate" hreflang="${each}" href="${escaped(publicUrl + paths[each])}">`,
    ),
    `<link rel="alternate" hreflang="x-default" href="${escaped(publicUrl)}/">`,
  ];
}
