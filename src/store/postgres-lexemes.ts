type Forms = readonly (readonly string[])[];

/**
 * The lexemes of words in all their forms, each once. A form is cut where SQLite's tokenizer cuts it
 * (https://www.sqlite.org/fts5.html#unicode61_tokenizer), marks left out, so that both find the same.
 */
export function lexemesOf(words: Forms): string[] {
  const lexemes = new Set<string>();
  let bytes = 0;
  for (const form of words.flat())
    for (const lexeme of cut(form)) {
      if (lexemes.has(lexeme)) continue;
      bytes += Buffer.byteLength(lexeme);
      if (bytes > MOST_BYTES) return [...lexemes];
      lexemes.add(lexeme);
    }
  return [...lexemes];
}

/** A query for all of some words, each in any of its forms; null when there is nothing to look for. */
export function queryOf(words: Forms): string | null {
  const wanted = words.map((forms) => forms.map((form) => cut(form)).filter(isSome));
  if (wanted.length === 0 || !wanted.every(isSome)) return null;
  return wanted
    .map((forms) => `(${forms.map((parts) => `(${parts.map(quote).join(" & ")})`).join(" | ")})`)
    .join(" & ");
}

/** A tsvector takes 1 MB, a lexeme 2 KB (https://www.postgresql.org/docs/17/textsearch-limitations.html). */
const MOST_BYTES = 900_000;
const LONGEST = 500;

const cut = (form: string): string[] =>
  form
    .normalize("NFD")
    .replaceAll(/\p{Mn}/gu, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}\p{Co}]+/u)
    .filter((part) => part !== "")
    .map((part) => part.slice(0, LONGEST).toWellFormed());

const isSome = (list: readonly unknown[]): boolean => list.length > 0;

/** Letters and digits alone need no escape within quotes. */
const quote = (lexeme: string): string => `'${lexeme}'`;
