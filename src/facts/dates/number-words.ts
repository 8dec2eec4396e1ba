import type { DateLexicon } from "./date-lexicon.ts";
import type { DateEntry } from "./lexicon-entries.ts";

type Numbers = Readonly<Record<string, readonly string[]>>;

/** Number words of a lexicon, with every compound from 21 to 99 spelled out. */
export function numberEntries(lexicon: DateLexicon): DateEntry[] {
  const { cardinals, ordinals } = lexicon;
  return [
    ...entries(cardinals, false),
    ...entries(ordinals, true),
    ...compounds(lexicon, cardinals, cardinals, false),
    ...compounds(
      lexicon,
      lexicon.compounds === "units-and-tens" ? ordinals : cardinals,
      ordinals,
      true,
    ),
  ];
}

const entries = (numbers: Numbers, ordinal: boolean): DateEntry[] =>
  Object.entries(numbers).flatMap(([value, words]) =>
    words.map((word): DateEntry => [word, { kind: "number", value: Number(value), ordinal }]),
  );

const isTen = (value: number): boolean => value >= 20 && value < 100 && value % 10 === 0;
const isUnit = (value: number): boolean => value >= 1 && value <= 9;

// oxlint-disable-next-line eslint/max-params -- the two parts and what they make
function compounds(
  lexicon: DateLexicon,
  tens: Numbers,
  units: Numbers,
  ordinal: boolean,
): DateEntry[] {
  const select = (numbers: Numbers, isOne: (value: number) => boolean) =>
    Object.entries(numbers).flatMap(([value, words]) =>
      isOne(Number(value)) ? words.map((word) => [Number(value), word] as const) : [],
    );
  return select(tens, isTen).flatMap(([ten, tenWord]) =>
    select(units, isUnit).flatMap(([unit, unitWord]) =>
      spellings(lexicon, tenWord, unitWord).map((phrase): DateEntry => [
        phrase,
        { kind: "number", value: ten + unit, ordinal },
      ]),
    ),
  );
}

function spellings({ compounds: form, and }: DateLexicon, ten: string, unit: string): string[] {
  switch (form) {
    case "tens-units":
      return [`${ten} ${unit}`, ten + unit];
    case "tens-and-units":
      return [`${ten} ${and} ${unit}`, `${ten}${and}${unit}`, `${ten} ${and}${unit}`];
    case "units-and-tens":
      return [`${unit} ${and}${ten}`];
  }
}
