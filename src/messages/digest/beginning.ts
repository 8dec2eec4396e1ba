import type { Digest, DigestRound } from "../../digest/digest.ts";
import { beginningOf } from "../../digest/next-round.ts";
import { formatCountdown } from "../../i18n/countdown.ts";
import type { Span } from "../message.ts";
import type { Wording } from "./wording.ts";

/** How long until a round begins, as a moment that platforms may count down to; null where it is open or over. */
export function countdownSpan(
  digest: Pick<Digest, "at">,
  round: DigestRound,
  { language }: Pick<Wording, "language">,
): Span | null {
  const begins = beginningOf(round);
  const words = begins === null ? null : formatCountdown(language, new Date(digest.at), begins);
  return begins === null || words === null
    ? null
    : { kind: "time", at: begins, text: words, isDistance: true };
}
