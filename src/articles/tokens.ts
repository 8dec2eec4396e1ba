import { CHARACTER, classOf, foldCharacter, isFolded } from "./characters.ts";

/** A word, a run of digits, or one mark of punctuation. */
export type Token = {
  readonly kind: "word" | "number" | "mark";
  /** UTF-16 offsets into the text as given. */
  readonly start: number;
  readonly end: number;
  /** The folded form that comparison uses; marks keep their own. */
  readonly text: string;
  /** Begins with a capital letter. */
  readonly capital: boolean;
  /** A line break lies between this token and the one before. */
  readonly afterBreak: boolean;
};

/** Words of a language that are written apart and belong to their neighbour, in folded form. */
export type Joins = { readonly next: ReadonlySet<string>; readonly previous: ReadonlySet<string> };

/**
 * Splits text into tokens with their offsets. Hyphens inside a word divide it without becoming a mark,
 * letters and digits never share a token, and initials such as `U.S.` are one word.
 */
export function tokenize(text: string, joins: Joins): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  let afterBreak = true;
  while (at < text.length) {
    const unitClass = classOf(text.charCodeAt(at));
    if (unitClass === CHARACTER.newline) afterBreak = true;
    if (!isVisible(unitClass) || isHyphen(text, at)) {
      at += 1;
      continue;
    }
    const token = tokenAt(text, at, afterBreak);
    at = token.end;
    afterBreak = false;
    pushJoined(tokens, token, joins);
  }
  return tokens;
}

const isVisible = (unitClass: number): boolean =>
  unitClass === CHARACTER.letter || unitClass === CHARACTER.digit || unitClass === CHARACTER.mark;

const HYPHENS = "-\u2010\u2011";

function isHyphen(text: string, at: number): boolean {
  return (
    HYPHENS.includes(text.charAt(at)) &&
    classOf(text.charCodeAt(at - 1)) === CHARACTER.letter &&
    classOf(text.charCodeAt(at + 1)) === CHARACTER.letter
  );
}

function tokenAt(text: string, start: number, afterBreak: boolean): Token {
  const unitClass = classOf(text.charCodeAt(start));
  if (unitClass === CHARACTER.mark) {
    const mark = text.charAt(start);
    return { kind: "mark", start, end: start + 1, text: mark, capital: false, afterBreak };
  }
  const [folded, end] = readRun(text, start, unitClass);
  const first = text.charAt(start);
  const kind = unitClass === CHARACTER.digit ? "number" : "word";
  return { kind, start, end, text: folded, capital: first !== first.toLowerCase(), afterBreak };
}

/** Longer runs are no word of any language; the rest becomes tokens of its own. */
const LONGEST_WORD = 80;

function readRun(text: string, start: number, unitClass: number): [folded: string, end: number] {
  let folded = "";
  let taken = start;
  let at = start;
  const limit = Math.min(text.length, start + LONGEST_WORD);
  while (at < limit) {
    const unit = text.charCodeAt(at);
    const here = classOf(unit);
    const isInside =
      here !== unitClass && unitClass === CHARACTER.letter && isInsideWord(text, start, at);
    if (here !== unitClass && !isInside && here !== CHARACTER.ignorable) break;
    at += 1;
    if (here === unitClass && isFolded(unit)) continue;
    const form = isInside ? insideForm(unit) : here === unitClass ? foldCharacter(unit) : "";
    folded += text.slice(taken, at - 1) + form;
    taken = at;
  }
  return [folded + text.slice(taken, at), at];
}

const APOSTROPHES = "'\u2019\u02bc";

/** An apostrophe between letters, or the dots of initials. */
function isInsideWord(text: string, start: number, at: number): boolean {
  const unit = text.charAt(at);
  const nextIsLetter = classOf(text.charCodeAt(at + 1)) === CHARACTER.letter;
  if (APOSTROPHES.includes(unit)) return nextIsLetter;
  if (unit !== ".") return false;
  const oneLetterBefore = at - start === 1 || text.charAt(at - 2) === ".";
  if (!oneLetterBefore) return false;
  if (nextIsLetter) return classOf(text.charCodeAt(at + 2)) !== CHARACTER.letter;
  return text.charAt(at - 2) === ".";
}

const insideForm = (unit: number): string => (unit === 0x2e ? "" : "'");

function pushJoined(tokens: Token[], token: Token, joins: Joins): void {
  const previous = tokens.at(-1);
  if (previous?.kind === "word" && token.kind === "word" && !token.afterBreak) {
    const apart = token.start - previous.end;
    const joined = joins.next.has(previous.text) || joins.previous.has(token.text);
    if (joined && apart === 1) {
      tokens[tokens.length - 1] = {
        ...previous,
        end: token.end,
        text: previous.text + token.text,
      };
      return;
    }
  }
  tokens.push(token);
}
