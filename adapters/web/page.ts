import { countdownWords } from "../../src/i18n/countdown.ts";
import { formatNumber } from "../../src/i18n/locale.ts";
import { siteCatalogOf } from "../../src/i18n/site/catalog.ts";
import type { Language } from "../../src/lib/language.ts";
import type { PageContent, PageSection, PageSource } from "../../src/platform/site.ts";
import type { Assets } from "./assets.ts";
import { type Place, renderDocument } from "./document.ts";
import { escaped, isWebAddress, languageAttributes, outwardLink } from "./markup.ts";
import { previewHtml } from "./preview.ts";
import { renderBlocks, renderSpans, type Setting } from "./render.ts";

/** The page of some talks in each language, below the site's root. */
export const pathsOf = (talks: string): Readonly<Record<Language, string>> => ({
  en: `/${talks}/en`,
  ar: `/${talks}/ar`,
  fa: `/${talks}/fa`,
});

/** Where some talks stand, as a page. */
export function renderPage(content: PageContent, place: Place, assets: Assets): string {
  const { language, title, description, standing, sections } = content;
  const paths = pathsOf(content.talks);
  const path = `${place.root}${paths[language]}`;
  const lead: Setting = { language, heading: "h2", citations: "page", open: false };
  return renderDocument(
    {
      language,
      title,
      description,
      paths,
      head: headOf(content, place),
      attributes: `data-standing="${escaped(standing)}" data-events="${escaped(path)}/events"`,
      main: [
        '<article class="talks">',
        `<h1>${escaped(title)}</h1>`,
        updatedHtml(content),
        `<div class="lead" data-countdown="${escaped(JSON.stringify(countdownWords(language)))}" data-yours="${escaped(siteCatalogOf(language).yours)}">${renderBlocks(content.lead, lead)}</div>`,
        contentsHtml(sections, language),
        ...sections.map((section) => sectionHtml(section, content)),
        formsHtml(path, language),
        "</article>",
      ].join("\n"),
    },
    place,
    assets,
  );
}

function updatedHtml({ updatedAt, updated }: PageContent): string {
  const words = escaped(updated);
  const told =
    updatedAt === null ? words : `<time datetime="${updatedAt.toISOString()}">${words}</time>`;
  return `<p class="updated">${told}</p>`;
}

function headOf({ talks, language, title, description, updatedAt }: PageContent, place: Place) {
  const words = siteCatalogOf(language);
  const path = pathsOf(talks)[language];
  const picture = `${path}/card.png`;
  const feed = (file: string, type: string, name: string) =>
    `<link rel="alternate" type="${type}" title="${escaped(name)}" href="${escaped(`${place.root}${path}/${file}`)}">`;
  return [
    feed("feed.xml", "application/rss+xml", words["form.rss"]),
    feed("feed.json", "application/feed+json", words["form.json"]),
    feed("calendar.ics", "text/calendar", words["form.calendar"]),
    previewHtml({ language, title, description, path, picture, updatedAt }, place),
  ].join("\n");
}

function contentsHtml(sections: readonly PageSection[], language: Language): string {
  const links = sections.map(
    ({ id, heading }) => `<li><a href="#${escaped(id)}">${escaped(heading)}</a></li>`,
  );
  return `<nav class="contents" aria-label="${escaped(siteCatalogOf(language).contents)}"><ul>${links.join("")}</ul></nav>`;
}

/** What the sides say is there to be compared; the rest that can be folded is there to be looked up. */
const OPEN_SECTIONS: ReadonlySet<string> = new Set(["positions"]);

function sectionHtml({ id, heading, blocks }: PageSection, content: PageContent): string {
  const { language } = content;
  const open = OPEN_SECTIONS.has(id);
  const body = renderBlocks(blocks, { language, heading: "h3", citations: "page", open });
  return [
    `<section id="${escaped(id)}" aria-labelledby="${escaped(id)}-heading">`,
    `<h2 id="${escaped(id)}-heading">${escaped(heading)}</h2>`,
    ...(id === "sources" ? [sourcesHtml(content.sources, language)] : []),
    body,
    ...(id === "pressure" ? [chartHtml(content)] : []),
    "</section>",
  ].join("\n");
}

const chartHtml = ({ chart, language }: PageContent): string =>
  chart === null
    ? ""
    : `<figure class="chart"><figcaption>${escaped(siteCatalogOf(language)["chart.label"])}</figcaption>${chart}</figure>`;

function sourcesHtml(sources: readonly PageSource[], language: Language): string {
  if (sources.length === 0) return "";
  return `<ol class="sources">\n${sources.map((source) => sourceHtml(source, language)).join("\n")}\n</ol>`;
}

/** The very sentences, and the way to where they stand; its own number leads to all of the sentences. */
function sourceHtml({ n, url, line, sentences, lang }: PageSource, language: Language): string {
  const setting: Setting = { language, heading: "h3", citations: "out", open: false };
  const label = renderSpans(line, setting).trim();
  const number = `<a class="number" href="#source-${n}">[${formatNumber(language, n)}]</a>`;
  const words = sentences.map(
    (sentence) => `<blockquote ${languageAttributes(lang)}>${escaped(sentence)}</blockquote>`,
  );
  return `<li id="source-${n}" tabindex="-1">${number} ${isWebAddress(url) ? outwardLink(label, url) : label}${words.join("")}</li>`;
}

const FORMS = [
  ["feed.xml", "form.rss"],
  ["feed.json", "form.json"],
  ["calendar.ics", "form.calendar"],
  ["digest.json", "form.digest"],
  ["feeds.opml", "form.opml"],
] as const;

function formsHtml(path: string, language: Language): string {
  const words = siteCatalogOf(language);
  const links = FORMS.map(
    ([file, name]) =>
      `<li><a href="${escaped(`${path}/${file}`)}">${escaped(words[name])}</a></li>`,
  );
  return `<nav class="forms" aria-label="${escaped(words.forms)}"><ul>${links.join("")}</ul></nav>`;
}
