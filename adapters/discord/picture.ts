import type { Picture } from "../../src/messages/message.ts";
import { shorten } from "../../src/messages/quotation.ts";
import { LONGEST_DESCRIPTION } from "./limits.ts";
import type { Component, ContainerChild, DiscordPart, MediaGallery } from "./part.ts";

/** The name under which a part's picture is uploaded, which no other file of a message has. */
export const PICTURE_FILE = "card.png";

/** Shows the picture that is uploaded with a part. https://docs.discord.com/developers/components/reference#media-gallery */
export const galleryOf = (picture: Picture): MediaGallery => ({
  type: 12,
  items: [{ media: { url: `attachment://${PICTURE_FILE}` }, ...descriptionOf(picture) }],
});

/** A picture in words, as far as Discord takes them; it refuses a description without any. */
export function descriptionOf({ alt }: Picture): { readonly description?: string } {
  const words = shorten(alt.toWellFormed().trim(), LONGEST_DESCRIPTION);
  return words === "" ? {} : { description: words };
}

/** The same part in words alone. */
export function withoutPicture(part: DiscordPart): DiscordPart {
  if (part.picture === undefined) return part;
  const { body, files } = part;
  const components = body.components?.map(withoutGallery);
  return { body: components === undefined ? body : { ...body, components }, files };
}

const withoutGallery = (component: Component): Component =>
  component.type === 17
    ? { ...component, components: component.components.filter(isNoGallery) }
    : component;

const isNoGallery = ({ type }: ContainerChild): boolean => type !== 12;
