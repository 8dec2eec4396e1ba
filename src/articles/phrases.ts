import { foldWord, type WordForms } from "./word-forms.ts";
import { tokenize, type Joins, type Token } from "./tokens.ts";

/** A phrase found in a run of tokens: `[from, to)` are token indices. */
export type PhraseMatch<T> = { readonly value: T; readonly from: number; readonly to: number };

/** Phrases of one language, compiled for search. */
export type Phrases<T> = {
  readonly root: Node<T>;
  readonly forms: WordForms;
  readonly nameForms: WordForms;
  /** A number for every key that leads on anywhere in the trie. */
  readonly edges: ReadonlyMap<string, number>;
  /** The keys among those that a word has, worked out once a word. */
  readonly keys: Map<string, readonly number[]>;
  /** The same for a word that begins with a capital. */
  readonly capitalKeys: Map<string, readonly number[]>;
};

type Node<T> = { next: Map<number, Node<T>>; gaps: Gap<T>[]; values: T[] };
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
  const edges = new Map<string, number>();
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
  return { root, forms, nameForms, edges, keys: new Map(), capitalKeys: new Map() };
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
  edges: Map<string, number>,
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
    const keys = keysOf(choice, language).map((key) => numberOf(edges, key));
    return keys.reduce(childOf, node);
  });
}

function numberOf(edges: Map<string, number>, key: string): number {
  const known = edges.get(key) ?? edges.size;
  edges.set(key, known);
  return known;
}

function childOf<T>(node: Node<T>, key: number): Node<T> {
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
  const search: Search<T> = { phrases, tokens, from, to, keys: [], start: from, matches: [] };
  for (let start = from; start < to; start += 1) {
    if (keysAt(search, start).length === 0 && phrases.root.gaps.length === 0) continue;
    search.start = start;
    walk(search, phrases.root, start);
  }
  return search.matches;
}

/** One run over the tokens; `start` is where the phrase looked at begins. */
type Search<T> = {
  readonly phrases: Phrases<T>;
  readonly tokens: readonly Token[];
  readonly from: number;
  readonly to: number;
  /** The keys of each token, worked out when first asked for. */
  readonly keys: (readonly number[] | undefined)[];
  start: number;
  readonly matches: PhraseMatch<T>[];
};

function walk<T>(search: Search<T>, node: Node<T>, at: number): void {
  for (const value of node.values) search.matches.push({ value, from: search.start, to: at });
  if (at >= search.to) return;
  if (node.next.size > 0) step(search, node, keysAt(search, at), at);
  for (const gap of node.gaps) skipWords(search, gap, at);
}

/** Follows every key of the token at `at`; two forms of a word may lead to one node. */
function step<T>(search: Search<T>, node: Node<T>, keys: readonly number[], at: number): void {
  let followed: Node<T> | undefined;
  let others: Node<T>[] | undefined;
  for (const key of keys) {
    const child = node.next.get(key);
    if (child === undefined || child === followed || others?.includes(child)) continue;
    if (followed === undefined) followed = child;
    else (others ??= []).push(child);
    walk(search, child, at + 1);
  }
}

function keysAt<T>({ phrases, tokens, from, keys }: Search<T>, at: number): readonly number[] {
  const token = tokens[at];
  return token === undefined ? NO_KEYS : (keys[at - from] ??= keysOfToken(phrases, token));
}

/** Nothing follows from most words, so nothing is allocated for them. */
const NO_KEYS: readonly never[] = [];

/** As many words as a large archive uses; beyond it the memory is emptied and fills anew. */
const REMEMBERED_WORDS = 50_000;

/** The keys under which a token may stand in the trie; most words stand nowhere in it. */
function keysOfToken<T>(phrases: Phrases<T>, token: Token): readonly number[] {
  const known = token.capital ? phrases.capitalKeys : phrases.keys;
  const remembered = known.get(token.text);
  if (remembered !== undefined) return remembered;
  if (known.size >= REMEMBERED_WORDS) known.clear();
  const forms = token.kind === "word" ? phrases.forms(token.text) : [token.text];
  const keys = [
    ...forms.flatMap((form) => (token.capital ? [form, `^${form}`] : [form])),
    ...phrases.nameForms(token.text).map((form) => `!${form}`),
    `=${token.text}`,
  ].flatMap((key) => phrases.edges.get(key) ?? []);
  known.set(token.text, keys.length === 0 ? NO_KEYS : keys);
  return keys;
}

function skipWords<T>(search: Search<T>, { longest, node }: Gap<T>, at: number): void {
  for (let skipped = 0; skipped <= longest && at + skipped < search.to; skipped += 1) {
    walk(search, node, at + skipped);
    if (search.tokens[at + skipped]?.kind === "mark") return;
  }
}
