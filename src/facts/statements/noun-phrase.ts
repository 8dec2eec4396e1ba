import type { CueName } from "../cues.ts";
import type { Institution, Person } from "../mention.ts";

/** One element of a noun phrase that may name who speaks. */
export type Element = { readonly from: number; readonly to: number } & (
  | { readonly kind: "person"; readonly person: Person; readonly by: "name" | "title" }
  | { readonly kind: "unknown-name"; readonly name: string }
  | { readonly kind: "institution"; readonly institution: Institution }
  | { readonly kind: "actor"; readonly code: string }
  | { readonly kind: "noun"; readonly noun: Noun }
);

/** What a common noun of a noun phrase stands for. */
export type Noun =
  | "title"
  | "official"
  | "source"
  | "document"
  | "body"
  | "outlet"
  | "audience"
  | "pronoun"
  | "former";

/** A noun phrase that may name who speaks: tokens `[from, to)` and what they stand for. */
export type Holder = {
  readonly from: number;
  readonly to: number;
  readonly elements: readonly Element[];
};

/** The cue of each noun; of cues of one length the first counts. */
export const NOUNS: readonly (readonly [cue: CueName, noun: Noun])[] = [
  ["speech.pronoun", "pronoun"],
  ["speech.outlet", "outlet"],
  ["speech.audience", "audience"],
  ["speech.former", "former"],
  ["speech.source", "source"],
  ["speech.document", "document"],
  ["speech.title", "title"],
  ["speech.official", "official"],
  ["speech.body", "body"],
];
/** The noun of each cue. */
export const NOUN_OF: ReadonlyMap<CueName, Noun> = new Map(NOUNS);
/** The cues of nouns. */
export const NOUN_CUES: ReadonlySet<CueName> = new Set(NOUN_OF.keys());
/** Words that stand between the words of one noun phrase. */
export const LINKS: ReadonlySet<CueName> = new Set(["speech.place-word"]);

/** Whether the element is a person's own name. */
export const isNameElement = (element: Element): boolean =>
  element.kind === "unknown-name" || (element.kind === "person" && element.by === "name");

/** Whether the element is a title or an office. */
export const isOffice = (element: Element): boolean =>
  (element.kind === "noun" && (element.noun === "title" || element.noun === "official")) ||
  (element.kind === "person" && element.by === "title");
