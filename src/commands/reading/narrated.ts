import type { Digest } from "../../digest/digest.ts";
import type { Asked, CommandContext } from "../command.ts";

/** A person waits for an answer, so a model has this long, in milliseconds. */
const PATIENCE_MS = 2_500;

/** A digest with what a language model wrote of it for the asker, where one is used and is in time. */
export async function narrated(
  digest: Digest,
  { talks: { names }, language }: Asked,
  { narrator }: CommandContext,
): Promise<Digest> {
  const narration = await narrator?.narrate({ names, digest, language }, PATIENCE_MS);
  return narration === null || narration === undefined ? digest : { ...digest, narration };
}
