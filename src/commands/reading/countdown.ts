import type { Digest, DigestRound } from "../../digest/digest.ts";
import { commandCatalogOf } from "../../i18n/commands/catalog.ts";
import { formatCountdown } from "../../i18n/countdown.ts";
import { instantInZone } from "../../lib/zone-offset.ts";
import type { Wording } from "../../messages/digest/wording.ts";
import { type Block, text } from "../../messages/message.ts";

/** When a round begins; null while day, hour or zone are open, or when it is called off. */
export function beginningOf(round: DigestRound | null): Date | null {
  if (round === null || round.date === null || round.time === null || round.timeZone === null)
    return null;
  if (round.status === "cancelled" || round.status === "postponed") return null;
  return instantInZone(new Date(`${round.date}T${round.time}:00Z`), round.timeZone);
}

/** How long until the next round begins, as a moment that platforms may count down to. */
export function countdownBlocks(
  { nextRound, at }: Pick<Digest, "nextRound" | "at">,
  { language, phrases }: Wording,
): Block[] {
  const begins = beginningOf(nextRound);
  if (begins === null) return [];
  const words = formatCountdown(language, new Date(at), begins);
  if (words === null) return [];
  const label = phrases.label({ name: commandCatalogOf(language)["next.begins"] });
  return [{ kind: "paragraph", spans: [text(label), { kind: "time", at: begins, text: words }] }];
}
