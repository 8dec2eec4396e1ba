import { pathToFileURL } from "node:url";
import { parseFeed } from "../../articles/parse-feed.ts";
import { toArticles } from "../ingest-feeds.ts";
import { parseItems, parseJsonArray, readBytes, type ItemsFile } from "../items-file.ts";
import type { Language } from "../../lib/language.ts";
import type { TakeIn } from "../take-in.ts";
import { EXIT, type ExitCode, type Terminal } from "../terminal.ts";
import { takenText } from "./ingest-lines.ts";
import { reportProblems } from "./problems.ts";

/** A file to take in, and the language whose usual encodings to expect. */
export type FileAsked = { readonly file: string; readonly lang: Language };

/** Takes in one file: RSS, Atom, RDF, JSON Feed, or an items file. */
export async function ingestFile(
  terminal: Terminal,
  takeIn: TakeIn,
  asked: FileAsked,
): Promise<ExitCode> {
  const read = await readFeedFile(asked, terminal.now());
  if (typeof read === "string") {
    terminal.err(`${asked.file}: ${read}`);
    return EXIT.failed;
  }
  const { articles, problems, skipped, otherLanguages } = read;
  const taken = await takeIn.articles(articles, { feed: null, at: terminal.now() });
  terminal.out(`${asked.file}: ${takenText({ ...taken, otherLanguages }, skipped)}`);
  reportProblems(terminal, problems);
  return articles.length === 0 && problems.length + skipped > 0 ? EXIT.failed : EXIT.ok;
}

type FeedFile = ItemsFile & { readonly skipped: number; readonly otherLanguages: number };

/** The articles of a file, or why it is no feed. */
async function readFeedFile({ file, lang }: FileAsked, now: Date): Promise<FeedFile | string> {
  const bytes = readBytes(file);
  if (isArray(bytes)) {
    const items = parseItems(parseJsonArray(new TextDecoder().decode(bytes), file));
    return { ...items, skipped: 0, otherLanguages: 0 };
  }
  const url = pathToFileURL(file).href;
  const parsed = await parseFeed({ bytes, contentType: null, lang, url }, now);
  if (parsed.kind === "failed") return `${parsed.reason}: ${parsed.detail}`;
  const skipped = parsed.skipped.reduce((sum, { count }) => sum + count, 0);
  return { ...toArticles(parsed.items, { name: file, lang: null }), problems: [], skipped };
}

const SPACE: ReadonlySet<number> = new Set([0x20, 0x09, 0x0a, 0x0d, 0xef, 0xbb, 0xbf]);
const OPENING_BRACKET = 0x5b;

/** Whether the first character is the one that opens a JSON array. */
function isArray(bytes: Uint8Array): boolean {
  const first = bytes.find((byte) => !SPACE.has(byte));
  return first === OPENING_BRACKET;
}
