import type { Digest } from "../digest/digest.ts";
import { cardCatalogOf } from "../i18n/cards/catalog.ts";
import { isRightToLeft } from "../i18n/locale.ts";
import type { Names } from "../i18n/names.ts";
import { type CardContents, type CardReader, tellCard } from "./card-contents.ts";
import { chartDays } from "./chart-days.ts";
import { CARD_THEME as COLOURS } from "./chart-theme.ts";
import { describeCard } from "./describe-card.ts";
import { createPathPen } from "./path-pen.ts";
import type { Pen } from "./pen.ts";
import { phaseBar } from "./phase-marks.ts";
import { createShaper } from "./shape-text.ts";
import { drawStack, type Paragraph, type Room } from "./stack.ts";
import { footParagraphs, planParagraphs, standingParagraphs } from "./card-paragraphs.ts";
import { escapeSvg } from "./svg-text.ts";
import { drawChart } from "./tension-chart.ts";

/** A card's size in pixels, which previews of links ask for. */
const CARD_SIZE = { width: 1200, height: 630 } as const;

/** Draws where talks stand as an SVG whose letters are outlines: it needs no font. */
export const drawCard = (names: Names, digest: Digest, reader: CardReader): string =>
  layCard(tellCard(names, digest, reader));

/** Draws what {@link tellCard} wrote. */
export function layCard(contents: CardContents): string {
  const { width, height } = CARD_SIZE;
  const pen = createPathPen(createShaper(contents.language));
  const body = drawBody(contents, pen);
  const title = escapeSvg(contents.talks);
  const description = escapeSvg(describeCard(contents));
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"` +
    ` role="img" lang="${contents.language}" aria-labelledby="card-title card-description">` +
    `<title id="card-title">${title}</title><desc id="card-description">${description}</desc>` +
    `${pen.outlines()}<rect width="${width}" height="${height}" fill="${GROUND}"/>${body}</svg>`
  );
}

const GROUND = "#101b2d";
const MARGIN = 56;
const GUTTER = 40;
const SHARE_OF_WORDS = 0.55;
const HEAD = { top: 36, height: 84 };
const STANDING = { top: 130, height: 196 };
const BELOW = { gap: 40, bottom: 566 };
const FOOT = { top: 580, height: 36 };

function drawBody(contents: CardContents, pen: Pen): string {
  const inner = CARD_SIZE.width - 2 * MARGIN;
  const words = (inner - GUTTER) * SHARE_OF_WORDS;
  const picture = inner - GUTTER - words;
  const isMirrored = isRightToLeft(contents.language);
  const room = (offset: number, width: number, top: number, height: number): Room => ({
    start: isMirrored ? CARD_SIZE.width - MARGIN - offset : MARGIN + offset,
    top,
    width,
    height,
    isMirrored,
  });
  const stack = (paragraphs: readonly Paragraph[], where: Room) =>
    drawStack(paragraphs, where, pen);
  const standing = stack(
    standingParagraphs(contents),
    room(BAR_ROOM, inner - BAR_ROOM, STANDING.top, STANDING.height),
  );
  const top = Math.max(standing.bottom, STANDING.top + STANDING.height / 2) + BELOW.gap;
  const below = BELOW.bottom - top;
  return [
    stack(headParagraphs(contents), room(0, inner, HEAD.top, HEAD.height)).svg,
    phaseBar(contents.status, {
      x: isMirrored ? CARD_SIZE.width - MARGIN - BAR : MARGIN,
      y: STANDING.top + 8,
      width: BAR,
      height: Math.max(48, standing.bottom - STANDING.top - 8),
    }),
    standing.svg,
    `<path d="M${MARGIN} ${top - 16}H${CARD_SIZE.width - MARGIN}M${MARGIN} ${FOOT.top - 4}H${CARD_SIZE.width - MARGIN}" stroke="${COLOURS.grid}"/>`,
    stack(planParagraphs(contents), room(0, words, top, below)).svg,
    chart(contents, pen, room(words + GUTTER, picture, top, below)),
    stack(footParagraphs(contents), room(0, inner, FOOT.top, FOOT.height)).svg,
  ].join("");
}

const BAR = 10;
const BAR_ROOM = 32;

const headParagraphs = ({ talks, asOf }: CardContents): readonly Paragraph[] => [
  { words: talks, size: 32, bold: true, colour: COLOURS.ink, gap: 0, most: 1 },
  { words: asOf, size: 22, colour: COLOURS.muted, gap: 0, most: 1 },
];

function chart(contents: CardContents, pen: Pen, room: Room): string {
  const { language, series, rounds } = contents;
  const words = cardCatalogOf(language);
  const days = chartDays(series, rounds);
  const title = { words: words["tension.title"], size: 20, colour: COLOURS.muted, gap: 0, most: 1 };
  const none = { words: words["tension.none"], size: 22, colour: COLOURS.muted, gap: 8, most: 4 };
  if (days === null) return drawStack([title, none], room, pen).svg;
  const heading = drawStack([title], room, pen);
  const x = room.isMirrored ? room.start - room.width : room.start;
  const y = heading.bottom;
  const height = room.top + room.height - y;
  const frame = { x, y, width: room.width, height, size: 16, language, theme: COLOURS, pen };
  return `${heading.svg}${drawChart(days, frame)}`;
}
