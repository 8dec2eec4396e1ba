import { isRightToLeft } from "../i18n/locale.ts";
import { delegationParagraphs } from "./card-delegations.ts";
import type { CardContents } from "./card-contents.ts";
import { CARD_THEME as COLOURS } from "./chart-theme.ts";
import { cutName, NAME_LENGTHS } from "./cut-names.ts";
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

/** The round and who sits at the table. */
export function planParagraphs({
  round,
  delegations,
  delegationsHeading,
  language,
}: CardContents): readonly Paragraph[] {
  const isMirrored = isRightToLeft(language);
  const seated = delegationParagraphs(delegations, language);
  return [
    ...(round === null
      ? []
      : [
          heading(round.heading, 0),
          { ...plain(round.when, 28), bold: true, most: 3 },
          withCuts(plain(round.where, 24), round.names),
          { ...plain(round.countdown, 24), colour: COLOURS.round, bold: true },
          withCuts({ ...plain(round.ground, 22), colour: COLOURS.muted }, round.names),
          withCuts(cautionParagraph(round.caution, { size: 22, isMirrored }), round.names),
        ]),
    ...(seated.length === 0 ? [] : [heading(delegationsHeading, 12), ...seated]),
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

/** The paragraph with the names in it cut. */
const withCuts = (paragraph: Paragraph, names: readonly string[]): Paragraph => ({
  ...paragraph,
  cut: NAME_LENGTHS.map((length) =>
    names.reduce(
      (words, name) => words.replaceAll(name, () => cutName(name, length)),
      paragraph.words,
    ),
  ),
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
