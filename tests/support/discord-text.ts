import type { Component, DiscordPart } from "../../adapters/discord/part.ts";

/** Parts as text that a person can review: markdown as it is sent, with controls and files named. */
export const discordText = (parts: readonly DiscordPart[]): string =>
  parts
    .map((part, at) => `===== message ${at + 1} of ${parts.length} =====\n${partText(part)}\n`)
    .join("\n");

function partText({ body, files }: DiscordPart): string {
  return [
    ...(body.embeds ?? []).map((embed) => embed.description),
    ...(body.components ?? []).flatMap(componentLines),
    ...files.map(({ name, mediaType }) => `(file ${name}, ${mediaType})`),
  ].join("\n");
}

function componentLines(component: Component): string[] {
  switch (component.type) {
    case 17:
      return component.components.flatMap(componentLines);
    case 10:
      return [component.content];
    case 12:
      return component.items.map(
        ({ media, description = "" }) => `(picture ${media.url}: ${description})`,
      );
    case 14:
      return ["----------"];
    case 13:
      return [`(shows ${component.file.url})`];
    case 1:
      return [component.components.map((each) => `{${controlText(each)}}`).join(" ")];
  }
}

type Control = Extract<Component, { type: 1 }>["components"][number];

function controlText(control: Control): string {
  if (control.type === 3) {
    const options = control.options.map((each) => `${each.label}${each.default ? "*" : ""}`);
    return `${control.placeholder}: ${options.join(" | ")} -> ${control.custom_id}`;
  }
  return `${control.label} -> ${control.style === 5 ? control.url : control.custom_id}`;
}
