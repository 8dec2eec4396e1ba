import type { Article, ArticleId } from "../articles/article.ts";
import { createStoryIndex, type StoryIndex } from "../articles/story-index.ts";
import type { Stores } from "../store/store.ts";
import type { Core } from "./core.ts";
import type { ReadFor } from "./report-of.ts";
import { storedFeatures, storyFeatures } from "./story-features.ts";

/** Puts articles into stories, those that were kept before among them. */
export type Stories = {
  /** Makes known what is kept of the days around these instants. */
  warm(stores: Stores, around: readonly Date[]): Promise<void>;
  /** The story of an article, with its readings for all the talks it is about. */
  place(article: Article, readings: readonly [ReadFor, ...ReadFor[]]): ArticleId;
};

const DAY_MS = 86_400_000;
/** Copies follow within three days either way. */
const REACH_DAYS = [-3, -2, -1, 0, 1, 2, 3];
/** Beyond this the index starts anew and learns again what it needs. */
const MOST_DAYS = 40;

/** What is known of the days that were asked for. */
type Known = {
  readonly index: StoryIndex;
  readonly days: Set<number>;
  /** The kept name of a story that the index knows by another of its articles. */
  readonly names: Map<ArticleId, ArticleId>;
};

const nothing = (): Known => ({ index: createStoryIndex(), days: new Set(), names: new Map() });

/** An index of stories over the store: it holds the days that new articles need, and no others. */
export function createStories(cores: readonly Core[]): Stories {
  let known = nothing();
  return {
    async warm(stores, around) {
      if (known.days.size > MOST_DAYS) known = nothing();
      for (const day of daysAround(around)) {
        if (known.days.has(day)) continue;
        for (const core of cores) await learnDay(known, core, stores, day);
        known.days.add(day);
      }
    },
    place(article, readings) {
      const story = known.index.place(storyFeatures(article, readings));
      return known.names.get(story) ?? story;
    },
  };
}

const daysAround = (instants: readonly Date[]): ReadonlySet<number> =>
  new Set(
    instants
      .map((at) => Math.floor(at.getTime() / DAY_MS))
      .flatMap((day) => REACH_DAYS.map((away) => day + away)),
  );

async function learnDay(known: Known, core: Core, stores: Stores, day: number): Promise<void> {
  const range = { since: new Date(day * DAY_MS), until: new Date((day + 1) * DAY_MS) };
  const talks = core.names.dossier.id;
  const readings = stores.extractions.of(talks, { ...range, relevantOnly: true });
  for await (const { articleId, extraction } of readings) {
    const article = await stores.articles.find(articleId);
    if (article === null) continue;
    const features = storedFeatures(article, core.read, extraction);
    if (features === null) continue;
    const story = known.index.place(features);
    if (article.story !== null && !known.names.has(story)) known.names.set(story, article.story);
  }
}
