import type { ArticleId } from "./article.ts";
import { bandKeys } from "./fingerprint.ts";
import { contradicts, isSameStory, type StoryFeatures } from "./same-story.ts";

/** Gathers articles into stories as they arrive, in any order. */
export type StoryIndex = {
  /**
   * Puts an article into the story it belongs to, or into one of its own. Gives the story's id, which is
   * that of the first article placed in it, and stays.
   */
  place(features: StoryFeatures): ArticleId;
  /** Forgets the articles published on a day, counted in UTC days since 1970. */
  forget(day: number): void;
};

/** The articles of a day by each of their keys; under most there is one alone, which needs no list. */
type Bands = Map<number, StoryFeatures | StoryFeatures[]>;

type Story = { readonly id: ArticleId; readonly members: StoryFeatures[] };

/** The articles of a day, and those to compare with by each of their keys. */
type Day = { readonly ids: ArticleId[]; readonly bands: Bands };

const DAY_MS = 86_400_000;
const dayOf = ({ published }: StoryFeatures): number => Math.floor(published / DAY_MS);

/** Copies follow within three days either way. */
const NEIGHBOUR_DAYS = [-3, -2, -1, 0, 1, 2, 3];
/** Days kept behind the newest one: later copies of older reports are not looked for. */
const DAYS_KEPT = 45;
/** A story that everyone carries needs no longer list to recognise one more copy. */
const MOST_COMPARED = 40;

/** An index with no article in it. */
export function createStoryIndex(): StoryIndex {
  const days = new Map<number, Day>();
  const stories = new Map<ArticleId, Story>();
  let newest = 0;

  const candidates = (features: StoryFeatures, keys: readonly number[]): Set<StoryFeatures> => {
    const found = new Set<StoryFeatures>();
    const day = dayOf(features);
    for (const away of NEIGHBOUR_DAYS) {
      const bands = days.get(day + away)?.bands;
      if (bands === undefined) continue;
      for (const key of keys) for (const near of nearIn(bands, key)) found.add(near);
    }
    return found;
  };

  const storyFor = (features: StoryFeatures, keys: readonly number[]): Story => {
    for (const near of candidates(features, keys)) {
      const story = stories.get(near.id);
      if (story === undefined || !isSameStory(features, near)) continue;
      if (!story.members.some((member) => contradicts(member, features))) return story;
    }
    return { id: features.id, members: [] };
  };

  return {
    forget: (day) => forgetDay(day, days, stories),
    place(features) {
      const known = stories.get(features.id);
      if (known !== undefined) return known.id;
      const keys = bandKeys(features.fingerprint);
      const story = storyFor(features, keys);
      if (story.members.length < MOST_COMPARED) story.members.push(features);
      stories.set(features.id, story);
      remember(days, features, keys);
      newest = Math.max(newest, dayOf(features));
      if (days.size > DAYS_KEPT)
        for (const day of days.keys()) if (day < newest - DAYS_KEPT) forgetDay(day, days, stories);
      return story.id;
    },
  };
}

const NONE: readonly never[] = [];

function nearIn(bands: Bands, key: number): readonly StoryFeatures[] {
  const near = bands.get(key);
  if (near === undefined) return NONE;
  return Array.isArray(near) ? near : [near];
}

function remember(days: Map<number, Day>, features: StoryFeatures, keys: readonly number[]): void {
  const day: Day = days.get(dayOf(features)) ?? { ids: [], bands: new Map() };
  days.set(dayOf(features), day);
  day.ids.push(features.id);
  const { bands } = day;
  for (const key of keys) {
    const near = bands.get(key);
    if (near === undefined) bands.set(key, features);
    else if (!Array.isArray(near)) bands.set(key, [near, features]);
    else if (near.length < MOST_COMPARED) near.push(features);
  }
}

function forgetDay(day: number, days: Map<number, Day>, stories: Map<ArticleId, Story>): void {
  for (const id of days.get(day)?.ids ?? []) stories.delete(id);
  days.delete(day);
}
