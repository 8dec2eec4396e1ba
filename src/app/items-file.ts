import { readFileSync, statSync } from "node:fs";
import { z } from "zod";
import type { Article, ArticleId } from "../articles/article.ts";
import { detectLanguage } from "../articles/language.ts";
import { LanguageSchema } from "../lib/language.ts";

/** Why an item was left out, for people: `item 3 (id "x"): published: …`. */
export type ItemProblem = string;

/** The articles of an items file, in its order, and what was left out. */
export type ItemsFile = {
  readonly articles: readonly Article[];
  readonly problems: readonly ItemProblem[];
};

/** What the caller asked for cannot be done as asked; exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

const optionalText = z
  .string()
  .nullish()
  .transform((value) => value ?? undefined);

const Item = z.object({
  id: z.string().min(1),
  url: z.string(),
  source: z.string(),
  published: z.iso
    .datetime({ offset: true, local: true })
    .transform(asInstant)
    .refine(isPlausibleInstant, { error: "is no date of news: it lies outside 1900 to 2200" }),
  title: z.string(),
  summary: optionalText,
  body: optionalText,
  lang: z
    .string()
    .nullish()
    .transform((value) => value ?? undefined),
});

/** A time without a zone is read as UTC, never as the machine's own. */
function asInstant(written: string): Date {
  return new Date(/(?:Z|[+-]\d\d:?\d\d)$/i.test(written) ? written : `${written}Z`);
}

const EARLIEST = Date.UTC(1900, 0);
const LATEST = Date.UTC(2200, 0);

/** Whether calendars and time zones can be trusted at an instant. */
export function isPlausibleInstant(instant: Date): boolean {
  return instant.getTime() >= EARLIEST && instant.getTime() < LATEST;
}

const LARGEST_FILE_BYTES = 500 * 1024 * 1024;

/**
 * Reads an items file: a JSON array of `{id, url, source, published, title, summary?, body?, lang?}`.
 * A wrong item is left out and named in `problems`; the others are read.
 *
 * @throws {UsageError} when the file cannot be read or holds no array.
 */
export function readItemsFile(file: string): ItemsFile {
  return parseItems(readJsonArray(file));
}

/** Reads a JSON array from a file. @throws {UsageError} when there is none. */
export const readJsonArray = (file: string): readonly unknown[] =>
  parseJsonArray(readTextFile(file), file);

/** Reads a JSON array from the text of a file. @throws {UsageError} when it holds none. */
export function parseJsonArray(text: string, file: string): readonly unknown[] {
  if (text.trim() === "") throw new UsageError(`${file} is empty. Give a JSON array of items.`);
  const value = parseJson(text, file);
  if (!Array.isArray(value))
    throw new UsageError(`${file} holds no JSON array. Give a JSON array of items.`);
  return value;
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${file} is not JSON: ${reason.slice(0, 200)}`, { cause: error });
  }
}

/** Reads a UTF-8 file whole. @throws {UsageError} with the reason. */
export const readTextFile = (file: string): string =>
  new TextDecoder("utf-8").decode(readBytes(file));

/** Reads a file whole, of at most 500 MB. @throws {UsageError} with the reason. */
export function readBytes(file: string): Uint8Array {
  try {
    if (statSync(file).size > LARGEST_FILE_BYTES)
      throw new UsageError(`${file} is larger than 500 MB. Split it.`);
    return readFileSync(file);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const code = error instanceof Error && "code" in error ? String(error.code) : "unreadable";
    throw new UsageError(`${file} cannot be read (${code}). Check the path.`, { cause: error });
  }
}

/** Reads the items of an array; see {@link readItemsFile}. */
export function parseItems(values: readonly unknown[]): ItemsFile {
  const articles: Article[] = [];
  const problems: ItemProblem[] = [];
  const seen = new Set<string>();
  for (const [at, value] of values.entries()) {
    const parsed = Item.safeParse(value);
    if (!parsed.success) {
      problems.push(describe(at, value, parsed.error));
      continue;
    }
    const article = toArticle(parsed.data);
    if (typeof article === "string")
      problems.push(`item ${at} (id "${parsed.data.id}"): ${article}`);
    else if (seen.has(article.id)) problems.push(`item ${at}: the id "${article.id}" stands twice`);
    else articles.push(article);
    seen.add(parsed.data.id);
  }
  return { articles, problems };
}

function describe(at: number, value: unknown, error: z.ZodError): ItemProblem {
  const { data } = z.object({ id: z.string() }).safeParse(value);
  const name = data === undefined ? `item ${at}` : `item ${at} (id "${data.id.slice(0, 80)}")`;
  const reasons = error.issues.map(({ path, message }) =>
    path.length === 0 ? message : `${path.join(".")}: ${message}`,
  );
  return `${name}: ${reasons.join("; ")}`;
}

/** The article, or why there is none. */
function toArticle(item: z.output<typeof Item>): Article | string {
  const { id, url, source, published, title, summary, body } = item;
  const words = [title, summary, body].filter((part) => part !== undefined).join(" ");
  if (words.trim() === "") return "it has neither title nor text";
  const declared = LanguageSchema.safeParse(item.lang?.slice(0, 2).toLowerCase());
  if (item.lang !== undefined && !declared.success)
    return `lang: "${item.lang.slice(0, 20)}" is not among en, ar, fa`;
  const lang = declared.data ?? detectLanguage(words, null);
  if (lang === null) return "its language is none of Arabic, English, Persian";
  return {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- an items file names its own ids
    id: id as ArticleId,
    url,
    source,
    published,
    title,
    lang,
    ...(summary === undefined ? {} : { summary }),
    ...(body === undefined ? {} : { body }),
  };
}
