import type { Article, ArticleId } from "../articles/article.ts";
import { createStoryIndex, type StoryIndex } from "../articles/story-index.ts";
import type { Stores } from "../store/store.ts";
import type { Core } from "./core.ts";
import type { ReadFor } from "./report-of.ts";
import { storedFeatures, storyFeatures } from "./story-features.ts";

/** An article that is to be placed, and one set of talks that it is about. */
export type ToPlace = { readonly talks: string; readonly article: Article };

/** Puts articles into stories, those that were kept before among them. */
export type Stories = {
  /** Makes known what is kept of the days around these articles, which are kept already, by whichever process. */
  warm(stores: Stores, toPlace: readonly ToPlace[]): Promise<void>;
  /** The story of an article, with its readings for all the talks it is about. */
  place(article: Article, readings: readonly [ReadFor, ...ReadFor[]]): ArticleId;
};

const DAY_MS = 86_400_000;
/** Copies follow within three days either way. */
const REACH_DAYS = [-3, -2, -1, 0, 1, 2, 3];
/** Days behind the newest that stay in memory: older ones are learnt again for an article that comes late. */
const DAYS_KEPT = 14;

/** What is known of one day of some talks; `apart` are those that count in the store alone, such as damaged ones. */
type Day = { readonly ids: Set<ArticleId>; apart: number };

/** What is known of the days that were asked for. */
type Known = {
  readonly index: StoryIndex;
  readonly days: Set<number>;
  /** By talks and number of the day. */
  readonly learnt: Map<string, Day>;
  /** The kept name of a story that the index knows by another of its articles. */
  readonly names: Map<ArticleId, ArticleId>;
};

const nothing = (): Known => ({
  index: createStoryIndex(),
  days: new Set(),
  learnt: new Map(),
  names: new Map(),
});

/** An index of stories over the store: it holds the days that new articles need, and no others. */
export function createStories(cores: readonly Core[]): Stories {
  const known = nothing();
  return {
    async warm(stores, toPlace) {
      const days = daysAround(toPlace.map(({ article }) => article.published));
      for (const run of runsOf(days))
        for (const core of cores) await learn(known, core, stores, { run, toPlace });
      for (const day of days) known.days.add(day);
      forgetOld(known, days);
      for (const { talks, article } of toPlace)
        dayIn(known, talks, dayNumber(article.published)).ids.add(article.id);
    },
    place(article, readings) {
      const story = known.index.place(storyFeatures(article, readings));
      return known.names.get(story) ?? story;
    },
  };
}

function forgetOld({ index, days, learnt }: Known, needed: ReadonlySet<number>): void {
  const oldest = Math.max(...days) - DAYS_KEPT;
  for (const day of days) {
    if (day >= oldest || needed.has(day)) continue;
    index.forget(day);
    days.delete(day);
    for (const key of learnt.keys()) if (key.endsWith(` ${day}`)) learnt.delete(key);
  }
}

const dayNumber = (at: Date): number => Math.floor(at.getTime() / DAY_MS);

const daysAround = (instants: readonly Date[]): ReadonlySet<number> =>
  new Set(instants.map(dayNumber).flatMap((day) => REACH_DAYS.map((away) => day + away)));

/** Days that follow one another, which the store can be asked of together. */
function runsOf(days: ReadonlySet<number>): readonly (readonly number[])[] {
  const runs: number[][] = [];
  for (const day of [...days].toSorted((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run?.at(-1) === day - 1) run.push(day);
    else runs.push([day]);
  }
  return runs;
}

function dayIn({ learnt }: Known, talks: string, number: number): Day {
  const key = `${talks} ${number}`;
  const day = learnt.get(key) ?? { ids: new Set(), apart: 0 };
  learnt.set(key, day);
  return day;
}

type Learning = { readonly run: readonly number[]; readonly toPlace: readonly ToPlace[] };

/** Learns what is not known yet of some days of some talks; another process may have kept more since. */
async function learn(
  known: Known,
  core: Core,
  stores: Stores,
  { run, toPlace }: Learning,
): Promise<void> {
  const talks = core.names.dossier.id;
  const count = async (days: readonly number[]): Promise<number> => {
    const [first = 0, last = first] = [days.at(0), days.at(-1)];
    const range = { since: new Date(first * DAY_MS), until: new Date((last + 1) * DAY_MS) };
    const { readings } = await stores.extractions.totals(talks, { ...range, relevantOnly: true });
    return readings;
  };
  const expected = run
    .map((number) => {
      const { ids, apart } = dayIn(known, talks, number);
      const fresh = toPlace.filter(
        (one) =>
          one.talks === talks &&
          dayNumber(one.article.published) === number &&
          !ids.has(one.article.id),
      );
      return ids.size + apart + new Set(fresh.map(({ article }) => article.id)).size;
    })
    .reduce((sum, each) => sum + each, 0);
  if (run.every((number) => known.days.has(number)) && (await count(run)) === expected) return;
  const coming = new Set(toPlace.map(({ article }) => article.id));
  for (const number of run) {
    const day = dayIn(known, talks, number);
    const found = await learnDay(known, core, stores, { number, day, coming });
    day.apart = (await count([number])) - found - day.ids.size;
  }
}

type LearningDay = {
  readonly number: number;
  readonly day: Day;
  /** What is placed afterwards, with all that is known then. */
  readonly coming: ReadonlySet<ArticleId>;
};

/** Gives how many of the day are still to be placed. */
async function learnDay(
  known: Known,
  core: Core,
  stores: Stores,
  { number, day, coming }: LearningDay,
): Promise<number> {
  const range = { since: new Date(number * DAY_MS), until: new Date((number + 1) * DAY_MS) };
  const readings = stores.extractions.of(core.names.dossier.id, { ...range, relevantOnly: true });
  let left = 0;
  for await (const { articleId, extraction } of readings) {
    if (day.ids.has(articleId)) continue;
    if (coming.has(articleId)) {
      left += 1;
      continue;
    }
    day.ids.add(articleId);
    const article = await stores.articles.find(articleId);
    if (article === null) continue;
    const features = storedFeatures(article, core.read, extraction);
    if (features === null) continue;
    const story = known.index.place(features);
    if (article.story !== null && !known.names.has(story)) known.names.set(story, article.story);
  }
  return left;
}
