import type { Component, DiscordPart } from "../../adapters/discord/part.ts";
import { payloadOf } from "../../adapters/discord/send.ts";
import { foreignMarkup } from "./discord-markdown.ts";

/** What Discord's API would find wrong with a part, and what of it is markup that others wrote. */
export function discordProblems(part: DiscordPart): readonly string[] {
  const payload = payloadOf(part);
  const components = flatten(payload.components ?? []);
  const texts = components.flatMap((each) => (each.type === 10 ? [each.content] : []));
  const descriptions = (payload.embeds ?? []).map(({ description }) => description);
  return [
    ...over("components", components.length, 40),
    ...over("text", sum(texts), 4_000),
    ...over("description", sum(descriptions), 4_096),
    ...[...texts, ...descriptions].flatMap((each) => [
      ...(each.trim() === "" ? ["an empty text"] : []),
      ...foreignMarkup(each),
    ]),
    ...components.flatMap(componentProblems),
    ...twice(components.flatMap((each) => ("custom_id" in each ? [each.custom_id] : []))),
    ...twice(payload.attachments.map(({ filename }) => filename)),
    ...over("files", payload.attachments.length, 10),
    ...payload.attachments.flatMap(({ description = "x" }) =>
      within("a file's description", description, 1_024),
    ),
    ...missing(
      components.flatMap(shownFiles),
      payload.attachments.map(({ filename }) => `attachment://${filename}`),
    ),
    ...part.files.flatMap(({ name }) => (/^[\w.-]{1,80}$/.test(name) ? [] : [`file ${name}`])),
    ...(JSON.stringify(payload.allowed_mentions) === '{"parse":[]}' ? [] : ["mentions"]),
  ];
}

type Leaf = Component | Extract<Component, { type: 1 }>["components"][number];

const flatten = (components: readonly Leaf[]): readonly Leaf[] =>
  components.flatMap((each) => [each, ...("components" in each ? flatten(each.components) : [])]);

function componentProblems(component: Leaf): readonly string[] {
  switch (component.type) {
    case 1:
      return over("buttons", component.components.length, 5);
    case 2:
      return [
        ...within("label", component.label, 80),
        ...("url" in component
          ? [...within("url", component.url, 512), ...(URL.canParse(component.url) ? [] : ["url"])]
          : within("custom id", component.custom_id, 100)),
      ];
    case 3:
      return [
        ...within("custom id", component.custom_id, 100),
        ...within("placeholder", component.placeholder, 150),
        ...over("options", component.options.length, 25),
        ...(component.options.length === 0 ? ["no options"] : []),
        ...over("defaults", component.options.filter((each) => each.default).length, 1),
        ...twice(component.options.map(({ value }) => value)),
        ...component.options.flatMap(({ label, value }) => [
          ...within("option", label, 100),
          ...within("value", value, 100),
        ]),
      ];
    case 12:
      return [
        ...over("pictures", component.items.length, 10),
        ...component.items.flatMap(({ description = "x" }) =>
          within("a picture's description", description, 1_024),
        ),
      ];
    case 10:
    case 13:
    case 14:
    case 17:
      return [];
  }
}

function shownFiles(component: Leaf): readonly string[] {
  if (component.type === 12) return component.items.map(({ media }) => media.url);
  return component.type === 13 ? [component.file.url] : [];
}

const missing = (shown: readonly string[], uploaded: readonly string[]): readonly string[] =>
  shown.filter((url) => !uploaded.includes(url)).map((url) => `${url} is not uploaded`);

const over = (what: string, count: number, most: number): readonly string[] =>
  count > most ? [`${what}: ${count} of ${most}`] : [];

const within = (what: string, words: string, most: number): readonly string[] => [
  ...over(what, words.length, most),
  ...(words.trim() === "" ? [`${what} is empty`] : []),
  ...(words.isWellFormed() ? [] : [`${what} is not well-formed`]),
];

const twice = (ids: readonly string[]): readonly string[] =>
  ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `${id} stands twice`);

const sum = (texts: readonly string[]): number =>
  texts.reduce((length, each) => length + each.length, 0);
