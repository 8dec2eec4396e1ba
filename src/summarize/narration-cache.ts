import type { Narration } from "../digest/narration.ts";

/**
 * Keeps what was written and checked, by the hash of all that the model was given: its name, the version
 * of the prompts, the language and the claims.
 */
export type NarrationCache = {
  /** Null where nothing is kept, or where what is kept can no longer be read. */
  find(key: string): Promise<Narration | null>;
  /** Keeping again under the same key replaces what was kept. */
  keep(key: string, narration: Narration): Promise<void>;
};
