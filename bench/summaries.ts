import { join } from "node:path";
import { loadCore, loadDates } from "../src/app/core.ts";
import { readItemsFile } from "../src/app/items-file.ts";
import { readReports } from "../src/app/read-reports.ts";
import { digestAt, NO_FEEDS } from "../src/app/tell.ts";
import type { Article, ArticleId } from "../src/articles/article.ts";
import { catalogOf } from "../src/i18n/catalog.ts";
import { type Language, LANGUAGES } from "../src/lib/language.ts";
import { composeDigest } from "../src/messages/compose-digest.ts";
import { renderText } from "../src/messages/render-text.ts";
import { readCheckpoints } from "../tests/eval/checkpoints.ts";
import { readGold } from "../tests/eval/gold.ts";
import { printMetrics, rounded } from "./support/print-metrics.ts";
import { byLexRank, byTextRank, type Choose, leadThree } from "./support/summaries/peers.ts";
import { carried, type MustTell, mustTell, type Told } from "./support/summaries/score-summary.ts";
import { cutTo, type Piece, sentencesOf } from "./support/summaries/summary.ts";

const CORPUS = join(import.meta.dirname, "..", "seeds", "corpus");
const LENGTHS = [300, 600, 1_200];
/** What was published in this time is summarized. */
const WINDOW_MS = 72 * 3_600_000;

/**
 * How many of the facts that the corpus' checkpoints want told each summary carries at the same number of characters.
 * All get the same articles: those of one language in the last three days that the labels call relevant and no copies.
 */
const core = loadCore("iran-us");
const dates = loadDates();
const checkpoints = readCheckpoints(join(CORPUS, "checkpoints.json"));
const news = new Set(
  readGold(join(CORPUS, "gold.json"))
    .filter(({ relevant, duplicateOf }) => relevant && duplicateOf === null)
    .map(({ id }) => id),
);

for (const language of LANGUAGES) {
  const articles = readItemsFile(join(CORPUS, `items.${language}.json`)).articles.filter(({ id }) =>
    news.has(id),
  );
  const asked = checkpoints.map((checkpoint) => {
    const at = new Date(checkpoint.at);
    const recent = articles.filter(
      ({ published }) => published <= at && at.getTime() - published.getTime() <= WINDOW_MS,
    );
    return { facts: mustTell(checkpoint), at, recent };
  });
  for (const length of LENGTHS)
    for (const [system, summarize] of systemsIn(language)) {
      const told = asked
        .filter(({ recent }) => recent.length > 0)
        .map(({ facts, at, recent }) => {
          const summary = readTold(cutTo(length, summarize(recent, at)), language);
          return { facts, summary };
        });
      print(system, { language, characters: length, checkpoints: told.length }, told);
    }
}

type Summarize = (articles: readonly Article[], at: Date) => readonly Piece[];

function chosenBy(choose: Choose): Summarize {
  return (articles) => choose(sentencesOf(core, articles));
}

function systemsIn(language: Language): (readonly [string, Summarize])[] {
  return [
    ["parley", digestText(language)],
    ["lead-3", chosenBy(leadThree)],
    ["textrank", chosenBy(byTextRank)],
    ["lexrank.js", chosenBy(byLexRank)],
  ];
}

/** The digest as a reader gets it in plain text. */
function digestText(language: Language): Summarize {
  const reader = { language, timeZone: core.names.dossier.timeZone };
  return (articles, at) => {
    const log = core.openLog();
    for (const report of readReports(core, articles)) log.add(report);
    const digest = digestAt(core, log, at, { since: null, feeds: NO_FEEDS });
    return [{ text: renderText(composeDigest(core.names, digest, reader)), written: at }];
  };
}

/** Reads every summary alike: names of cities and people, days and hours, and the phase in our words or a reporter's. */
function readTold(pieces: readonly Piece[], language: Language): Told {
  const labels = Object.entries(catalogOf(language)["phase.label"]);
  const read = pieces.map(({ text, written }) => {
    const article = articleOf(text, written, language);
    const { read: words, extraction } = core.extract(article);
    const reference = { published: written, timeZone: core.names.dossier.timeZone };
    const mentions = words.sentences.flatMap((sentence) => sentence.mentions);
    const days = words.sentences.flatMap((sentence) =>
      dates.find(words.tokens, words.visible, sentence, language, reference),
    );
    const named = labels.filter(([, label]) => text.includes(label)).map(([phase]) => phase);
    return {
      phases: [...named, extraction.phase?.phase ?? ""],
      days: days.map(({ date }) => date ?? ""),
      hours: days.map(({ time }) => time ?? ""),
      cities: mentions.flatMap(({ sense }) => (sense.kind === "city" ? [sense.city] : [])),
      people: mentions.flatMap(({ sense }) => (sense.kind === "person" ? [sense.person.name] : [])),
    };
  });
  return {
    phases: new Set(read.flatMap(({ phases }) => phases)),
    days: new Set(read.flatMap(({ days }) => days)),
    hours: new Set(read.flatMap(({ hours }) => hours)),
    cities: new Set(read.flatMap(({ cities }) => cities)),
    people: new Set(read.flatMap(({ people }) => people)),
  };
}

function articleOf(text: string, published: Date, lang: Language): Article {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- of no article
  const id = "summary" as ArticleId;
  const url = "https://summary.example/";
  return { id, url, source: "summary", published, title: "", body: text, lang };
}

function print(
  system: string,
  about: Readonly<Record<string, unknown>>,
  told: readonly { readonly facts: readonly MustTell[]; readonly summary: Told }[],
): void {
  const countOf = (kind: MustTell["kind"] | null) => {
    const chosen = told.map(({ facts, summary }) => ({
      summary,
      facts: facts.filter((fact) => kind === null || fact.kind === kind),
    }));
    const wanted = chosen.reduce((sum, { facts }) => sum + facts.length, 0);
    const found = chosen.reduce((sum, { facts, summary }) => sum + carried(facts, summary), 0);
    return { wanted, found };
  };
  const { wanted, found } = countOf(null);
  const kinds = (["phase", "day", "hour", "city", "head"] as const).map((kind) => {
    const one = countOf(kind);
    return [kind, `${one.found}/${one.wanted}`] as const;
  });
  const share = rounded(found / wanted);
  const metrics = { ...about, facts: wanted, carried: found, share, ...Object.fromEntries(kinds) };
  printMetrics("summaries", metrics, system);
}
