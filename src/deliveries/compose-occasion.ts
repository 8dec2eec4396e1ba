import type { Digest } from "../digest/digest.ts";
import { composeAlert } from "../messages/alerts/compose-alert.ts";
import { composeBroadcast } from "../messages/alerts/compose-broadcast.ts";
import { composeRoundMoment } from "../messages/alerts/compose-round-moment.ts";
import type { Names } from "../messages/digest/wording.ts";
import type { OutgoingMessage } from "./delivery.ts";
import { outgoing } from "./identify.ts";
import type { OccasionKind } from "./occasion.ts";
import type { Subscription } from "./subscription.ts";
import { withPicture } from "./with-picture.ts";

/** What occasions are told with; `digest` is that of their moment. */
export type OccasionWords = { readonly names: Names; readonly digest: Digest };

/** Writes what a subscription is told of an occasion; null for corrections, which depend on what was told. */
export type ComposeOccasion = (
  what: OccasionKind,
  subscription: Subscription,
) => OutgoingMessage | null;

/** Composes each message once per language, time zone, form, picture and part of the occasion. */
export function createComposer({ names, digest }: OccasionWords): ComposeOccasion {
  const composed = new Map<string, OutgoingMessage | null>();
  return (what, subscription) => {
    const { language, timeZone, form, picture } = subscription;
    const key = JSON.stringify([language, timeZone, form, picture, what]);
    const known = composed.get(key);
    if (known !== undefined) return known;
    const message = write(what, subscription, { names, digest });
    composed.set(key, message);
    return message;
  };
}

function write(
  what: OccasionKind,
  subscription: Subscription,
  { names, digest }: OccasionWords,
): OutgoingMessage | null {
  const { language, timeZone, form } = subscription;
  const reader = { language, timeZone };
  switch (what.kind) {
    case "alert":
      return outgoing(composeAlert(names, digest, what.alerts, reader));
    case "round-moment": {
      const message = composeRoundMoment(names, digest, { ...what, form }, reader);
      return outgoing(withPicture(message, { names, digest }, subscription));
    }
    case "broadcast":
      return outgoing(composeBroadcast(what.words, language));
    case "correction":
      return null;
  }
}
