import type { Token } from "../../articles/tokens.ts";

/** A quotation: token indices of its marks, and of what stands between them, `[from, to)`. */
export type Quotation = {
  readonly open: number;
  readonly from: number;
  readonly to: number;
  /** The closing mark, or null where the paragraph ends without one. */
  readonly close: number | null;
};

type Family = "guillemet" | "double" | "straight" | "single";
type Opened = { readonly family: Family; readonly at: number; readonly inner: Quotation[] };

const FAMILIES: Readonly<Record<string, Family>> = {
  "\u00ab": "guillemet",
  "\u00bb": "guillemet",
  "\u2039": "guillemet",
  "\u203a": "guillemet",
  "\u201c": "double",
  "\u201d": "double",
  "\u201e": "double",
  "\u201f": "double",
  '"': "straight",
  "\uff02": "straight",
  "\u2018": "single",
  "\u2019": "single",
  "\u201a": "single",
  "'": "single",
};
const OPENING = "\u00ab\u2039\u201c\u201e\u201f";
const CLOSING = "\u00bb\u203a\u201d";
/** Deeper nesting is noise. */
const DEEPEST = 6;

/**
 * The outermost quotations of one paragraph's tokens `[from, to)`, in their order. Marks of any style
 * count, also reversed ones; a mark that is never closed counts up to the paragraph's end, unless
 * whole quotations follow it.
 */
export function findQuotations(
  visible: string,
  tokens: readonly Token[],
  from: number,
  to: number,
): Quotation[] {
  const stack: Opened[] = [];
  const whole: Quotation[] = [];
  const keep = (quotation: Quotation): void => void (stack.at(-1)?.inner ?? whole).push(quotation);

  for (let at = from; at < to; at += 1) {
    const family = tokens[at]?.kind === "mark" ? FAMILIES[tokens[at]?.text ?? ""] : undefined;
    if (family === undefined) continue;
    const mark: Mark = { family, at, ...sidesOf(visible, tokens, at, [from, to]) };
    const opened = stack.findLast((one) => one.family === family);
    if (opened !== undefined && closes(mark, tokens, opened)) {
      while (stack.pop() !== opened);
      keep({ open: opened.at, from: opened.at + 1, to: at, close: at });
    } else if (opens(mark, tokens) && stack.length < DEEPEST) {
      if (family === "straight" && opened !== undefined) abandon(stack, opened, keep);
      stack.push({ family, at, inner: [] });
    }
  }
  const unclosed = stack[0];
  if (unclosed === undefined) return whole;
  return [...whole, ...withoutEnd(stack, unclosed, to)];
}

type Mark = {
  readonly family: Family;
  readonly at: number;
  /** A space, a line's edge or another mark stands before. */
  readonly free: boolean;
  /** A word follows at once. */
  readonly holds: boolean;
};

function sidesOf(
  visible: string,
  tokens: readonly Token[],
  at: number,
  [from, to]: readonly [number, number],
): Pick<Mark, "free" | "holds"> {
  const before = at > from ? tokens[at - 1] : undefined;
  const after = at + 1 < to ? tokens[at + 1] : undefined;
  const here = tokens[at];
  if (here === undefined) return { free: false, holds: false };
  const free =
    before === undefined ||
    before.kind === "mark" ||
    /\s/.test(visible.slice(before.end, here.start));
  const holds = after !== undefined && !/\s/.test(visible.slice(here.end, after.start));
  return { free, holds };
}

function closes(
  { family, holds, free, at }: Mark,
  tokens: readonly Token[],
  opened: Opened,
): boolean {
  const text = tokens[at]?.text ?? "";
  const openedBy = tokens[opened.at]?.text ?? "";
  if (family === "single") return !holds || tokens[at + 1]?.kind === "mark";
  if (family === "straight")
    return !(free && holds && tokens[at - 1]?.kind !== "mark") || at === opened.at + 1;
  const reversed = CLOSING.includes(openedBy);
  if (reversed) return OPENING.includes(text);
  return CLOSING.includes(text) || openedBy === "\u201e";
}

function opens({ family, free, holds, at }: Mark, tokens: readonly Token[]): boolean {
  const text = tokens[at]?.text ?? "";
  if (family === "straight") return true;
  if (family === "single") return free && holds;
  return OPENING.includes(text) || (free && holds);
}

/** A straight mark that opens anew shows that the last one was never closed. */
function abandon(stack: Opened[], opened: Opened, keep: (quotation: Quotation) => void): void {
  const dropped = stack.splice(stack.indexOf(opened));
  for (const { inner } of dropped) inner.forEach(keep);
}

function withoutEnd(stack: readonly Opened[], unclosed: Opened, to: number): Quotation[] {
  const inner = stack.flatMap((opened) => opened.inner);
  if (inner.length > 0 || unclosed.family === "single") return inner;
  return [{ open: unclosed.at, from: unclosed.at + 1, to, close: null }];
}
