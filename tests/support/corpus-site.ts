import { type Core, loadCore } from "../../src/app/core.ts";
import { readItemsFile } from "../../src/app/items-file.ts";
import { readReports } from "../../src/app/read-reports.ts";
import { createSite, type LiveSite } from "../../src/app/site/site.ts";
import { siteTalks } from "../../src/app/site/site-talks.ts";
import { createTalksDesk } from "../../src/app/talks-desk.ts";
import type { Article } from "../../src/articles/article.ts";
import { createCardPainter } from "../../src/cards/paint-cards.ts";
import { rememberCards } from "../../src/cards/remember-cards.ts";
import { feedAddresses } from "../../src/feeds/feed-address.ts";
import type { Clock } from "../../src/lib/clock.ts";
import { LANGUAGES } from "../../src/lib/language.ts";
import type { TalksLog } from "../../src/talks/talks-log.ts";

/** A site over articles that are taken in one by one. */
export type CorpusSite = {
  readonly site: LiveSite;
  readonly core: Core;
  /** What was taken in. */
  readonly reports: TalksLog;
  /** Takes articles in, as polling does. */
  read(articles: readonly Article[]): void;
  close(): void;
};

/** The demonstration articles. */
export const corpusArticles = (): readonly Article[] =>
  LANGUAGES.flatMap((language) => readItemsFile(`seeds/corpus/items.${language}.json`).articles);

/** A site of the demonstration's talks; the clock tells which of the articles are out already. */
export function corpusSite(clock: Clock, articles: readonly Article[]): CorpusSite {
  const core = loadCore("iran-us");
  const log = core.openLog();
  const read = (more: readonly Article[]): void => {
    for (const report of readReports(core, more)) log.add(report);
  };
  read(articles);
  const addresses = feedAddresses(core.names.dossier.feeds);
  const source = () => ({ core, addresses, log: () => Promise.resolve(log) });
  const desk = createTalksDesk({
    names: core.names,
    source,
    feedStates: { load: () => Promise.resolve(new Map()), save: () => Promise.resolve() },
    searchWords: () => {
      throw new Error("nobody searches here");
    },
    clock,
  });
  const painter = createCardPainter();
  const site = createSite([siteTalks(desk, source)], rememberCards(painter.paint));
  return { site, core, reports: log, read, close: () => painter.close() };
}
