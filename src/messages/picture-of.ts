import { type CardContents, type CardReader, tellCard } from "../cards/card-contents.ts";
import { describeCard } from "../cards/describe-card.ts";
import { roundKind } from "../cards/digest-rounds.ts";
import type { Digest } from "../digest/digest.ts";
import { catalogOf } from "../i18n/catalog.ts";
import type { Names } from "../i18n/names.ts";
import type { Picture } from "./message.ts";

/** The card of a digest as a picture of a message, in the reader's language and on his clock. */
export function pictureOf(names: Names, digest: Digest, reader: CardReader): Picture {
  const card = tellCard(names, digest, reader);
  return { card, alt: describeCard(card), caption: captionOf(card, digest) };
}

/** Which talks, where they stand and when they go on, each with what keeps it from being certain. */
function captionOf(card: CardContents, digest: Digest): string {
  const { label } = catalogOf(card.language);
  return [
    `${label({ name: card.talks })}${card.phase}`,
    doubtOf(card.status),
    ...roundOf(card, digest),
  ]
    .filter((part) => part !== "")
    .map((part) => part.replace(/\.$/, ""))
    .join(" \u2013 ");
}

function doubtOf(status: CardContents["status"]): string {
  if (status === null) return "";
  return status.unreported ?? status.dispute ?? (status.isLone ? status.confidence : "");
}

/** A round that is called off, or whose day is not known, is left to the card. */
function roundOf({ round, language }: CardContents, { nextRound }: Digest): readonly string[] {
  if (round === null || nextRound === null || nextRound.date === null) return [];
  if (roundKind(nextRound) === null) return [];
  const { label } = catalogOf(language);
  return [`${label({ name: round.heading })}${round.when}`, round.caution];
}
