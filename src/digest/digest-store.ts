import type { Digest } from "./digest.ts";

/** Keeps what each reader was told last, so that the next digest can say what changed. */
export type DigestStore = {
  /** The digest of these talks that the reader was told last; `reader` names a subscription. */
  last(talks: string, reader: string): Promise<Digest | null>;
  /** Keeps a digest as told, in place of the one before. */
  keep(reader: string, digest: Digest): Promise<void>;
};
