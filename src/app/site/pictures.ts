import { PAGE_THEME } from "../../cards/chart-theme.ts";
import { digestRounds } from "../../cards/digest-rounds.ts";
import { drawTension } from "../../cards/draw-tension.ts";
import type { Language } from "../../lib/language.ts";
import type { Snapshot } from "./snapshot.ts";

/** Small enough that a phone shows its letters large enough. */
const CHART = { width: 420, height: 190, theme: PAGE_THEME } as const;

/** The tension over time with the rounds on it, as SVG; null where there is nothing to draw. */
export function composeChart({ digest }: Snapshot, language: Language): string | null {
  const { series } = digest.tension;
  if (series.length === 0) return null;
  return drawTension(series, digestRounds(digest), { language, ...CHART });
}
