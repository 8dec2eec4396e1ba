import { isRightToLeft } from "../i18n/locale.ts";
import type { CardContents } from "./card-contents.ts";
import { CARD_THEME as COLOURS } from "./chart-theme.ts";
import { confidenceMark, phaseColour, warningMark } from "./phase-marks.ts";
import type { Paragraph } from "./stack.ts";

/** Where the talks stand, how surely, and what is disputed about it. */
export function standingParagraphs({
  phase,
  status,
  language,
}: CardContents): readonly Paragraph[] {
  const colour = phaseColour(status);
  const isMirrored = isRightToLeft(language);
  const title = status === null ? 44 : 66;
  return [
    { words: phase, size: title, bold: true, colour, gap: 0, most: 2 },
    ...(status === null ? [] : [statusParagraph(status, isMirrored)]),
    ...[status?.unreported ?? null, status?.dispute ?? null]
      .filter((caution) => caution !== null)
      .map((caution) => cautionParagraph(caution, { size: 26, isMirrored })),
  ];
}

const statusParagraph = (
  { since, confidence, level }: NonNullable<CardContents["status"]>,
  isMirrored: boolean,
): Paragraph => ({
  words: `${confidence} ${since}`,
  size: 24,
  colour: COLOURS.ink,
  gap: 2,
  most: 3,
  indent: 1.4,
  mark: confidenceMark(level, COLOURS.ink, isMirrored),
});

/** The round and the delegations. */
export function planParagraphs({
  round,
  delegations,
  delegationsHeading,
  language,
}: CardContents): readonly Paragraph[] {
  const isMirrored = isRightToLeft(language);
  const leaders = delegations.map(({ party, people }): Paragraph => ({
    ...plain(`${party}${people}`, 22),
    most: 2,
  }));
  return [
    ...(round === null
      ? []
      : [
          heading(round.heading, 0),
          { ...plain(round.when, 28), bold: true, most: 3 },
          plain(round.where, 24),
          { ...plain(round.countdown, 24), colour: COLOURS.round, bold: true },
          { ...plain(round.ground, 22), colour: COLOURS.muted },
          cautionParagraph(round.caution, { size: 22, isMirrored }),
        ]),
    ...(leaders.length === 0 ? [] : [heading(delegationsHeading, 12), ...leaders]),
  ];
}

const heading = (words: string, gap: number): Paragraph => ({
  words,
  size: 20,
  colour: COLOURS.muted,
  gap,
  most: 1,
});

const plain = (words: string, size: number): Paragraph => ({
  words,
  size,
  colour: COLOURS.ink,
  gap: 0,
  most: 4,
});

const cautionParagraph = (
  words: string,
  { size, isMirrored }: { readonly size: number; readonly isMirrored: boolean },
): Paragraph => ({
  words,
  size,
  colour: COLOURS.doubt,
  gap: 2,
  most: 4,
  indent: 1.4,
  mark: warningMark(COLOURS.doubt, isMirrored),
});

/** What it all rests on. */
export function footParagraphs(contents: CardContents): readonly Paragraph[] {
  const { sources, isThin, unread, language } = contents;
  const isMirrored = isRightToLeft(language);
  const words = unread === null ? sources : `${sources}. ${unread}`;
  return isThin || unread !== null
    ? [cautionParagraph(words, { size: 20, isMirrored })].map((one) => ({ ...one, most: 1 }))
    : [{ ...plain(words, 20), colour: COLOURS.muted, most: 1 }];
}
