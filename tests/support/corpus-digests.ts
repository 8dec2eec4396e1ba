import { loadCore } from "../../src/app/core.ts";
import { readItemsFile } from "../../src/app/items-file.ts";
import { readReports } from "../../src/app/read-reports.ts";
import { digestAt, NO_FEEDS } from "../../src/app/tell.ts";
import type { Digest } from "../../src/digest/digest.ts";
import { LANGUAGES } from "../../src/lib/language.ts";

/** Reads the demonstration articles, and tells where the talks stood at any instant by them. */
export function readCorpus(): (at: Date, since?: Date) => Digest {
  const core = loadCore("iran-us");
  const articles = LANGUAGES.flatMap(
    (language) => readItemsFile(`seeds/corpus/items.${language}.json`).articles,
  );
  const log = core.openLog();
  for (const report of readReports(core, articles)) log.add(report);
  return (at, since) => digestAt(core, log, at, { since: since ?? null, feeds: NO_FEEDS });
}
