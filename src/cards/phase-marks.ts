import type { ConfidenceLevel } from "../digest/confidence-level.ts";
import type { CardStatus } from "./card-contents.ts";
import { CARD_THEME as COLOURS } from "./chart-theme.ts";
import { px } from "./svg-text.ts";

type Box = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/**
 * The colour of a phase: of doubt where talks stopped or may, where sources contradict each other, or where
 * nobody told how its round went.
 */
export function phaseColour(status: CardStatus | null): string {
  if (status === null) return COLOURS.muted;
  if (status.dispute !== null || status.unreported !== null) return COLOURS.doubt;
  return TONES[status.tone];
}

const TONES: Readonly<Record<CardStatus["tone"], string>> = {
  bright: COLOURS.round,
  plain: COLOURS.ink,
  warning: COLOURS.doubt,
};

/** The bar beside a phase: whole only where it stands firmly, broken where it is contested, weakly borne out or past. */
export function phaseBar(status: CardStatus | null, { x, y, width, height }: Box): string {
  const middle = px(x + width / 2);
  const isFirm =
    status !== null &&
    !status.isLone &&
    status.unreported === null &&
    status.dispute === null &&
    status.level !== "low";
  const dash = isFirm ? "" : ` stroke-dasharray="${width} ${width}"`;
  return `<path d="M${middle} ${px(y)}V${px(y + height)}" stroke="${phaseColour(status)}" stroke-width="${width}"${dash}/>`;
}

const STEPS: Readonly<Record<ConfidenceLevel, number>> = { low: 1, medium: 2, high: 3 };

/** Three rising steps, as many of them filled as the confidence has. `x` is the outer edge. */
export function confidenceMark(
  level: ConfidenceLevel,
  colour: string,
  isMirrored: boolean,
): (at: { readonly x: number; readonly y: number; readonly size: number }) => string {
  return ({ x, y, size }) =>
    [1, 2, 3]
      .map((step) => {
        const width = size * 0.22;
        const height = size * 0.28 * step;
        const along = (step - 1) * size * 0.32;
        const left = isMirrored ? x - along - width : x + along;
        const fill = step <= STEPS[level] ? colour : "none";
        return `<rect x="${px(left)}" y="${px(y - height)}" width="${px(width)}" height="${px(height)}" fill="${fill}" stroke="${colour}" stroke-width="1.5"/>`;
      })
      .join("");
}

/** A warning triangle. `x` is the outer edge. */
export function warningMark(
  colour: string,
  isMirrored: boolean,
): (at: { readonly x: number; readonly y: number; readonly size: number }) => string {
  return ({ x, y, size }) => {
    const width = size * 1.05;
    const left = isMirrored ? x - width : x;
    const middle = px(left + width / 2);
    return (
      `<path d="M${middle} ${px(y - size * 0.78)}L${px(left + width)} ${px(y + size * 0.06)}H${px(left)}Z" fill="none" stroke="${colour}" stroke-width="${px(size * 0.09)}" stroke-linejoin="round"/>` +
      `<path d="M${middle} ${px(y - size * 0.48)}V${px(y - size * 0.2)}M${middle} ${px(y - size * 0.13)}V${px(y - size * 0.04)}" stroke="${colour}" stroke-width="${px(size * 0.09)}"/>`
    );
  };
}
