import type { Message, MessageFile } from "../../src/messages/message.ts";
import type { RenderStyle } from "../../src/platform/adapter.ts";
import { controlRows } from "./control-rows.ts";
import { MOST_COMPONENTS, MOST_FILES, MOST_RICH_ROWS, MOST_ROWS } from "./limits.ts";
import { packSections, type Sections } from "./pack.ts";
import type { Component, ContainerChild, DiscordPart } from "./part.ts";
import { piecesOf } from "./pieces.ts";

/** Message flag: the body is Components V2. */
const IS_COMPONENTS_V2 = 1 << 15;

/** The stripe beside a message. */
const ACCENT = 0x2f6f8f;

/**
 * A message as Discord's: `rich` in Components V2, `simple` in one embed a message. Controls and files go
 * with the last part.
 */
export function renderDiscord(
  message: Message,
  style: RenderStyle,
): readonly [DiscordPart, ...DiscordPart[]] {
  const files = filesOf(message);
  const rich = style === "rich";
  const rows = controlRows(message.controls ?? [], rich ? MOST_RICH_ROWS : MOST_ROWS);
  const under: readonly Component[] = rich ? [...files.map(fileComponent), ...rows] : rows;
  const mostSections = rich ? sectionsBeside(under) : Infinity;
  const [first, ...rest] = packSections(piecesOf(message, style), mostSections);
  const part = (sections: Sections, at: number): DiscordPart => {
    const isLast = at === rest.length;
    const below = isLast ? under : [];
    return {
      body: rich ? richBody(sections, below) : simpleBody(sections, below),
      files: isLast ? files : [],
    };
  };
  return [part(first, 0), ...rest.map((sections, at) => part(sections, at + 1))];
}

/** A section takes a text and the separator before it; the container takes one, and so does its first text. */
const sectionsBeside = (under: readonly Component[]): number => {
  const taken = 1 + under.reduce((sum, component) => sum + sizeOf(component), 0);
  return Math.max(1, Math.floor((MOST_COMPONENTS - taken + 1) / 2));
};

const sizeOf = (component: Component): number =>
  1 + ("components" in component ? component.components.length : 0);

function richBody(sections: Sections, below: readonly Component[]): DiscordPart["body"] {
  const [head, ...tail] = sections;
  const children: ContainerChild[] = [
    { type: 10, content: head },
    ...tail.flatMap((content): ContainerChild[] => [
      { type: 14, divider: true, spacing: 1 },
      { type: 10, content },
    ]),
  ];
  return {
    flags: IS_COMPONENTS_V2,
    components: [{ type: 17, accent_color: ACCENT, components: children }, ...below],
  };
}

/** Links in an embed's description get no previews, so nothing has to be suppressed: that would hide the embed too. */
const simpleBody = (sections: Sections, below: readonly Component[]): DiscordPart["body"] => ({
  flags: 0,
  embeds: [{ description: sections.join("\n\n"), color: ACCENT }],
  components: below,
});

/** Names that an address may hold as they are, each once. */
function filesOf({ files = [] }: Message): readonly MessageFile[] {
  const named = files.slice(0, MOST_FILES).map((file, at) => {
    const name = file.name.replace(/[^A-Za-z0-9._-]/g, "_").slice(-60);
    return { ...file, name: name === "" || name.startsWith(".") ? `file-${at + 1}${name}` : name };
  });
  return named.map((file, at) =>
    named.findIndex(({ name }) => name === file.name) === at
      ? file
      : { ...file, name: `${at + 1}-${file.name}` },
  );
}

const fileComponent = ({ name }: MessageFile): Component => ({
  type: 13,
  file: { url: `attachment://${name}` },
});
