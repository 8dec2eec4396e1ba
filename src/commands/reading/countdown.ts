import type { Digest } from "../../digest/digest.ts";
import { commandCatalogOf } from "../../i18n/commands/catalog.ts";
import { countdownSpan } from "../../messages/digest/beginning.ts";
import type { Wording } from "../../messages/digest/wording.ts";
import { type Block, text } from "../../messages/message.ts";

/** How long until the next round begins, as a moment that platforms may count down to. */
export function countdownBlocks(
  digest: Pick<Digest, "nextRound" | "at">,
  wording: Wording,
): Block[] {
  const { nextRound } = digest;
  const span = nextRound === null ? null : countdownSpan(digest, nextRound, wording);
  if (span === null) return [];
  const name = commandCatalogOf(wording.language)["next.begins"];
  return [{ kind: "paragraph", spans: [text(wording.phrases.label({ name })), span] }];
}
