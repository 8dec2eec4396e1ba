import { scaleLinear } from "d3-scale";
import { curveMonotoneX, line } from "d3-shape";
import { TENSION_BOUNDS, TENSION_LEVELS } from "../digest/tension-level.ts";
import { cardCatalogOf } from "../i18n/cards/catalog.ts";
import { catalogOf } from "../i18n/catalog.ts";
import { formatNearDay } from "../i18n/dates.ts";
import { isRightToLeft } from "../i18n/locale.ts";
import { addDays, type CalendarDate, daysBetween } from "../lib/calendar-date.ts";
import type { Language } from "../lib/language.ts";
import type { ChartDays } from "./chart-days.ts";
import type { ChartTheme } from "./chart-theme.ts";
import type { Pen } from "./pen.ts";
import { kindName, kindsOf, roundLine, roundSymbol } from "./round-marks.ts";
import { px } from "./svg-text.ts";

/** Where a chart stands, and what it is drawn with; lengths in pixels. */
export type Frame = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Of its words. */
  readonly size: number;
  readonly language: Language;
  readonly theme: ChartTheme;
  readonly pen: Pen;
};

/**
 * The tension line as SVG elements: more tense is higher, whatever the sign of the score says, and a day
 * without a figure breaks the line.
 *
 * Time runs from left to right in every language. Charts of prices and polls in Arabic and Persian media do
 * so, and a line read the wrong way round would tell of a crisis that eases as one that grows. What belongs to
 * reading (the names of the levels, the legend) stands on the side where the language begins.
 */
export function drawChart(days: ChartDays, frame: Frame): string {
  const plot = plotOf(days, frame);
  return [
    levels(plot, frame),
    dates(days, plot, frame),
    rounds(days, plot, frame),
    tensionLine(days, plot, frame),
    legend(days, frame),
  ].join("");
}

type Plot = {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly xOf: (date: CalendarDate) => number;
  readonly yOf: (value: number) => number;
  /** Calmest value of the scale. */
  readonly calmest: number;
};

function plotOf(days: ChartDays, frame: Frame): Plot {
  const { x, y, width, height, size, language } = frame;
  const axis = Math.max(...axisWords(language).map((words) => frame.pen.widthOf(words, size)));
  const column = Math.min(axis + size * 0.6, width / 3);
  const isMirrored = isRightToLeft(language);
  const left = x + (isMirrored ? size * 0.5 : column);
  const right = x + width - (isMirrored ? column : size * 0.5);
  const top = y + size * 3.4;
  const bottom = y + height - size * 2.2;
  const calmest = calmestOf(days);
  const scaleX = scaleLinear([0, daysBetween(days.from, days.to)], [left, right]);
  const scaleY = scaleLinear([-10, calmest], [top, bottom]);
  return {
    left,
    right,
    top,
    bottom,
    calmest,
    xOf: (date) => scaleX(daysBetween(days.from, date)),
    yOf: (value) => scaleY(value),
  };
}

/** Half of the scale would stay empty in most crises; it opens once it is needed. */
const calmestOf = ({ values }: ChartDays): number =>
  values.some(({ value }) => value !== null && value > NARROW) ? 10 : NARROW;

const NARROW = 3;

const axisWords = (language: Language): string[] => {
  const words = cardCatalogOf(language);
  const named = catalogOf(language)["tension.level"];
  return [words["tension.tenser"], words["tension.calmer"], ...Object.values(named)];
};

/** Bounds of the levels, the name of each between them, and which way is which at both ends. */
function levels({ left, right, top, bottom, yOf, calmest }: Plot, frame: Frame): string {
  const { language, theme, pen, size } = frame;
  const words = cardCatalogOf(language);
  const names = catalogOf(language)["tension.level"];
  const bounds = [calmest, ...TENSION_BOUNDS, -10];
  const isMirrored = isRightToLeft(language);
  const side = isMirrored ? "right" : "left";
  const x = isMirrored ? frame.x + frame.width : frame.x;
  const at = (y: number, colour: string) => ({ x, y, side, size, colour }) as const;
  const lines = bounds.map(
    (bound) =>
      `<path d="M${px(left)} ${px(yOf(bound))}H${px(right)}" fill="none" stroke="${theme.grid}" stroke-width="1"/>`,
  );
  const named = TENSION_LEVELS.map((level, index) => {
    const middle = ((bounds[index] ?? 0) + (bounds[index + 1] ?? 0)) / 2;
    return pen.write(names[level], at(yOf(middle) + size * 0.35, theme.muted));
  });
  return [
    ...lines,
    ...named,
    pen.write(words["tension.tenser"], at(top - size * 0.5, theme.ink)),
    pen.write(words["tension.calmer"], at(bottom + size * 1.3, theme.ink)),
  ].join("");
}

