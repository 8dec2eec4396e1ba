import { foldWord } from "../../articles/word-forms.ts";
import type { Language } from "../../lib/language.ts";
import { headName } from "./head-name.ts";
import type { Element, Holder } from "./noun-phrase.ts";
import type { ReadingUnit } from "./reading-unit.ts";

/** A name that an article gives in full somewhere: its folded words, and whom they mean. */
type FullName = { readonly words: readonly string[]; readonly element: Element };

/** What an article's full names end in, by the first word of the ending: «فوس» of «کلارا فوس». */
export type NameEndings = ReadonlyMap<string, readonly NameEnding[]>;
type NameEnding = {
  readonly words: readonly string[];
  /** The word of the full name before the ending, or null for the whole name. */
  readonly before: string | null;
  readonly element: Element;
};

/** No name has been given in full. */
export const NO_NAMES: NameEndings = new Map();

/** The endings of every full name among the noun phrases of an article. */
export function nameEndings(
  units: readonly ReadingUnit[],
  holders: readonly (readonly Holder[])[],
  language: Language,
): NameEndings {
  const names = new Map<string, FullName>();
  for (const [index, unit] of units.entries())
    for (const name of (holders[index] ?? []).flatMap((one) => fullNamesOf(unit, one, language))) {
      const key = name.words.join(" ");
      if (!names.has(key)) names.set(key, name);
    }
  const endings = new Map<string, NameEnding[]>();
  for (const name of names.values()) addEndings(endings, name);
  return endings;
}

function fullNamesOf(unit: ReadingUnit, { elements }: Holder, language: Language): FullName[] {
  const head = headName(unit, elements, language);
  return elements.flatMap((element) => {
    const isStranger = element.kind === "unknown-name" && element === head;
    const isKnown = element.kind === "person" && element.by === "name";
    if (!isStranger && !isKnown) return [];
    const words = wordsOf(unit, element);
    return words.length < 2 ? [] : [{ words, element }];
  });
}

/** The folded words of a name; the adjective of a title before it is none of them. */
function wordsOf({ tokens }: ReadingUnit, element: Element): string[] {
  const words = tokens.slice(element.from, element.to).map(({ text }) => text);
  if (element.kind !== "unknown-name") return words;
  const first = foldWord(element.name.split(/[\s-]/)[0] ?? "");
  return words.slice(Math.max(0, words.indexOf(first)));
}

function addEndings(endings: Map<string, NameEnding[]>, { words, element }: FullName): void {
  const first = element.kind === "person" ? 1 : 0;
  for (let start = first; start < words.length; start += 1) {
    const ending = { words: words.slice(start), before: words[start - 1] ?? null, element };
    const key = ending.words[0] ?? "";
    const known = endings.get(key);
    if (known === undefined) endings.set(key, [ending]);
    else known.push(ending);
  }
}

/** Whether any word of a unit may begin an ending. */
export const hasEnding = ({ tokens, from, to }: ReadingUnit, endings: NameEndings): boolean => {
  if (endings.size === 0) return false;
  for (let at = from; at < to; at += 1) if (endings.has(tokens[at]?.text ?? "")) return true;
  return false;
};

/** The longest name or surname of the article's people that begins at a token. */
export function endingAt(
  unit: ReadingUnit,
  endings: NameEndings,
  at: number,
  language: Language,
): Element | undefined {
  const token = unit.tokens[at];
  if (token?.kind !== "word" || (language === "en" && !token.capital)) return undefined;
  let longest: NameEnding | undefined;
  for (const ending of endings.get(token.text) ?? []) {
    const follows = ending.before !== null && unit.tokens[at - 1]?.text === ending.before;
    const fits = ending.words.every((word, index) => unit.tokens[at + index]?.text === word);
    if (!follows && fits && ending.words.length > (longest?.words.length ?? 0)) longest = ending;
  }
  if (longest === undefined) return undefined;
  const { element, words } = longest;
  const to = at + words.length;
  if (element.kind !== "unknown-name") return { ...element, from: at, to };
  return { kind: "unknown-name", name: textBetween(unit, at, to), from: at, to };
}

const textBetween = ({ tokens, read }: ReadingUnit, from: number, to: number): string =>
  read.visible.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0);
