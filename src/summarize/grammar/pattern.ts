/** A wording, as `seeds/wordings` writes it and {@link parsePattern} reads it. */
export type Pattern =
  /** One of several words, each as written. */
  | {
      readonly kind: "word";
      readonly choices: readonly string[];
      /** The first is told of the masculine, the second of the feminine. */
      readonly byGender: boolean;
    }
  /** Punctuation, which is written and never asked for. */
  | { readonly kind: "mark"; readonly text: string }
  | { readonly kind: "sequence"; readonly parts: readonly Pattern[] }
  | { readonly kind: "choice"; readonly options: readonly Pattern[] }
  | { readonly kind: "optional"; readonly part: Pattern }
  | {
      readonly kind: "slot";
      readonly name: string;
      /** Several values in a row. */
      readonly isList: boolean;
      /** The clause's subject, which need not be named again. */
      readonly isSubject: boolean;
    }
  /** Writes nothing; stands only where the clause before has this value as its subject ("its delegation"). */
  | { readonly kind: "known"; readonly name: string }
  /** A phrase that the grammar names, for the same values. */
  | { readonly kind: "phrase"; readonly name: string }
  /** Writes nothing; what follows would be read under what stands before, so no "and" may follow. */
  | { readonly kind: "closing" }
  /** Where remarks on the side may stand. */
  | { readonly kind: "sides" };

/**
 * Reads a wording: words, `a|b`, `[ optional ]`, `( one way | another )`, `{slot}`, `{slot+}`, `{@subject}`,
 * `{=known}`, `<phrase>`, `*`, `!`. What each means: seeds/wordings/README.md.
 *
 * @throws {SyntaxError} where brackets do not close, or stand empty.
 */
export function parsePattern(text: string): Pattern {
  const parts = text.match(PARTS) ?? [];
  const { pattern, next } = readChoice(parts, 0);
  if (next < parts.length) throw new SyntaxError(`"${text}": nothing opens ${parts[next]}`);
  return pattern;
}

const MARKS = ",:;.\u060c\u061b\u2013\u2014";
const PARTS =
  /\{[^{}\s]*\}|[()[\]*]|[,:;.\u060c\u061b\u2013\u2014]|[^\s()[\]{}*,:;.\u060c\u061b\u2013\u2014]+/gu;

type Read = { readonly pattern: Pattern; readonly next: number };

function readChoice(parts: readonly string[], from: number): Read {
  const options: Pattern[] = [];
  let next = from - 1;
  do {
    const read = readSequence(parts, next + 1);
    options.push(read.pattern);
    next = read.next;
  } while (parts[next] === "|");
  const [only, ...more] = options;
  return {
    pattern: only !== undefined && more.length === 0 ? only : { kind: "choice", options },
    next,
  };
}

function readSequence(parts: readonly string[], from: number): Read {
  const read: Pattern[] = [];
  let next = from;
  for (let part = parts[next]; part !== undefined && !ENDS.has(part); part = parts[next]) {
    const one = readPart(parts, part, next);
    read.push(one.pattern);
    next = one.next;
  }
  if (read.length === 0) throw new SyntaxError(`"${parts.join(" ")}": nothing stands in brackets`);
  return { pattern: { kind: "sequence", parts: read }, next };
}

const ENDS: ReadonlySet<string> = new Set([")", "]", "|"]);
const CLOSING: Readonly<Record<string, string>> = { "(": ")", "[": "]" };

function readPart(parts: readonly string[], part: string, at: number): Read {
  const closing = CLOSING[part];
  if (closing === undefined) return { pattern: simplePattern(part), next: at + 1 };
  const { pattern, next } = readChoice(parts, at + 1);
  if (parts[next] !== closing) throw new SyntaxError(`"${parts.join(" ")}": ${part} is not closed`);
  return {
    pattern: closing === "]" ? { kind: "optional", part: pattern } : pattern,
    next: next + 1,
  };
}

function simplePattern(part: string): Pattern {
  if (part === "*") return { kind: "sides" };
  if (part === "!") return { kind: "closing" };
  if (MARKS.includes(part)) return { kind: "mark", text: part };
  const phrase = /^<([a-z-]+)>$/u.exec(part)?.[1];
  if (phrase !== undefined) return { kind: "phrase", name: phrase };
  const known = /^\{=([a-z-]+)\}$/u.exec(part)?.[1];
  if (known !== undefined) return { kind: "known", name: known };
  const slot = /^\{(@?)([a-z-]+)(\+?)\}$/u.exec(part);
  if (slot === null) return wordPattern(part);
  const [, subject, name = "", list] = slot;
  return { kind: "slot", name, isList: list === "+", isSubject: subject === "@" };
}

const wordPattern = (part: string): Pattern => {
  const byGender = part.includes("/");
  return { kind: "word", choices: part.split(byGender ? "/" : "|"), byGender };
};

/** Every pattern within one, itself first. */
export function patternsIn(pattern: Pattern): readonly Pattern[] {
  switch (pattern.kind) {
    case "sequence":
      return [pattern, ...pattern.parts.flatMap(patternsIn)];
    case "choice":
      return [pattern, ...pattern.options.flatMap(patternsIn)];
    case "optional":
      return [pattern, ...patternsIn(pattern.part)];
    case "word":
    case "mark":
    case "slot":
    case "known":
    case "phrase":
    case "closing":
    case "sides":
      return [pattern];
  }
}
