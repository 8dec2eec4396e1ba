import type { Message, MessageFile } from "../../src/messages/message.ts";
import type { RenderStyle } from "../../src/platform/adapter.ts";
import { controlRows } from "./control-rows.ts";
import { MOST_COMPONENTS, MOST_FILES, MOST_RICH_ROWS, MOST_ROWS } from "./limits.ts";
import { packSections, type Sections } from "./pack.ts";
import type { ActionRow, Component, ContainerChild, DiscordPart } from "./part.ts";
import { galleryOf, PICTURE_FILE } from "./picture.ts";
import { piecesOf } from "./pieces.ts";

/** Message flag: the body is Components V2. */
const IS_COMPONENTS_V2 = 1 << 15;

/** The stripe beside a message. */
const ACCENT = 0x2f6f8f;

/**
 * A message as Discord's: `rich` in Components V2, `simple` in one embed a message. Its picture stands over the
 * first part of the rich style; controls and files go with the last part.
 */
export function renderDiscord(
  message: Message,
  style: RenderStyle,
): readonly [DiscordPart, ...DiscordPart[]] {
  return style === "rich" ? renderRich(message) : renderSimple(message);
}

function renderRich(message: Message): readonly [DiscordPart, ...DiscordPart[]] {
  const { picture, controls = [] } = message;
  const files = filesOf(message, picture === undefined ? MOST_FILES : MOST_FILES - 1);
  const shownFiles = files.map(fileComponent);
  const rows = rowsBeside(shownFiles, controlRows(controls, MOST_RICH_ROWS));
  const under = [...shownFiles, ...rows];
  const above = picture === undefined ? [] : [galleryOf(picture)];
  const [first, ...rest] = packSections(piecesOf(message, "rich"), (place) =>
    sectionsBeside(place === 0 ? [...above, ...under] : under),
  );
  const part = (sections: Sections, at: number): DiscordPart => {
    const [over, below] = [at === 0 ? above : [], at === rest.length ? under : []];
    const body = richBody([...over, ...textsOf(sections)], below);
    return {
      body,
      files: at === rest.length ? files : [],
      ...(at > 0 || picture === undefined ? {} : { picture }),
    };
  };
  return [part(first, 0), ...rest.map((sections, at) => part(sections, at + 1))];
}

function renderSimple(message: Message): readonly [DiscordPart, ...DiscordPart[]] {
  const files = filesOf(message, MOST_FILES);
  const rows = controlRows(message.controls ?? [], MOST_ROWS);
  const [first, ...rest] = packSections(piecesOf(message, "simple"), () => Infinity);
  const part = (sections: Sections, at: number): DiscordPart =>
    at === rest.length
      ? { body: simpleBody(sections, rows), files }
      : { body: simpleBody(sections, []), files: [] };
  return [part(first, 0), ...rest.map((sections, at) => part(sections, at + 1))];
}

/** A section takes a text and the separator before it; the container takes one, and so does its first text. */
const sectionsBeside = (others: readonly Component[]): number =>
  Math.max(1, Math.floor((MOST_COMPONENTS - CONTAINER - sizeOfAll(others) + 1) / 2));

/** The rows that fit beside the least that a message holds: its container, a picture and a text. */
const rowsBeside = (
  files: readonly Component[],
  rows: readonly ActionRow[],
): readonly ActionRow[] =>
  rows.filter(
    (_, at) => LEAST + sizeOfAll(files) + sizeOfAll(rows.slice(0, at + 1)) <= MOST_COMPONENTS,
  );

const CONTAINER = 1;
const LEAST = 3;

const sizeOfAll = (components: readonly Component[]): number =>
  components.reduce((sum, component) => sum + sizeOf(component), 0);

const sizeOf = (component: Component): number =>
  1 + ("components" in component ? component.components.length : 0);

const textsOf = ([head, ...tail]: Sections): readonly ContainerChild[] => [
  { type: 10, content: head },
  ...tail.flatMap((content): ContainerChild[] => [
    { type: 14, divider: true, spacing: 1 },
    { type: 10, content },
  ]),
];

const richBody = (
  children: readonly ContainerChild[],
  below: readonly Component[],
): DiscordPart["body"] => ({
  flags: IS_COMPONENTS_V2,
  components: [{ type: 17, accent_color: ACCENT, components: children }, ...below],
});

/** Links in an embed's description get no previews, so nothing has to be suppressed: that would hide the embed too. */
const simpleBody = (sections: Sections, below: readonly Component[]): DiscordPart["body"] => ({
  flags: 0,
  embeds: [{ description: sections.join("\n\n"), color: ACCENT }],
  components: below,
});

/** At most so many files under names that an address may hold as they are, each once. */
function filesOf({ files = [] }: Message, most: number): readonly MessageFile[] {
  const named = files.slice(0, most).map((file, at) => {
    const name = file.name.replace(/[^A-Za-z0-9._-]/g, "_").slice(-60);
    return { ...file, name: name === "" || name.startsWith(".") ? `file-${at + 1}${name}` : name };
  });
  return named.map((file, at) =>
    file.name !== PICTURE_FILE && named.findIndex(({ name }) => name === file.name) === at
      ? file
      : { ...file, name: `${at + 1}-${file.name}` },
  );
}

const fileComponent = ({ name }: MessageFile): Component => ({
  type: 13,
  file: { url: `attachment://${name}` },
});
