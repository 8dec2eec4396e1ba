import type { Digest, DigestRound } from "../../digest/digest.ts";
import type { AlertCatalog } from "../../i18n/alerts/en.ts";
import type { Reader } from "../compose-digest.ts";
import { digestBlocks } from "../compose-digest.ts";
import type { Names } from "../digest/wording.ts";
import { type Block, type Message, strong, text } from "../message.ts";
import { briefBlocks } from "./brief-blocks.ts";
import { type AlertWording, frame } from "./frame.ts";
import { heldRoundBlocks } from "./round-news.ts";

/** A moment of a round, and how much is told with it. */
export type MomentTold = {
  readonly moment: keyof AlertCatalog["moment"];
  readonly round: DigestRound;
  readonly form: "brief" | "full";
};

/** Writes the briefing of a round's moment. A round that is in doubt is never told as certain. */
export const composeRoundMoment = (
  names: Names,
  digest: Digest,
  told: MomentTold,
  reader: Reader,
): Message =>
  frame(names, reader, {
    digest,
    tell: (part, wording) => [
      ...openingOf(part, told, wording),
      ...(told.form === "full" ? digestBlocks(part, wording) : briefBlocks(part, wording)),
    ],
    end: "coverage",
  });

function openingOf(digest: Digest, { moment, round }: MomentTold, wording: AlertWording): Block[] {
  const { alerts, phrases } = wording;
  const isAhead = moment === "day-before" || moment === "hour-before";
  const isDoubtful = isAhead && !isCertain(digest, round);
  const status = phrases["round.status"][round.status];
  const notes = [
    ...(isDoubtful ? [strong(alerts["round.doubtful"]({ status }))] : []),
    ...(isAhead && round.time === null ? [text(alerts["round.hourOpen"])] : []),
  ];
  return [
    { kind: "heading", text: isDoubtful ? alerts["moment.planned"] : alerts.moment[moment] },
    ...notes.map((note): Block => ({ kind: "paragraph", spans: [note] })),
    ...(moment === "end" ? heldRoundBlocks(digest, round.date, wording) : []),
  ];
}

/** Announced by more than one voice, and neither disputed nor doubted. */
const isCertain = (digest: Digest, round: DigestRound): boolean =>
  round.status === "scheduled" &&
  round.attributedTo === null &&
  !digest.contested &&
  digest.phase !== "in-doubt";
