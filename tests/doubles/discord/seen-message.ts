import { COMPONENT, componentsIn, isSelect } from "./component-tree.ts";
import { isObject, objects, words } from "./json.ts";
import type { JsonObject } from "./json.ts";
import type { StoredMessage } from "./world.ts";

/** A message as people see it. */
export type SeenMessage = {
  readonly id: string;
  /** Name of who wrote it. */
  readonly author: string;
  /** Shown to one person alone. */
  readonly ephemeral: boolean;
  /** All its words, markup as written, a line for each piece. */
  readonly text: string;
  /** What can be pressed, by label. */
  readonly buttons: readonly string[];
  /** What can be chosen, by placeholder. */
  readonly selects: readonly string[];
  /** What is shown as pictures, in order. */
  readonly pictures: readonly SeenPicture[];
  /** The other files. */
  readonly files: readonly {
    readonly name: string;
    readonly mediaType: string;
    readonly text: string;
    readonly bytes: Uint8Array;
  }[];
  /** As the API tells it. */
  readonly body: JsonObject;
};

/** A picture, and what it says to those who cannot see it. */
export type SeenPicture = {
  readonly name: string;
  readonly description: string;
  /** As uploaded. */
  readonly bytes: Uint8Array;
};

function picturesIn(
  components: readonly JsonObject[],
  uploads: StoredMessage["uploads"],
): readonly SeenPicture[] {
  const items = components.flatMap(({ items: held }) => objects(held));
  return items.flatMap((item) => {
    const url = isObject(item["media"]) ? words(item["media"]["url"]) : "";
    const upload = uploads.find(({ name }) => url === `attachment://${name}`);
    const description = words(item["description"]);
    return upload === undefined ? [] : [{ name: upload.name, description, bytes: upload.bytes }];
  });
}

const embedWords = (embed: JsonObject): readonly string[] => [
  isObject(embed["author"]) ? words(embed["author"]["name"]) : "",
  words(embed["title"]),
  words(embed["description"]),
  ...objects(embed["fields"]).flatMap((field) => [words(field["name"]), words(field["value"])]),
  isObject(embed["footer"]) ? words(embed["footer"]["text"]) : "",
];

/** A stored message as people see it. */
export function seenMessage({ body, ephemeralFor, uploads }: StoredMessage): SeenMessage {
  const components = componentsIn(body["components"]);
  const texts = [
    words(body["content"]),
    ...objects(body["embeds"]).flatMap(embedWords),
    ...components
      .filter(({ type }) => type === COMPONENT.textDisplay)
      .map(({ content }) => words(content)),
  ];
  const decoder = new TextDecoder();
  const pictures = picturesIn(components, uploads);
  const shown = new Set(pictures.map(({ name }) => name));
  return {
    id: words(body["id"]),
    author: isObject(body["author"]) ? words(body["author"]["username"]) : "",
    ephemeral: ephemeralFor !== null,
    text: texts.filter((text) => text !== "").join("\n"),
    buttons: components
      .filter(({ type }) => type === COMPONENT.button)
      .map(({ label }) => words(label)),
    selects: components.filter(isSelect).map(({ placeholder }) => words(placeholder)),
    pictures,
    files: uploads
      .filter(({ name }) => !shown.has(name))
      .map(({ name, mediaType, bytes }) => ({
        name,
        mediaType,
        text: decoder.decode(bytes),
        bytes,
      })),
    body,
  };
}
