import type { Digest, DigestRound } from "../../digest/digest.ts";
import { formatCountdown } from "../../i18n/countdown.ts";
import { instantInZone } from "../../lib/zone-offset.ts";
import type { Span } from "../message.ts";
import type { Wording } from "./wording.ts";

/** When a round begins; null while day, hour or zone are open. */
export function beginningOf({ date, time, timeZone }: DigestRound): Date | null {
  if (date === null || time === null || timeZone === null) return null;
  return instantInZone(new Date(`${date}T${time}:00Z`), timeZone);
}

/** How long until a round begins, as a moment that platforms may count down to; null where it is open or over. */
export function countdownSpan(
  digest: Pick<Digest, "at">,
  round: DigestRound,
  { language }: Pick<Wording, "language">,
): Span | null {
  const begins = beginningOf(round);
  const words = begins === null ? null : formatCountdown(language, new Date(digest.at), begins);
  return begins === null || words === null ? null : { kind: "time", at: begins, text: words };
}