/** Days along the foot, as many as have room. */
function dates({ from, to }: ChartDays, plot: Plot, frame: Frame): string {
  const { language, pen, size, theme } = frame;
  const nameOf = (date: CalendarDate) => formatNearDay(language, date, to);
  const y = plot.bottom + size * 1.3 + 4;
  const ends = [from, to].map((date) => pen.widthOf(nameOf(date), size));
  return datesShown(from, to, { ends, width: plot.right - plot.left, gap: size * 1.5 })
    .map((date) => {
      const x = plot.xOf(date);
      const half = pen.widthOf(nameOf(date), size) / 2;
      const place = placeWithin(plot, x, half);
      const tick = `<path d="M${px(x)} ${px(plot.bottom)}v6" stroke="${theme.grid}" stroke-width="1"/>`;
      return `${tick}${pen.write(nameOf(date), { ...place, y, size, colour: theme.muted })}`;
    })
    .join("");
}

/** In the middle below its day, or at the edge where it would stand out. */
function placeWithin({ left, right }: Plot, x: number, half: number) {
  if (x - half < left) return { x: left, side: "left" } as const;
  if (x + half > right) return { x: right, side: "right" } as const;
  return { x, side: "middle" } as const;
}

type Foot = { readonly ends: readonly number[]; readonly width: number; readonly gap: number };

/** First and last day wherever both fit, since they tell which way time runs, and days between. */
function datesShown(from: CalendarDate, to: CalendarDate, { ends, width, gap }: Foot) {
  const span = daysBetween(from, to);
  const fitting = Math.floor((width + gap) / (Math.max(...ends) + gap));
  const count = Math.max(Math.min(MOST_DATES, fitting, span + 1), 1);
  const [first = 0, last = 0] = ends;
  if (span === 0 || first + last + gap > width) return [to];
  if (count < 3) return [from, to];
  return Array.from({ length: count }, (_, at) =>
    addDays(from, Math.round((span * at) / (count - 1))),
  );
}

const MOST_DATES = 6;

const rounds = (days: ChartDays, { top, bottom, xOf }: Plot, { theme, size }: Frame): string =>
  days.rounds
    .map(({ date, kind }) => {
      const x = xOf(date);
      const symbol = roundSymbol(kind, { x, y: top, radius: size * 0.36 }, theme);
      return `${roundLine(kind, { x, top: top + size * 0.36, bottom }, theme)}${symbol}`;
    })
    .join("");

function tensionLine({ values }: ChartDays, { xOf, yOf }: Plot, { theme }: Frame): string {
  const path = line<(typeof values)[number]>()
    .defined(({ value }) => value !== null)
    .x(({ date }) => xOf(date))
    .y(({ value }) => yOf(value ?? 0))
    .curve(curveMonotoneX)
    .digits(2)(values);
  const last = values.findLast(({ value }) => value !== null);
  const end =
    last === undefined
      ? ""
      : `<circle cx="${px(xOf(last.date))}" cy="${px(yOf(last.value ?? 0))}" r="5" fill="${theme.line}"/>`;
  return `<path d="${path ?? ""}" fill="none" stroke="${theme.line}" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"/>${end}`;
}

/** What the marks of rounds mean, from the side where the language begins. */
function legend({ rounds: shown }: ChartDays, frame: Frame): string {
  const { pen, size, theme, language } = frame;
  const isMirrored = isRightToLeft(language);
  const step = isMirrored ? -1 : 1;
  const y = frame.y + size;
  let x = isMirrored ? frame.x + frame.width : frame.x;
  return kindsOf(shown)
    .map((kind) => {
      const name = kindName(kind, cardCatalogOf(language));
      const radius = size * 0.36;
      const symbol = roundSymbol(kind, { x: x + step * radius, y: y - radius, radius }, theme);
      const side = isMirrored ? "right" : "left";
      const place = { x: x + step * size * 1.1, y, side, size, colour: theme.muted } as const;
      x += step * (size * 2.4 + pen.widthOf(name, size));
      return `${symbol}${pen.write(name, place)}`;
    })
    .join("");
}
