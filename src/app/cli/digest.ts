import type { Article, ArticleId } from "../../articles/article.ts";
import { detectLanguage } from "../../articles/language.ts";
import type { Config } from "../../config/config.ts";
import type { Language } from "../../lib/language.ts";
import { loadCore } from "../core.ts";
import { readItemsFile, readTextFile, UsageError } from "../items-file.ts";
import { narrateOnce } from "../model/narrate-once.ts";
import { showProgress } from "../progress.ts";
import { readReports } from "../read-reports.ts";
import { digestAt, NO_FEEDS, printDigest, readerOf } from "../tell.ts";
import type { Format } from "../formats.ts";
import { EXIT, type ExitCode, type Terminal } from "../terminal.ts";
import { digestFromStore } from "./digest-from-store.ts";
import { reportProblems } from "./problems.ts";

/** What `parley digest` is asked. */
export type DigestOptions = {
  readonly talks: string;
  readonly at?: Date;
  readonly since?: Date;
  readonly lang: Language;
  readonly tz?: string;
  readonly format: Format;
  readonly items?: string;
  readonly text?: string;
  readonly published?: Date;
  readonly source: string;
  /** False leaves a language model out, whatever the settings are. */
  readonly model: boolean;
};

/** `parley digest`: one digest, from the store or from what is given, with no side effect. */
export async function digestCommand(
  terminal: Terminal,
  config: Config,
  options: DigestOptions,
): Promise<ExitCode> {
  const fromStore = options.items === undefined && options.text === undefined;
  return fromStore ? digestFromStore(terminal, config, options) : digestGiven(terminal, options);
}

async function digestGiven(terminal: Terminal, options: DigestOptions): Promise<ExitCode> {
  const { articles, problems } = articlesOf(options);
  const core = loadCore(options.talks);
  const log = core.openLog();
  const progress = showProgress(terminal, "Reading", articles.length);
  for (const report of readReports(core, articles, progress.step)) log.add(report);
  progress.end();
  const at = options.at ?? latestOf(articles) ?? terminal.now();
  const digest = digestAt(core, log, at, { since: options.since ?? null, feeds: NO_FEEDS });
  const told = await narrateOnce(terminal, core, digest, options);
  terminal.out(await printDigest(core, told, options.format, readerOf(core, options)));
  if (articles.every(({ published }) => published > at) && articles.length > 0)
    terminal.err(`Every article was published after ${at.toISOString()}; give a later --at.`);
  reportProblems(terminal, problems);
  return articles.length === 0 && problems.length > 0 ? EXIT.failed : EXIT.ok;
}

const latestOf = (articles: readonly Article[]): Date | null =>
  articles.reduce<Date | null>(
    (latest, { published }) => (latest === null || published > latest ? published : latest),
    null,
  );

function articlesOf(options: DigestOptions) {
  const { items, text, published } = options;
  if (items !== undefined && text !== undefined)
    throw new UsageError("Give either --items or --text, not both.");
  if (items !== undefined) return readItemsFile(items);
  if (text === undefined) return { articles: [], problems: [] };
  if (published === undefined)
    throw new UsageError("--text needs --published, the instant of publication in ISO 8601.");
  return { articles: [plainArticle(text, published, options.source)], problems: [] };
}

/** A plain text file as one article; its words are the body, since it has no headline of its own. */
function plainArticle(file: string, published: Date, source: string): Article {
  const body = readTextFile(file);
  if (body.trim() === "") throw new UsageError(`${file} is empty. Give an article's text.`);
  const lang = detectLanguage(body, null);
  if (lang === null)
    throw new UsageError(`${file} is in none of the languages read: Arabic, English, Persian.`);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the only article there is
  return { id: file as ArticleId, url: "", source, published, title: "", body, lang };
}
