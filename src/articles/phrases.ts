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
  /** What each word met so far leads to in the trie. */
  readonly words: Map<string, Word<T>>;
  /** The same for a word that begins with a capital. */
  readonly capitalWords: Map<string, Word<T>>;
};

/** Most nodes lead on by one key at most, and most lack gaps or values: what a node lacks takes no memory. */
type Node<T> = {
  /** The one key that leads on, and where to; -1 where none or several do. */
  key: number;
  child: Node<T> | null;
  /** Where several keys lead. */
  next: Map<number, Node<T>> | null;
  bits: number;
  gaps: readonly Gap<T>[];
  values: readonly T[];
};

/** The keys of a word that lead on anywhere, with {@link bitOf} of them all, and where it leads from the root. */
type Word<T> = {
  readonly keys: readonly number[];
  readonly bits: number;
  readonly starts: readonly Node<T>[];
};

/** A sieve: a node that shares no bit with a word has none of its keys, and most share none. */
const bitOf = (key: number): number => 1 << (key & 31);

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
    for (const end of ends) if (end !== root) end.values = withOneMore(end.values, value);
  }
  const { forms, nameForms } = language;
  return { root, forms, nameForms, edges, words: new Map(), capitalWords: new Map() };
}

/** The pattern of a proper name: its words keep their article and take no endings. */
export const properName = (pattern: string): string =>
  pattern.replace(/(^|[\s|])(?=[^\s|=^~!])/g, "$1!");

const NONE: readonly never[] = [];
const newNode = <T>(): Node<T> => ({
  key: -1,
  child: null,
  next: null,
  bits: 0,
  gaps: NONE,
  values: NONE,
});
const DEFAULT_GAP = 3;

/** V8 leaves room for 16 more in a list that is spread into another, and most lists have one entry. */
const withOneMore = <T>(list: readonly T[], one: T): readonly T[] =>
  list.length === 0 ? [one] : [...list, one];

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
    node.gaps = withOneMore(node.gaps, gap);
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
  const known = childAt(node, key);
  if (known !== undefined) return known;
  const child = newNode<T>();
  if (node.bits === 0) [node.key, node.child] = [key, child];
  else {
    node.next ??= new Map(node.child === null ? [] : [[node.key, node.child]]);
    node.next.set(key, child);
    [node.key, node.child] = [-1, null];
  }
  node.bits |= bitOf(key);
  return child;
}

const childAt = <T>({ key, child, next }: Node<T>, wanted: number): Node<T> | undefined =>
  key === wanted && child !== null ? child : next?.get(wanted);

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
  const search: Search<T> = { phrases, tokens, from, to, words: [], start: from, matches: [] };
  for (let start = from; start < to; start += 1) {
    search.start = start;
    for (const node of wordAt(search, start)?.starts ?? NONE) walk(search, node, start + 1);
    for (const gap of phrases.root.gaps) skipWords(search, gap, start);
  }
  return search.matches;
}

/** One run over the tokens; `start` is where the phrase looked at begins. */
type Search<T> = {
  readonly phrases: Phrases<T>;
  readonly tokens: readonly Token[];
  readonly from: number;
  readonly to: number;
  /** The word of each token, looked up when first asked for. */
  readonly words: (Word<T> | undefined)[];
  start: number;
  readonly matches: PhraseMatch<T>[];
};

function walk<T>(search: Search<T>, node: Node<T>, at: number): void {
  for (const value of node.values) search.matches.push({ value, from: search.start, to: at });
  if (at >= search.to) return;
  if (node.bits !== 0) {
    const word = wordAt(search, at);
    if (word !== undefined && (node.bits & word.bits) !== 0)
      for (const child of childrenOf(node, word.keys)) walk(search, child, at + 1);
  }
  for (const gap of node.gaps) skipWords(search, gap, at);
}

/** The nodes that a word's keys lead to; two forms of a word may lead to one node. */
function childrenOf<T>(node: Node<T>, keys: readonly number[]): readonly Node<T>[] {
  let found: Node<T>[] | undefined;
  for (const key of keys) {
    const child = childAt(node, key);
    if (child === undefined) continue;
    if (found === undefined) found = [child];
    else if (!found.includes(child)) found.push(child);
  }
  return found ?? NONE;
}

function wordAt<T>({ phrases, tokens, from, words }: Search<T>, at: number): Word<T> | undefined {
  const token = tokens[at];
  return token === undefined ? undefined : (words[at - from] ??= wordOf(phrases, token));
}

/** As many words as a large archive uses; beyond it the memory is emptied and fills anew. */
const REMEMBERED_WORDS = 50_000;

function wordOf<T>(phrases: Phrases<T>, token: Token): Word<T> {
  const known = token.capital ? phrases.capitalWords : phrases.words;
  const remembered = known.get(token.text);
  if (remembered !== undefined) return remembered;
  if (known.size >= REMEMBERED_WORDS) known.clear();
  const keys = keysOfToken(phrases, token);
  const bits = keys.reduce((all, key) => all | bitOf(key), 0);
  const word = keys.length === 0 ? NO_WORD : { keys, bits, starts: childrenOf(phrases.root, keys) };
  known.set(token.text, word);
  return word;
}

/** Most words stand nowhere in a trie, so nothing is kept for them. */
const NO_WORD: Word<never> = { keys: [], bits: 0, starts: [] };

/** The keys under which a token may stand in the trie. */
function keysOfToken<T>({ forms, nameForms, edges }: Phrases<T>, token: Token): number[] {
  const { text, capital } = token;
  const written = token.kind === "word" ? forms(text) : [text];
  return [
    ...written.flatMap((form) => (capital ? [form, `^${form}`] : [form])),
    ...nameForms(text).map((form) => `!${form}`),
    `=${text}`,
  ].flatMap((key) => edges.get(key) ?? []);
}

function skipWords<T>(search: Search<T>, { longest, node }: Gap<T>, at: number): void {
  for (let skipped = 0; skipped <= longest && at + skipped < search.to; skipped += 1) {
    walk(search, node, at + skipped);
    if (search.tokens[at + skipped]?.kind === "mark") return;
  }
}
