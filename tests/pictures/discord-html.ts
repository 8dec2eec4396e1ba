import { escapeUTF8 } from "entities";
import { COMPONENT, isSelect } from "../doubles/discord/component-tree.ts";
import { isObject, type JsonObject, objects, words } from "../doubles/discord/json.ts";
import { shownWords, type Viewer } from "../doubles/discord/seen-markdown.ts";
import type { StoredMessage } from "../doubles/discord/world.ts";

/** Messages as they show in a channel of Discord: containers, markup, pictures and buttons. */
export const discordHtml = (messages: readonly StoredMessage[], viewer: Viewer): string =>
  messages
    .map((message) => {
      const { body } = message;
      const author = isObject(body["author"]) ? words(body["author"]["username"]) : "";
      const time = new Intl.DateTimeFormat(viewer.locale, {
        timeZone: viewer.timeZone,
        timeStyle: "short",
      }).format(new Date(words(body["timestamp"])));
      return `<article><header><bdi>${escapeUTF8(author)}</bdi> <time><bdi>${escapeUTF8(time)}</bdi></time></header>${componentsHtml({ message, viewer }, body["components"])}</article>`;
    })
    .join("");

type Shown = { readonly message: StoredMessage; readonly viewer: Viewer };

const componentsHtml = (shown: Shown, components: unknown): string =>
  objects(components)
    .map((component) => componentHtml(shown, component))
    .join("");

function componentHtml(shown: Shown, component: JsonObject): string {
  switch (Number(component["type"])) {
    case COMPONENT.container: {
      const accent = Number(component["accent_color"] ?? 0).toString(16);
      return `<section style="--accent: #${accent.padStart(6, "0")}">${componentsHtml(shown, component["components"])}</section>`;
    }
    case COMPONENT.textDisplay:
      return markdownHtml(words(component["content"]), shown.viewer);
    case COMPONENT.section:
      return componentsHtml(shown, component["components"]);
    case COMPONENT.separator:
      return component["divider"] === false ? '<p class="gap"></p>' : "<hr>";
    case COMPONENT.row:
      return `<div class="row">${componentsHtml(shown, component["components"])}</div>`;
    case COMPONENT.gallery:
      return objects(component["items"])
        .map((item) => pictureHtml(shown.message, item))
        .join("");
    case COMPONENT.button:
      return `<span class="button ${component["style"] === PRIMARY ? "primary" : "plain"}" dir="auto">${escapeUTF8(words(component["label"]))}</span>`;
    default:
      return isSelect(component)
        ? `<span class="button plain">${escapeUTF8(words(component["placeholder"]))}</span>`
        : "";
  }
}

/** Style of the button that matters most. Source: https://docs.discord.com/developers/components/reference#button-button-styles */
const PRIMARY = 1;

function pictureHtml({ uploads }: StoredMessage, item: JsonObject): string {
  const alt = escapeUTF8(words(item["description"]));
  const url = isObject(item["media"]) ? words(item["media"]["url"]) : "";
  const name = url.slice(url.lastIndexOf("/") + 1).replace(/\?.*$/, "");
  const upload = uploads.find((one) => one.name === name);
  if (upload === undefined) throw new Error(`nothing was sent as ${url}`);
  const bytes = Buffer.from(upload.bytes).toString("base64");
  return `<img alt="${alt}" src="data:image/png;base64,${bytes}">`;
}

const MARKS: readonly (readonly [mark: string, element: string])[] = [
  ["-# ", "small"],
  ["### ", "h3"],
  ["## ", "h2"],
  ["# ", "h1"],
  ["> ", "blockquote"],
  ["- ", "li"],
];

/** Each line runs as its letters tell (Unicode UAX #9, P2 and P3); the style sheet says so. */
const markdownHtml = (markdown: string, viewer: Viewer): string =>
  markdown
    .split("\n")
    .map((line) => {
      if (line === "") return '<p class="gap"></p>';
      const [mark, element] = MARKS.find(([start]) => line.startsWith(start)) ?? ["", "p"];
      const inner = inlineHtml(line.slice(mark.length), viewer);
      return `<${element}>${inner}</${element}>`;
    })
    .join("");

const INLINE =
  /\\(?<escaped>[^\p{L}\p{N}\s])|(?<moment><t:-?\d{1,12}(?::[tTdDfFR])?>)|\[(?<label>(?:\\.|[^\]\\\n]){1,400})\]\(<[^>\s]{1,2048}>\)|\*\*(?<strong>(?:\\.|[^\\*]){1,4000})\*\*|`(?<code>[^`]{1,400})`/gsu;

function inlineHtml(text: string, viewer: Viewer): string {
  let html = "";
  let at = 0;
  for (const { 0: found, index, groups = {} } of text.matchAll(INLINE)) {
    html += escapeUTF8(text.slice(at, index)) + foundHtml(groups, viewer);
    at = index + found.length;
  }
  return html + escapeUTF8(text.slice(at));
}

function foundHtml(found: Readonly<Record<string, string | undefined>>, viewer: Viewer): string {
  const { escaped, moment, label, strong, code } = found;
  if (moment !== undefined)
    return `<span class="moment">${escapeUTF8(shownWords(moment, viewer))}</span>`;
  if (label !== undefined) return `<a>${inlineHtml(label, viewer)}</a>`;
  if (strong !== undefined) return `<b>${inlineHtml(strong, viewer)}</b>`;
  if (code !== undefined) return `<code>${escapeUTF8(code)}</code>`;
  return escapeUTF8(escaped ?? "");
}
