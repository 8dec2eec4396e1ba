import type { Pace } from "../../src/platform/pace.ts";
import { OVERALL, WITHIN_CHANNEL } from "./limits.ts";

/** How fast we speak; where Discord's answers allow less, they rule. */
export const DISCORD_PACE: Pace = { overall: OVERALL, within: () => [WITHIN_CHANNEL] };
