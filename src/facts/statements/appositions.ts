import type { CueName } from "../cues.ts";
import { type Holder, isNameElement, isOffice, LINKS } from "./noun-phrase.ts";
import { cueAt, isComma, type ReadingUnit } from "./reading-unit.ts";

/** `the ministry's spokesman, Esmail Baghaei`: a title and a name with a comma between are one phrase. */
export function joinAppositions(unit: ReadingUnit, holders: readonly Holder[]): Holder[] {
  const joined: Holder[] = [];
  for (const holder of holders) {
    const before = joined.at(-1);
    if (before !== undefined && isApposition(unit, before, holder))
      joined[joined.length - 1] = {
        from: before.from,
        to: holder.to,
        elements: [...before.elements, ...holder.elements],
      };
    else joined.push(holder);
  }
  return joined;
}

function isApposition(unit: ReadingUnit, before: Holder, holder: Holder): boolean {
  const { tokens, cues } = unit;
  const comma = commaAfter(unit, before, holder);
  if (comma === undefined || tokens[comma]?.text === ";") return false;
  const between = [...Array(Math.max(0, holder.from - comma - 1)).keys()].map((i) => comma + 1 + i);
  const linked =
    between.length <= 2 &&
    between.every((at) => (cues.get(at) ?? []).some(({ sense }) => LINKS.has(sense.cue)));
  if (!linked) return false;
  return (
    (hasTitle(before) && startsWithName(holder)) ||
    (isName(before) && (hasTitle(holder) || isExpert(unit, holder)) && !isSeveral(unit, holder))
  );
}

/** In tokens: «رئيس الإدارة في أوديسا، …». */
const LONGEST_PLACE = 4;

/** The comma between a title, with its place, and the name. */
function commaAfter(
  { tokens, read }: ReadingUnit,
  before: Holder,
  holder: Holder,
): number | undefined {
  if (isComma(tokens[before.to])) return before.to;
  if (read.article.lang === "en") return undefined;
  const last = holder.from - 1;
  const isNear =
    last - before.to <= LONGEST_PLACE && isComma(tokens[last]) && startsWithName(holder);
  const isPlace = tokens.slice(before.to, last).every(({ kind }) => kind === "word");
  return isNear && isPlace && hasTitle(before) && !isName(before) ? last : undefined;
}

const isExpert = (unit: ReadingUnit, { from, elements: [first] }: Holder): boolean =>
  first?.kind === "noun" && first.noun === "source" && cueAt(unit, from, PRIVATE) !== undefined;

const PRIVATE: ReadonlySet<CueName> = new Set(["speech.private"]);
const SEVERAL: ReadonlySet<CueName> = new Set(["speech.indefinite"]);

/** `…, two officials said`: others than the one named before the comma. */
const isSeveral = (unit: ReadingUnit, { from, elements }: Holder): boolean =>
  cueAt(unit, from - 1, SEVERAL) !== undefined &&
  cueAt(unit, from, PRIVATE) === undefined &&
  elements.every((one) => one.kind !== "noun" || one.noun !== "title");

const startsWithName = ({ elements }: Holder): boolean => {
  const head = elements.find((one) => one.kind !== "noun" || one.noun !== "title");
  return head !== undefined && isNameElement(head);
};

const isName = ({ elements }: Holder): boolean => {
  const last = elements.at(-1);
  return last !== undefined && isNameElement(last);
};
const hasTitle = ({ elements }: Holder): boolean => elements.some(isOffice);
