import { existsSync, globSync } from "node:fs";
import { basename, join } from "node:path";
import type { Article } from "../articles/article.ts";
import { createSearchWords, type SearchWords } from "../articles/article-search.ts";
import type { Cities } from "../config/cities.ts";
import type { Dossier, DossierFeed } from "../config/dossier.ts";
import { loadCities } from "../config/load-cities.ts";
import { loadDossier } from "../config/load-dossier.ts";
import { loadLexicons } from "../config/load-lexicon.ts";
import { loadPlaces } from "../config/load-places.ts";
import type { Places } from "../config/places.ts";
import { createDateFinder, type DateFinder } from "../facts/dates/date-finder.ts";
import { loadDateLexicons } from "../facts/dates/date-lexicon.ts";
import { createRelationCoder, type RelationCoder } from "../facts/events/code-relation.ts";
import { loadEventLexicons } from "../facts/events/event-lexicon.ts";
import { createEventFinder } from "../facts/events/find-events.ts";
import { createExtractor } from "../facts/extract.ts";
import type { Extraction } from "../facts/fact.ts";
import { createReader, type ReadArticle } from "../facts/read-article.ts";
import type { Names } from "../messages/digest/wording.ts";
import { createChecker } from "../summarize/check/checker.ts";
import { type Grammars, loadGrammars } from "../summarize/grammar/grammar.ts";
import { loadSenseWords } from "../summarize/check/sense-words.ts";
import { loadSurfaceWords } from "../summarize/check/surface-words.ts";
import type { Checker } from "../summarize/verdict.ts";
import { createStandingOf, type StandingOf } from "../talks/source-standing.ts";
import { createTalksLog, type TalksLog } from "../talks/talks-log.ts";
import { extractorVersion } from "./extractor-version.ts";
import { UsageError } from "./items-file.ts";

/** Everything that reading articles of one set of talks needs; lexicons are loaded when first read with. */
export type Core = {
  readonly names: Names;
  readonly standingOf: StandingOf;
  /** Names what reads, and its version; see {@link extractorVersion}. */
  readonly extractor: () => string;
  readonly read: (article: Article) => ReadArticle;
  readonly extract: (article: Article) => {
    readonly read: ReadArticle;
    readonly extraction: Extraction;
  };
  /** Finds dates as they are found in articles. */
  readonly dates: () => DateFinder;
  /** An empty log; `heardBefore` as for {@link createTalksLog}. */
  readonly openLog: (heardBefore?: Date | null) => TalksLog;
  /** Judges what a language model writes of these talks. */
  readonly checker: () => Checker;
  /** In which words claims are told. */
  readonly grammars: () => Grammars;
};

const SEEDS = join(import.meta.dirname, "..", "..", "seeds");
const LEXICONS = join(SEEDS, "lexicon");
const CHECKS = join(SEEDS, "checks");
const WORDINGS = join(SEEDS, "wordings");
const LEXICON_SECTIONS = ["talks", "speech"];

/** The ids of the dossiers that there are. */
export const talksKnown = (): string[] =>
  globSync("*.yaml", { cwd: join(SEEDS, "talks") })
    .map((file) => basename(file, ".yaml"))
    .toSorted();

/**
 * Loads the core for one set of talks. `added` are feeds that the operator follows beside the dossier's.
 *
 * @throws {UsageError} when there is no such dossier.
 * @throws {ConfigError} when a seed file is wrong.
 */
export function loadCore(talks: string, added: readonly DossierFeed[] = []): Core {
  const file = dossierFile(talks);
  const dossier = loadDossier(file);
  const places = loadPlaces(PLACES);
  const standingOf = createStandingOf(withFeeds(dossier, added));
  const reading = once(() => loadReading(dossier, places));
  const grammars = once(() => loadGrammars(WORDINGS));
  return {
    names: { dossier, places },
    standingOf,
    extractor: once(() => extractorVersion([file, PLACES, LEXICONS])),
    read: (article) => reading().reader.read(article),
    extract: (article) => {
      const { reader, extractor } = reading();
      const read = reader.read(article);
      return { read, extraction: extractor.extractFrom(read) };
    },
    dates: () => reading().dates,
    openLog: (heardBefore) => createTalksLog({ dossier, standingOf }, heardBefore),
    checker: once(() =>
      createChecker({
        ...reading(),
        names: { dossier, places },
        grammars: grammars(),
        surfaceWords: loadSurfaceWords(CHECKS),
        senseWords: loadSenseWords(CHECKS),
        eventLexicons: loadEventLexicons(LEXICONS),
      }),
    ),
    grammars,
  };
}

const PLACES = join(SEEDS, "places.yaml");

function dossierFile(talks: string): string {
  const file = join(SEEDS, "talks", `${basename(talks)}.yaml`);
  if (talks !== "" && existsSync(file)) return file;
  const known = talksKnown().join(", ");
  throw new UsageError(`No talks are called "${talks.slice(0, 60)}". Choose from: ${known}.`);
}

function loadReading(dossier: Dossier, places: Places) {
  const lexicons = loadLexicons(LEXICONS, LEXICON_SECTIONS);
  const dateLexicons = loadDateLexicons(LEXICONS);
  const dates = createDateFinder(dateLexicons, lexicons);
  const reader = createReader(dossier, places, lexicons);
  const events = createEventFinder(reader.languages, loadEventLexicons(LEXICONS));
  const extractor = createExtractor(reader, places, dates, events);
  return { reader, dates, dateLexicons, extractor };
}

/** The dossier's own feeds count where both list an address; a side it has no actor for is none. */
function withFeeds(dossier: Dossier, added: readonly DossierFeed[]): Dossier {
  const known = new Set(dossier.feeds.map(({ url }) => url));
  const sides = new Set<string | undefined>(dossier.actors.map(({ code }) => code));
  const feeds = added
    .filter(({ url }) => !known.has(url))
    .map(({ side, ...feed }) => (sides.has(side) ? { ...feed, side } : feed));
  return { ...dossier, feeds: [...dossier.feeds, ...feeds] };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Loads how the words of each language are looked up. */
export function loadSearchWords(): SearchWords {
  const { en, ar, fa } = loadLexicons(LEXICONS, []);
  return createSearchWords({ en: en.orthography, ar: ar.orthography, fa: fa.orthography });
}

/** Loads the cities that people name their time zones by. */
export const loadKnownCities = (): Cities => loadCities(join(SEEDS, "cities.yaml"));

/** Loads what reading dates needs. */
export const loadDates = (): DateFinder =>
  createDateFinder(loadDateLexicons(LEXICONS), loadLexicons(LEXICONS, LEXICON_SECTIONS));

/** Loads what coding relations needs. */
export const loadCoder = (): RelationCoder =>
  createRelationCoder(loadLexicons(LEXICONS, LEXICON_SECTIONS), loadEventLexicons(LEXICONS));

/** Loads the words in which claims are told. */
export const loadWordings = (): Grammars => loadGrammars(WORDINGS);
