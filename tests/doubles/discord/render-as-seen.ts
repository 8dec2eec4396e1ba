import stringWidth from "string-width";
import { COMPONENT, isSelect } from "./component-tree.ts";
import { isObject, objects, words } from "./json.ts";
import type { JsonObject } from "./json.ts";
import { FLAG, hasFlag } from "./rules/message-flags.ts";
import { hang, shownMarkdown, shownWords } from "./seen-markdown.ts";
import type { Viewer } from "./seen-markdown.ts";
import type { SeenMessage } from "./seen-message.ts";
import type { Channel } from "./world.ts";

const COLUMNS = 78;
const BAR = "▌ ";
const LINK = 5;

function control(component: JsonObject): string {
  if (isSelect(component)) {
    const chosen = objects(component["options"]).filter((option) => option["default"] === true);
    const label = chosen.map((option) => words(option["label"])).join(", ");
    return `[ ${label === "" ? words(component["placeholder"]) : label} ▾ ]`;
  }
  const emoji = isObject(component["emoji"]) ? `${words(component["emoji"]["name"])} ` : "";
  const arrow = component["style"] === LINK ? " ↗" : "";
  return `[ ${emoji}${words(component["label"])}${arrow} ]`;
}

/** Controls side by side, as many as fit a line. */
function controls(row: JsonObject, columns: number): readonly string[] {
  const lines: string[] = [];
  for (const each of objects(row["components"]).map(control)) {
    const longer = lines.length === 0 ? null : `${lines.at(-1)} ${each}`;
    if (longer !== null && stringWidth(longer) <= columns) lines[lines.length - 1] = longer;
    else lines.push(each);
  }
  return lines;
}

function section(component: JsonObject, viewer: Viewer, columns: number): readonly string[] {
  const { accessory } = component;
  const inside = layout(objects(component["components"]), viewer, columns);
  const isButton = isObject(accessory) && accessory["type"] === COMPONENT.button;
  return isButton ? [...inside, control(accessory)] : inside;
}

/** A picture stands there as those hear of it who cannot see it. */
const picture = (description: string, columns: number): readonly string[] =>
  description === ""
    ? ["[picture]"]
    : hang(`[picture: ${description.replaceAll(/\s+/gu, " ").trim()}]`, ["", ""], columns);

type Piece = (component: JsonObject, viewer: Viewer, columns: number) => readonly string[];

const PIECES: ReadonlyMap<unknown, Piece> = new Map<unknown, Piece>([
  [
    COMPONENT.textDisplay,
    (each, viewer, columns) => shownMarkdown(words(each["content"]), viewer, columns),
  ],
  [
    COMPONENT.container,
    (each, viewer, columns) =>
      layout(objects(each["components"]), viewer, columns - BAR.length).map(
        (line) => `${BAR}${line}`,
      ),
  ],
  [COMPONENT.section, section],
  [
    COMPONENT.separator,
    (each, _, columns) => [each["divider"] === false ? "" : "─".repeat(columns)],
  ],
  [COMPONENT.row, (each, _, columns) => controls(each, columns)],
  [
    COMPONENT.gallery,
    (each, _, columns) =>
      objects(each["items"]).flatMap((item) => picture(words(item["description"]), columns)),
  ],
]);

const layout = (
  components: readonly JsonObject[],
  viewer: Viewer,
  columns: number,
): readonly string[] =>
  components.flatMap((each) => PIECES.get(each["type"])?.(each, viewer, columns) ?? []);

function embedLines(embed: JsonObject, viewer: Viewer): readonly string[] {
  const columns = COLUMNS - BAR.length;
  const { footer } = embed;
  const texts = [
    words(embed["title"]),
    words(embed["description"]),
    ...objects(embed["fields"]).flatMap((field) => [words(field["name"]), words(field["value"])]),
    isObject(footer) ? words(footer["text"]) : "",
  ];
  return texts
    .filter((text) => text !== "")
    .flatMap((text) => shownMarkdown(text, viewer, columns))
    .map((line) => `${BAR}${line}`);
}

function heading({ author, body, ephemeral }: SeenMessage, { locale, timeZone }: Viewer): string {
  const at = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short", timeZone });
  const edited = typeof body["edited_timestamp"] === "string" ? " (edited)" : "";
  const bot = isObject(body["author"]) && body["author"]["bot"] === true ? " [APP]" : "";
  const alone = ephemeral ? " · only you can see this" : "";
  return `${author}${bot}  ${at.format(new Date(words(body["timestamp"])))}${edited}${alone}`;
}

/** One message as it shows in a terminal of 78 columns. */
export function renderMessageAsSeen(message: SeenMessage, viewer: Viewer): string {
  const { body, files } = message;
  const content = words(body["content"]);
  const lines = [
    heading(message, viewer),
    ...(hasFlag(body["flags"], FLAG.loading) ? ["thinking…"] : []),
    ...(content === "" ? [] : shownMarkdown(content, viewer, COLUMNS)),
    ...objects(body["embeds"]).flatMap((embed) => embedLines(embed, viewer)),
    ...layout(objects(body["components"]), viewer, COLUMNS),
    ...files.map(({ name, bytes }) => `[file] ${name} (${bytes.length} bytes)`),
  ];
  return lines.map((line) => line.trimEnd()).join("\n");
}

/** A channel as it shows in a terminal: its name, then its messages, oldest first. */
export function renderAsSeen(channel: Channel, viewer: Viewer): string {
  const mark = channel.kind === "dm" ? "@" : "#";
  const messages = channel.seen.map((message) => renderMessageAsSeen(message, viewer));
  return [`${mark}${channel.name}`, ...messages].join("\n\n");
}

/** A modal as it shows in a terminal. */
export function renderModalAsSeen(modal: JsonObject, viewer: Viewer): string {
  const inputs = objects(modal["components"]).flatMap((row) => {
    const { component } = row;
    const all = isObject(component) ? [component] : objects(row["components"]);
    return all.map((input) => {
      const label = words(row["label"]) || words(input["label"]);
      const value = words(input["value"]) || words(input["placeholder"]);
      return `${label}: [ ${value.padEnd(24)} ]`;
    });
  });
  const title = shownWords(words(modal["title"]), viewer);
  return [`┌ ${title}`, ...inputs.flatMap((line) => hang(line, ["│ ", "│ "], COLUMNS))].join("\n");
}
