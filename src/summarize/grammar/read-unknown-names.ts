import type { Token } from "../../articles/tokens.ts";
import { foldWord, type WordForms } from "../../articles/word-forms.ts";
import type { Dossier } from "../../config/dossier.ts";
import { isSameName } from "../same-name.ts";
import type { NamesAt } from "./read-names.ts";

/** Finds some people whom the dossier does not know in a run of tokens; gives them with the names found already. */
export type UnknownNameReader = (
  tokens: readonly Token[],
  found: NamesAt,
  people: readonly string[],
) => NamesAt;

/**
 * Makes a reader of names that the dossier does not have. A name is read in any script, whole or from one of its
 * words on ("al-Mansour"), where that calls nobody else of the dossier or of these people.
 */
export function createUnknownNameReader(dossier: Dossier, forms: WordForms): UnknownNameReader {
  const known = [...dossier.people, ...dossier.institutions];
  const names = new Set(known.map(({ name }) => name));
  const written = known.flatMap((one) => [one.name, one.names.ar, one.names.fa].map(wordsOf));
  return (tokens, found, people) => {
    const unknown = [...new Set(people)].filter((name) => !names.has(name) && !CODE.test(name));
    if (unknown.length === 0) return found;
    const rivals = [...written, ...unknown.map(wordsOf)];
    const calls = unknown.flatMap((person) => callsOf(person, written, rivals));
    const index = new Map(found);
    for (const call of calls)
      for (const [from] of tokens.entries())
        // One word that names something else is no family name here.
        if (call.isWhole || !found.has(from))
          put(index, { call, from, ends: endsFrom(tokens, from, call, forms) });
    return index;
  };
}

/** The code of an actor. */
const CODE = /^[A-Z0-9]+$/;

/** What somebody may be called by. */
type Call = {
  readonly person: string;
  readonly words: readonly string[];
  /** First and family name, which nobody else is likely to have. */
  readonly isWhole: boolean;
};

/** A family name of fewer letters is as likely another word. */
const SHORTEST_FAMILY = 3;

// oxlint-disable-next-line eslint/max-params -- a person, and whose namesake they may be
function callsOf(
  person: string,
  known: readonly (readonly string[])[],
  rivals: readonly (readonly string[])[],
): readonly Call[] {
  const words = wordsOf(person);
  if (known.some((other) => isSameName(other, words))) return [];
  const others = rivals.filter((other) => !isSameName(other, words));
  const calls = words.map((_, at) => words.slice(at));
  return calls.flatMap((call, at) => {
    const isWhole = at === 0 && words.length > 1;
    const isClear =
      call.join("").length >= SHORTEST_FAMILY && !others.some((other) => endsAs(other, call));
    return isWhole || isClear ? [{ person, words: call, isWhole }] : [];
  });
}

const endsAs = (name: readonly string[], call: readonly string[]): boolean =>
  name.some((_, at) => isSameName(name.slice(at), call));

const wordsOf = (name: string): readonly string[] =>
  name.split(/[\s\u200c-]+/u).flatMap((word) => (word === "" ? [] : [foldWord(word)]));

/** A name may have more words in another script: "Gharib Abadi", "al Mansour". */
const MORE_WORDS = 2;

// oxlint-disable-next-line eslint/max-params -- a call, and where
function endsFrom(
  tokens: readonly Token[],
  from: number,
  { words }: Call,
  forms: WordForms,
): readonly number[] {
  const ends: number[] = [];
  for (let to = from + 1; to <= from + words.length + MORE_WORDS; to += 1) {
    const last = tokens[to - 1];
    if (last?.kind !== "word") break;
    const before = tokens.slice(from, to - 1).map(({ text }) => text);
    const first = before[0];
    const written =
      first === undefined
        ? forms(last.text).map((form) => [form])
        : [
            ...forms(last.text).map((form) => [...before, form]),
            ...forms(first).map((form) => [form, ...before.slice(1), last.text]),
          ];
    if (written.some((name) => isSameName(name, words))) ends.push(to);
  }
  return ends;
}

type Found = { readonly call: Call; readonly from: number; readonly ends: readonly number[] };

function put(index: Map<number, ReadonlyMap<string, readonly number[]>>, found: Found): void {
  const { call, from, ends } = found;
  if (ends.length === 0) return;
  const here = new Map(index.get(from));
  const name = `person:${call.person}`;
  here.set(name, [...(here.get(name) ?? []), ...ends]);
  // Whose side they are on is not told by their name.
  here.set("side:", [...(here.get("side:") ?? []), ...ends]);
  index.set(from, here);
}
