import type { CardCatalog } from "../i18n/cards/en.ts";
import type { ChartRound } from "./chart-days.ts";
import type { ChartTheme } from "./chart-theme.ts";
import { px } from "./svg-text.ts";

const KINDS = ["held", "underway", "expected", "doubtful"] as const satisfies ChartRound["kind"][];

/** The kinds among some rounds, in the order in which a legend explains them. */
export const kindsOf = (rounds: readonly ChartRound[]): readonly ChartRound["kind"][] =>
  KINDS.filter((kind) => rounds.some((round) => round.kind === kind));

/** What a kind of round is called. */
export const kindName = (kind: ChartRound["kind"], words: CardCatalog): string =>
  words[`tension.${kind}`];

/** The shape of a kind of round: filled once it takes place, hollow before; a diamond where that is settled. */
export function roundSymbol(
  kind: ChartRound["kind"],
  at: { readonly x: number; readonly y: number; readonly radius: number },
  theme: ChartTheme,
): string {
  const { x, y, radius } = at;
  const colour = colourOf(kind, theme);
  const fill = kind === "held" || kind === "underway" ? colour : "none";
  if (kind === "doubtful" || kind === "underway")
    return `<circle cx="${px(x)}" cy="${px(y)}" r="${px(radius * 0.8)}" fill="${fill}" stroke="${colour}" stroke-width="2"/>`;
  const shape = `M${px(x)} ${px(y - radius)}L${px(x + radius)} ${px(y)}L${px(x)} ${px(y + radius)}L${px(x - radius)} ${px(y)}Z`;
  return `<path d="${shape}" fill="${fill}" stroke="${colour}" stroke-width="2"/>`;
}

/** The line that marks a round's day from top to bottom: unbroken only once it takes place. */
export const roundLine = (
  kind: ChartRound["kind"],
  { x, top, bottom }: { readonly x: number; readonly top: number; readonly bottom: number },
  theme: ChartTheme,
): string =>
  `<path d="M${px(x)} ${px(top)}V${px(bottom)}" fill="none" stroke="${colourOf(kind, theme)}" stroke-width="1.5"${dashOf(kind)}/>`;

const colourOf = (kind: ChartRound["kind"], theme: ChartTheme): string =>
  kind === "doubtful" ? theme.doubt : theme.round;

function dashOf(kind: ChartRound["kind"]): string {
  if (kind === "expected") return ' stroke-dasharray="7 4"';
  return kind === "doubtful" ? ' stroke-dasharray="2 3"' : "";
}
