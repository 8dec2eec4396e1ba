import { existsSync, globSync } from "node:fs";
import { basename, join } from "node:path";
import type { Article } from "../articles/article.ts";
import { loadDossier } from "../config/load-dossier.ts";
import { loadLexicons } from "../config/load-lexicon.ts";
import { loadPlaces } from "../config/load-places.ts";
import { createDateFinder, type DateFinder } from "../facts/dates/date-finder.ts";
import { loadDateLexicons } from "../facts/dates/date-lexicon.ts";
import { createRelationCoder, type RelationCoder } from "../facts/events/code-relation.ts";
import { loadEventLexicons } from "../facts/events/event-lexicon.ts";
import { createExtractor } from "../facts/extract.ts";
import type { Extraction } from "../facts/fact.ts";
import { createReader, type ReadArticle } from "../facts/read-article.ts";
import type { Names } from "../messages/digest/wording.ts";
import { createStandingOf, type StandingOf } from "../talks/source-standing.ts";
import { createTalksLog, type TalksLog } from "../talks/talks-log.ts";
import { UsageError } from "./items-file.ts";

/** Everything that reading articles of one set of talks needs, loaded and compiled. */
export type Core = {
  readonly names: Names;
  readonly standingOf: StandingOf;
  readonly extract: (article: Article) => {
    readonly read: ReadArticle;
    readonly extraction: Extraction;
  };
  readonly openLog: () => TalksLog;
};

const SEEDS = join(import.meta.dirname, "..", "..", "seeds");
const LEXICONS = join(SEEDS, "lexicon");
const LEXICON_SECTIONS = ["talks", "speech"];

/** The ids of the dossiers that there are. */
export const talksKnown = (): string[] =>
  globSync("*.yaml", { cwd: join(SEEDS, "talks") })
    .map((file) => basename(file, ".yaml"))
    .toSorted();

/**
 * Loads the core for one set of talks.
 *
 * @throws {UsageError} when there is no such dossier.
 * @throws {ConfigError} when a seed file is wrong.
 */
export function loadCore(talks: string): Core {
  const file = join(SEEDS, "talks", `${basename(talks)}.yaml`);
  if (!existsSync(file))
    throw new UsageError(
      `No talks are called "${talks}". Choose from: ${talksKnown().join(", ")}.`,
    );
  const dossier = loadDossier(file);
  const places = loadPlaces(join(SEEDS, "places.yaml"));
  const lexicons = loadLexicons(LEXICONS, LEXICON_SECTIONS);
  const dates = createDateFinder(loadDateLexicons(LEXICONS), lexicons);
  const reader = createReader(dossier, places, lexicons);
  const extractor = createExtractor(reader, places, dates);
  const standingOf = createStandingOf(dossier);
  return {
    names: { dossier, places },
    standingOf,
    extract: (article) => ({
      read: reader.read(article),
      extraction: extractor.extract(article),
    }),
    openLog: () => createTalksLog({ dossier, standingOf }),
  };
}

/** Loads what reading dates needs. */
export const loadDates = (): DateFinder =>
  createDateFinder(loadDateLexicons(LEXICONS), loadLexicons(LEXICONS, LEXICON_SECTIONS));

/** Loads what coding relations needs. */
export const loadCoder = (): RelationCoder =>
  createRelationCoder(loadLexicons(LEXICONS, LEXICON_SECTIONS), loadEventLexicons(LEXICONS));
