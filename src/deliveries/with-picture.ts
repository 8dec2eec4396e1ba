import type { Digest } from "../digest/digest.ts";
import type { Names } from "../i18n/names.ts";
import type { Message } from "../messages/message.ts";
import { pictureOf } from "../messages/picture-of.ts";
import type { Subscription } from "./subscription.ts";

/** A briefing with the card of its digest, where the subscription wants one. */
export const withPicture = (
  message: Message,
  { names, digest }: { readonly names: Names; readonly digest: Digest },
  { picture, language, timeZone }: Pick<Subscription, "picture" | "language" | "timeZone">,
): Message =>
  picture ? { ...message, picture: pictureOf(names, digest, { language, timeZone }) } : message;
