import { foldWord, type WordForms } from "./word-forms.ts";
import { tokenize, type Joins, type Token } from "./tokens.ts";

/** A phrase found in a run of tokens: `[from, to)` are token indices. */
export type PhraseMatch<T> = { readonly value: T; readonly from: number; readonly to: number };

/** Phrases of one language, compiled for search. */
export type Phrases<T> = {
  readonly root: Node<T>;
  readonly forms: WordForms;
  readonly nameForms: WordForms;
  /** Every key that leads on anywhere in the trie. */
  readonly edges: ReadonlySet<string>;
  /** The keys among those that a word has, worked out once a word. */
  readonly keys: Map<string, readonly string[]>;
};

type Node<T> = { next: Map<string, Node<T>>; gaps: Gap<T>[]; values: T[] };
type Gap<T> = { readonly longest: number; readonly node: Node<T> };

/** What compiling needs to know of the language. */
export type PhraseLanguage = {
  readonly joins: Joins;
  readonly forms: WordForms;
  /** Forms of a word of a proper name. */
  readonly nameForms: WordForms;
  /** Folded prefix that a pattern's words drop, since texts carry it or not: the Arabic article. */
  readonly article: string | null;
  readonly shortestStem: number;
};

/**
 * Compiles phrases into a trie over folded words. In a pattern, `a|b` is a choice, `~` stands for up to
 * three words (`~5`: up to five), `=word` wants that very form, `^Word` a capital letter and `!word` a proper
 * name (see {@link properName}). Other words match in all their forms (see {@link WordForms}).
 */
export function compilePhrases<T>(
  entries: Iterable<readonly [pattern: string, value: T]>,
  language: PhraseLanguage,
): Phrases<T> {
  const root = newNode<T>();
  const edges = new Set<string>();
  for (const [pattern, value] of entries) {
    const ends = pattern
      .trim()
      .split(/\s+/)
      .reduce(
        (nodes, word) => nodes.flatMap((node) => extend(node, word, language, edges)),
        [root],
      );
    for (const end of ends) if (end !== root) end.values.push(value);
  }
  const { forms, nameForms } = language;
  return { root, forms, nameForms, edges, keys: new Map() };
}

/** The pattern of a proper name: its words keep their article and take no endings. */
export const properName = (pattern: string): string =>
  pattern.replace(/(^|[\s|])(?=[^\s|=^~!])/g, "$1!");

const newNode = <T>(): Node<T> => ({ next: new Map(), gaps: [], values: [] });
const DEFAULT_GAP = 3;

function extend<T>(
  node: Node<T>,
  word: string,
  language: PhraseLanguage,
  edges: Set<string>,
): Node<T>[] {
  if (word.startsWith("~")) {
    const longest = Number(word.slice(1)) || DEFAULT_GAP;
    const known = node.gaps.find((gap) => gap.longest === longest);
    if (known !== undefined) return [known.node];
    const gap = { longest, node: newNode<T>() };
    node.gaps.push(gap);
    return [gap.node];
  }
  return word.split("|").map((choice) => {
    const keys = keysOf(choice, language);
    for (const key of keys) edges.add(key);
    return keys.reduce(childOf, node);
  });
}

function childOf<T>(node: Node<T>, key: string): Node<T> {
  let child = node.next.get(key);
  if (child === undefined) {
    child = newNode();
    node.next.set(key, child);
  }
  return child;
}

/** The trie's keys for one written word; a hyphenated word has several. */
function keysOf(word: string, language: PhraseLanguage): string[] {
  const flag = /^[=^!]/.exec(word)?.[0] ?? "";
  const tokens = tokenize(word.slice(flag.length), language.joins);
  return tokens.map(
    (token) => flag + (flag === "" ? withoutArticle(token.text, language) : token.text),
  );
}

function withoutArticle(word: string, { article, shortestStem }: PhraseLanguage): string {
  const prefix = article === null ? "" : foldWord(article);
  const stem = word.slice(prefix.length);
  return prefix !== "" && word.startsWith(prefix) && stem.length >= shortestStem ? stem : word;
}

/** Every phrase that begins at a token in `[from, to)` and ends by `to`; overlapping ones included. */
export function findPhrases<T>(
  phrases: Phrases<T>,
  tokens: readonly Token[],
  from: number,
  to: number,
): PhraseMatch<T>[] {
  const matches: PhraseMatch<T>[] = [];
  for (let start = from; start < to; start += 1) {
    walk(phrases, tokens, { node: phrases.root, at: start, to }, (value, end) =>
      matches.push({ value, from: start, to: end }),
    );
  }
  return matches;
}

type Place<T> = { readonly node: Node<T>; readonly at: number; readonly to: number };

function walk<T>(
  phrases: Phrases<T>,
  tokens: readonly Token[],
  { node, at, to }: Place<T>,
  found: (value: T, end: number) => void,
): void {
  for (const value of node.values) found(value, at);
  const token = tokens[at];
  if (token === undefined || at >= to) return;
  for (const child of childrenOf(phrases, node, token))
    walk(phrases, tokens, { node: child, at: at + 1, to }, found);
  for (const gap of node.gaps)
    skipWords(phrases, tokens, { node: gap.node, at, to }, gap.longest, found);
}

/** Nothing follows from most words, so nothing is allocated for them. */
const NO_NODES: readonly never[] = [];

function childrenOf<T>(phrases: Phrases<T>, node: Node<T>, token: Token): readonly Node<T>[] {
  if (node.next.size === 0) return NO_NODES;
  let found: Node<T>[] | undefined;
  for (const key of keysOfToken(phrases, token)) {
    const child = node.next.get(key);
    if (child === undefined) continue;
    if (found === undefined) found = [child];
    else if (!found.includes(child)) found.push(child);
  }
  return found ?? NO_NODES;
}

/** As many words as a large archive uses; beyond it the memory is emptied and fills anew. */
const REMEMBERED_WORDS = 50_000;

/** The keys under which a token may stand in the trie; most words stand nowhere in it. */
function keysOfToken<T>(phrases: Phrases<T>, token: Token): readonly string[] {
  const name = token.capital ? `^${token.text}` : token.text;
  const remembered = phrases.keys.get(name);
  if (remembered !== undefined) return remembered;
  if (phrases.keys.size >= REMEMBERED_WORDS) phrases.keys.clear();
  const forms = token.kind === "word" ? phrases.forms(token.text) : [token.text];
  const keys = [
    ...forms.flatMap((form) => (token.capital ? [form, `^${form}`] : [form])),
    ...phrases.nameForms(token.text).map((form) => `!${form}`),
    `=${token.text}`,
  ].filter((key) => phrases.edges.has(key));
  phrases.keys.set(name, keys);
  return keys;
}

// oxlint-disable-next-line eslint/max-params -- one more than walk, which it serves alone
function skipWords<T>(
  phrases: Phrases<T>,
  tokens: readonly Token[],
  { node, at, to }: Place<T>,
  longest: number,
  found: (value: T, end: number) => void,
): void {
  for (let skipped = 0; skipped <= longest && at + skipped < to; skipped += 1) {
    walk(phrases, tokens, { node, at: at + skipped, to }, found);
    if (tokens[at + skipped]?.kind === "mark") return;
  }
}
