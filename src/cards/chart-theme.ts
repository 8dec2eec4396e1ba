/** The colours of a chart, as SVG paints. */
export type ChartTheme = {
  readonly ink: string;
  readonly muted: string;
  readonly grid: string;
  readonly line: string;
  readonly round: string;
  /** For what is not certain. */
  readonly doubt: string;
};

/**
 * Takes its colours from the page, so that it follows light and dark: the page's style sheet may set
 * `--chart-muted`, `--chart-grid`, `--chart-line`, `--chart-round` and `--chart-doubt`. All stand in
 * presentation attributes, which a strict style-src allows. The defaults have a contrast of 3:1 at least
 * on white and on black (WCAG 2.2, 1.4.11), but for the grid, which no one needs to see.
 */
export const PAGE_THEME: ChartTheme = {
  ink: "currentColor",
  muted: "var(--chart-muted, currentColor)",
  grid: "var(--chart-grid, #8a8f9866)",
  line: "var(--chart-line, #d9480f)",
  round: "var(--chart-round, #2b8a9e)",
  doubt: "var(--chart-doubt, #b7791f)",
};

/** On the dark ground of a card. */
export const CARD_THEME: ChartTheme = {
  ink: "#f4f1ea",
  muted: "#b3bdca",
  grid: "#33455c",
  line: "#ff9f6b",
  round: "#5fd0b0",
  doubt: "#ffc24b",
};
