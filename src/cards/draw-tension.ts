import type { Tension } from "../digest/digest.ts";
import { cardCatalogOf } from "../i18n/cards/catalog.ts";
import { isRightToLeft } from "../i18n/locale.ts";
import type { Language } from "../lib/language.ts";
import { chartDays, type ChartRound } from "./chart-days.ts";
import type { ChartTheme } from "./chart-theme.ts";
import { describeTension } from "./describe-tension.ts";
import { escapeSvg, px } from "./svg-text.ts";
import { drawChart } from "./tension-chart.ts";
import { createTextPen } from "./text-pen.ts";

/** How a chart is drawn; `width` and `height` in pixels, of which a page may make any size. */
export type ChartOptions = {
  readonly language: Language;
  readonly width: number;
  readonly height: number;
  readonly theme: ChartTheme;
  /** Begins the ids within, where a page bears more than one chart. */
  readonly id?: string;
};

/**
 * The tension between the parties over time with the rounds on it, as an SVG element of its own: for readers
 * who look, and in words for those who listen (title and description). Its texts are the browser's to shape.
 */
export function drawTension(
  series: Tension["series"],
  rounds: readonly ChartRound[],
  { language, width, height, theme, id = "tension" }: ChartOptions,
): string {
  const words = cardCatalogOf(language);
  const days = chartDays(series, rounds);
  const pen = createTextPen(language);
  const size = Math.min(FONT_SIZE, height / 12, width / 24);
  const middle = { x: width / 2, y: height / 2, side: "middle", size, colour: theme.ink } as const;
  const body =
    days === null
      ? pen.write(words["tension.none"], middle)
      : drawChart(days, { x: 0, y: 2, width, height: height - 4, size, language, theme, pen });
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${px(width)} ${px(height)}" role="img"` +
    ` lang="${language}" direction="${isRightToLeft(language) ? "rtl" : "ltr"}"` +
    ` aria-labelledby="${escapeSvg(id)}-title ${escapeSvg(id)}-description">` +
    `<title id="${escapeSvg(id)}-title">${escapeSvg(words["tension.title"])}</title>` +
    `<desc id="${escapeSvg(id)}-description">${escapeSvg(describeTension(days, language))}</desc>` +
    `${body}</svg>`
  );
}

const FONT_SIZE = 14;
