import type { Digest } from "../digest/digest.ts";
import type { Language } from "../lib/language.ts";
import { openingBlocks } from "./compose-part.ts";
import { changeBlocks } from "./digest/changes.ts";
import { disputeBlocks } from "./digest/disputes.ts";
import { pressureBlocks } from "./digest/events.ts";
import { footerBlocks } from "./digest/footer.ts";
import { leadBlocks } from "./digest/narration.ts";
import { roundBlocks } from "./digest/round.ts";
import { delegationBlocks, positionBlocks } from "./digest/sides.ts";
import { statusBlocks } from "./digest/status.ts";
import { createWording, type Names, type Wording } from "./digest/wording.ts";
import type { Block, Message } from "./message.ts";

/** Who reads: in which language, and in which IANA zone instants are told. */
export type Reader = { readonly language: Language; readonly timeZone: string };

/** Writes a digest as a message: the answer first, its reasons after, its sources last. */
export function composeDigest(names: Names, digest: Digest, reader: Reader): Message {
  const wording = createWording(names, digest, reader.language, reader.timeZone);
  return {
    language: reader.language,
    blocks: [
      ...openingBlocks(digest, wording, names),
      ...digestBlocks(digest, wording),
      ...footerBlocks(digest, wording),
    ],
  };
}

/** All that a digest tells, without title and sources. */
export const digestBlocks = (digest: Digest, wording: Wording): Block[] => [
  ...leadBlocks(digest, wording),
  ...statusBlocks(digest, wording),
  ...changeBlocks(digest, wording),
  ...roundBlocks(digest, wording),
  ...delegationBlocks(digest, wording),
  ...positionBlocks(digest, wording),
  ...pressureBlocks(digest, wording),
  ...disputeBlocks(digest, wording),
];
