import type { Passage } from "./reading.ts";

/** Words between quotation marks: token indices `[from, to)`; `closed` where a mark ends them. */
export type Quoted = { readonly from: number; readonly to: number; readonly closed: boolean };

const CLOSING: Readonly<Record<string, string>> = {
  "\u00ab": "\u00bb",
  "\u00bb": "\u00ab",
  "\u2039": "\u203a",
  "\u201c": '\u201d\u201c"',
  "\u201d": "\u201d\u201c",
  "\u201e": "\u201c\u201d",
  "\u201f": "\u201d",
  "\u300c": "\u300d",
  "\uff02": "\uff02",
  "`": "`\u00b4'",
  "\u00b4": "\u00b4",
  '"': '"\u201d',
  "\u2018": "\u2019",
  "\u201a": "\u2018\u2019",
  "'": "'",
  "\u2019": "\u2019",
};
const SINGLE = "'\u2018\u2019\u201a`\u00b4";

const known = new WeakMap<Passage, readonly Quoted[]>();

/**
 * What a passage has in quotation marks of any style, those within others included. A mark that nothing
 * closes opens a quotation up to the end, so that no quotation hides behind a missing mark.
 */
export function quotedIn(passage: Passage): readonly Quoted[] {
  const found = known.get(passage) ?? findQuoted(passage);
  known.set(passage, found);
  return found;
}

/** Whether a token stands in a quotation that is closed. */
export const isQuoted = (passage: Passage, at: number): boolean =>
  quotedIn(passage).some(({ from, to, closed }) => closed && from <= at && at < to);

function findQuoted({ read: { tokens, visible } }: Passage): readonly Quoted[] {
  const found: Quoted[] = [];
  const open: { readonly mark: string; readonly from: number }[] = [];
  for (const [at, { kind, text, start, end }] of tokens.entries()) {
    if (kind !== "mark" || !MARKS.has(text)) continue;
    const opens =
      CLOSING[text] !== undefined &&
      (start === 0 || APART.test(visible.charAt(start - 1))) &&
      /\S/u.test(visible.charAt(end));
    const opened = open.findLast(({ mark }) => CLOSING[mark]?.includes(text));
    if (opened !== undefined && (!opens || text === '"')) {
      open.splice(open.indexOf(opened));
      found.push({ from: opened.from, to: at, closed: true });
    } else if (opens || (CLOSING[text] !== undefined && !SINGLE.includes(text)))
      open.push({ mark: text, from: at + 1 });
    else if (!SINGLE.includes(text)) found.push({ from: 0, to: at, closed: false });
  }
  return [...found, ...open.map(({ from }) => ({ from, to: tokens.length, closed: false }))];
}

const APART = /[\s\p{P}]/u;
const MARKS: ReadonlySet<string> = new Set(
  Object.entries(CLOSING).flatMap((pair) => pair.join("").split("")),
);
