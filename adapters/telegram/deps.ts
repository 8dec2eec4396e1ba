import type { Clock } from "../../src/lib/clock.ts";
import type { Log } from "../../src/lib/log.ts";
import type { CommandForm } from "../../src/platform/command-form.ts";
import type { PaintPicture } from "../../src/platform/paint-picture.ts";
import type { Descriptions } from "./commands-menu.ts";
import type { ActiveTelegramConfig } from "./config.ts";

/** What Telegram's adapter is made of. */
export type TelegramDeps = {
  readonly config: ActiveTelegramConfig;
  readonly commands: readonly CommandForm[];
  readonly descriptions: Descriptions;
  readonly paint: PaintPicture;
  readonly log: Log;
  readonly clock: Clock;
  /** Waits so many milliseconds, or until the signal aborts; never rejects. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
};
