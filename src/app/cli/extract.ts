import type { ArticleId } from "../../articles/article.ts";
import type { Report } from "../../talks/report.ts";
import { loadCore } from "../core.ts";
import { readItemsFile } from "../items-file.ts";
import { showProgress } from "../progress.ts";
import { readReports } from "../read-reports.ts";
import { EXIT, type ExitCode, type Terminal } from "../terminal.ts";
import { reportProblems } from "./problems.ts";

/** `parley extract`: one JSON line an item, in the file's order, of all that it asserts. */
export function extractCommand(
  terminal: Terminal,
  options: { readonly items: string; readonly talks: string },
): ExitCode {
  const { articles, problems } = readItemsFile(options.items);
  const core = loadCore(options.talks);
  const progress = showProgress(terminal, "Reading", articles.length);
  const reports = readReports(core, articles, progress.step);
  progress.end();
  const byId = new Map(reports.map((report) => [report.articleId, report]));
  // By publication, so what is met first is the first of its story, whoever is credited for it.
  const firstOf = new Map(reports.toReversed().map((report) => [report.storyId, report.articleId]));
  for (const { id } of articles) {
    const report = byId.get(id);
    if (report !== undefined)
      terminal.out(JSON.stringify(lineOf(report, firstOf.get(report.storyId))));
  }
  reportProblems(terminal, problems);
  return articles.length === 0 && problems.length > 0 ? EXIT.failed : EXIT.ok;
}

function lineOf({ articleId, lang, extraction }: Report, first: ArticleId = articleId) {
  const { relevant, phase, ...facts } = extraction;
  return {
    id: articleId,
    lang,
    relevant,
    duplicateOf: first === articleId ? null : first,
    phase: phase?.phase ?? null,
    ...facts,
    phaseClaim: phase,
  };
}
