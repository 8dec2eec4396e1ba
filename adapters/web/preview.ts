import { siteCatalogOf } from "../../src/i18n/site/catalog.ts";
import { type Language, LANGUAGES } from "../../src/lib/language.ts";
import type { Place } from "./document.ts";
import { escaped } from "./markup.ts";

/** What chats and social networks show of a page that someone links to. */
export type Preview = {
  readonly language: Language;
  readonly title: string;
  readonly description: string;
  /** The page's address below the site's root. */
  readonly path: string;
  /** The picture's address below the site's root, for pages that have one. */
  readonly picture: string | null;
  /** When what is known last changed, for pages that tell of something. */
  readonly updatedAt: Date | null;
};

/**
 * A page's preview as elements of its head (https://ogp.me, X cards). Addresses must be absolute there:
 * they are told only where a public address is set, since the one that a client names may be anyone's.
 */
export function previewHtml(preview: Preview, { publicUrl }: Place): string {
  const { language, title, description, path, picture, updatedAt } = preview;
  return [
    property("og:type", updatedAt === null ? "website" : "article"),
    property("og:site_name", siteCatalogOf(language)["site.name"]),
    property("og:locale", LOCALES[language]),
    ...LANGUAGES.filter((each) => each !== language).map((each) =>
      property("og:locale:alternate", LOCALES[each]),
    ),
    property("og:title", title),
    property("og:description", description),
    ...(updatedAt === null ? [] : [property("article:modified_time", updatedAt.toISOString())]),
    ...(publicUrl === null ? [] : [property("og:url", `${publicUrl}${path}`)]),
    ...(publicUrl === null || picture === null
      ? [named("twitter:card", "summary")]
      : [...pictureHtml(`${publicUrl}${picture}`, description)]),
  ].join("\n");
}

/** Sizes let a preview show the picture the first time that a link is told. */
const pictureHtml = (url: string, alt: string): readonly string[] => [
  property("og:image", url),
  property("og:image:type", "image/png"),
  property("og:image:width", "1200"),
  property("og:image:height", "630"),
  property("og:image:alt", alt),
  named("twitter:card", "summary_large_image"),
];

/** A language with a territory, as Open Graph writes it. */
const LOCALES = { en: "en_GB", ar: "ar_AR", fa: "fa_IR" } as const satisfies Record<
  Language,
  string
>;

const property = (name: string, value: string): string =>
  `<meta property="${name}" content="${escaped(value)}">`;

const named = (name: string, value: string): string =>
  `<meta name="${name}" content="${escaped(value)}">`;
