import type { Orthography } from "../config/lexicon.ts";
import { CHARACTER, classOf, foldCharacter } from "./characters.ts";
import type { Joins } from "./tokens.ts";

/** Gives every form under which a folded word may stand in a lexicon, itself first. */
export type WordForms = (folded: string) => readonly string[];

/** Folds a word of a lexicon as {@link foldCharacter} folds the words of a text. */
export function foldWord(word: string): string {
  let folded = "";
  for (let at = 0; at < word.length; at += 1) {
    const unit = word.charCodeAt(at);
    folded += classOf(unit) === CHARACTER.ignorable ? "" : foldCharacter(unit);
  }
  return folded;
}

/** The words that a language writes apart from the word they belong to. */
export function joinsOf(orthography: Orthography): Joins {
  return {
    next: new Set(orthography.joinsNext.map(foldWord)),
    previous: new Set(orthography.joinsPrevious.map(foldWord)),
  };
}

/** As many words as a large archive uses; beyond it the memory is emptied and fills anew. */
const REMEMBERED_WORDS = 50_000;

/**
 * Light stemming: the word less its clitics and endings, in every combination that leaves a stem.
 * A remembering function: each word is worked out once.
 */
export function createWordForms(orthography: Orthography): WordForms {
  const prefixes = orthography.prefixes.map(foldWord);
  const suffixes = orthography.suffixes.map(
    ([ending, instead]) => [foldWord(ending), foldWord(instead)] as const,
  );
  const shortest = orthography.shortestStem;
  const known = new Map<string, readonly string[]>();

  const withoutEndings = (word: string): string[] =>
    suffixes
      .filter(([ending]) => word.length - ending.length >= shortest && word.endsWith(ending))
      .map(([ending, instead]) => word.slice(0, word.length - ending.length) + instead);

  const formsOf = (word: string): readonly string[] => {
    const stems = prefixes
      .filter((prefix) => word.length - prefix.length >= shortest && word.startsWith(prefix))
      .map((prefix) => word.slice(prefix.length));
    const bare = [word, ...stems];
    return [...new Set([...bare, ...bare.flatMap(withoutEndings)])];
  };

  return (word) => {
    const remembered = known.get(word);
    if (remembered !== undefined) return remembered;
    if (known.size >= REMEMBERED_WORDS) known.clear();
    const forms = formsOf(word);
    known.set(word, forms);
    return forms;
  };
}

/** Fewer letters are no name, whatever stands around them. */
const SHORTEST_NAME = 2;

/**
 * Every form under which a folded word may be a proper name: itself, and less what a language writes
 * joined to names. Names take no other endings, so that `سليما` is not Lima nor `عدنان` Aden.
 */
export function createNameForms({ names }: Orthography): WordForms {
  const before = names.before.map(foldPair);
  const after = names.after.map(foldPair);

  return (word) => {
    const bare = [
      word,
      ...before
        .filter(([prefix]) => word.startsWith(prefix))
        .map(([prefix, instead]) => instead + word.slice(prefix.length)),
    ].filter(longEnough);
    const ended = bare.flatMap((form) =>
      after
        .filter(([ending]) => form.endsWith(ending))
        .map(([ending, instead]) => form.slice(0, form.length - ending.length) + instead),
    );
    return [...new Set([...bare, ...ended.filter(longEnough)])];
  };
}

const longEnough = (form: string): boolean => form.length >= SHORTEST_NAME;

const foldPair = ([written, instead]: readonly [string, string]) =>
  [foldWord(written), foldWord(instead)] as const;
