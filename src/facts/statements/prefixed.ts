import { foldWord } from "../../articles/word-forms.ts";
import type { Element, Holder } from "./noun-phrase.ts";
import type { ReadingUnit } from "./reading-unit.ts";

/**
 * Whether a preposition is written together with the noun phrase's first word, as in «لترامب»: the word
 * is none of the ways in which the name itself is written, but one with a letter before.
 */
export function isPrefixed(unit: ReadingUnit, { elements: [first] }: Holder): boolean {
  return first !== undefined && isPrefixedElement(unit, first);
}

/** The same of one element of a noun phrase. */
export function isPrefixedElement({ tokens }: ReadingUnit, first: Element): boolean {
  const word = tokens[first.from]?.text;
  if (word === undefined) return false;
  if (first.kind === "unknown-name") return false;
  const written = writtenForms(first);
  if (written.length === 0) return PREPOSITIONS.some((prefix) => word.startsWith(prefix));
  if (written.includes(word)) return false;
  return written.some((form) => PREFIXES.some((prefix) => word === prefix + form));
}

/** Whether the conjunction is written together with the element's first word, as in «وويتكوف». */
export function isJoinedTo({ tokens }: ReadingUnit, element: Element): boolean {
  const word = tokens[element.from]?.text ?? "";
  const written = writtenForms(element);
  return !written.includes(word) && written.some((form) => word === WAW + form);
}

/** Whether the element's first word begins with the letter of the conjunction. */
export const startsJoined = ({ tokens }: ReadingUnit, { from }: Element): boolean =>
  tokens[from]?.text.startsWith(WAW) === true;

const WAW = "\u0648";

// Lam, ba and kaf, which Arabic writes together with the next word; lam swallows the article's alef.
const PREFIXES = ["\u0644", "\u0628", "\u0643", "\u0644\u0644", "\u0648\u0644", "\u0648\u0628"];
const PREPOSITIONS = ["\u0644\u0644", "\u0628\u0627\u0644", "\u0643\u0627\u0644"];

function writtenForms(element: Element): string[] {
  if (element.kind === "person")
    return [element.person.names.ar, ...element.person.aliases.ar, ...element.person.titles.ar].map(
      firstWord,
    );
  if (element.kind === "institution")
    return [element.institution.names.ar, ...element.institution.aliases.ar].map(firstWord);
  return [];
}

const firstWord = (name: string): string => foldWord(name.split(/\s+/)[0] ?? "");
