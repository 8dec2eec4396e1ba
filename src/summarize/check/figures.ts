import type { Token } from "../../articles/tokens.ts";

/** A figure in digits; a mark between digits may leave two readings open: 1.500. */
export type Figure = { readonly values: readonly number[]; readonly to: number };

const MARKS = ".,\u060c\u066b\u066c'\u2019";
const GROUPING = ",\u060c\u066c'\u2019";
const MOST_GROUPS = 6;

/** Reads digits of any script with their grouping and decimal marks: `1,500`, `١٬٥٠٠`, `1.5`, `۱٫۵`. */
export function readFigure(tokens: readonly Token[], at: number): Figure | null {
  const first = tokens[at];
  if (first?.kind !== "number") return null;
  const groups = [first.text];
  const marks: string[] = [];
  let to = at + 1;
  while (groups.length <= MOST_GROUPS && goesOn(tokens, to)) {
    marks.push(tokens[to]?.text ?? "");
    groups.push(tokens[to + 1]?.text ?? "");
    to += 2;
  }
  return { values: valuesOf(groups, marks), to };
}

const goesOn = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.kind === "mark" &&
  MARKS.includes(tokens[at]?.text ?? "") &&
  tokens[at + 1]?.kind === "number" &&
  tokens[at - 1]?.end === tokens[at]?.start &&
  tokens[at]?.end === tokens[at + 1]?.start;

function valuesOf(groups: readonly string[], marks: readonly string[]): readonly number[] {
  const [mark] = marks;
  const whole = Number(groups.join(""));
  if (mark === undefined) return [whole];
  const last = groups.at(-1) ?? "";
  const lastMark = marks.at(-1) ?? "";
  const isGrouped = groups.slice(1).every(({ length }) => length === 3);
  const decimal = Number(`${groups.slice(0, -1).join("")}.${last}`);
  if (lastMark === "\u066b" || !isGrouped) return [decimal];
  if (marks.length > 1 || GROUPING.includes(lastMark)) return [whole];
  return [decimal, whole];
}
