import { PNG } from "pngjs";
import { tellCard } from "../../src/cards/card-contents.ts";
import { describeCard } from "../../src/cards/describe-card.ts";
import type { Picture } from "../../src/messages/message.ts";
import { iranUsNames, RICH_DIGEST } from "./digests.ts";

const card = tellCard(iranUsNames, RICH_DIGEST, { language: "en", timeZone: "Asia/Tehran" });

/** The card of a digest. */
export const PICTURE: Picture = { card, alt: describeCard(card), caption: "Scheduled" };

/** A small PNG, another for each width. */
export const pngOf = (width: number): Uint8Array =>
  Uint8Array.from(PNG.sync.write(new PNG({ width, height: 6 })));
