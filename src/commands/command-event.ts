import type { FloodVerdict } from "./flood.ts";

/** What became of a command, for metrics. */
export type CommandEvent =
  | {
      readonly kind: "answered" | "failed";
      /** One of ours; `unknown` for all others, of which there is no end. */
      readonly command: string;
      readonly tookMs: number;
    }
  /** Its asker gives too many. */
  | { readonly kind: "refused"; readonly verdict: Exclude<FloodVerdict, "welcome"> };
