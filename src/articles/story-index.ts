import type { ArticleId } from "./article.ts";
import { bandKeys } from "./fingerprint.ts";
import { contradicts, isSameStory, type StoryFeatures } from "./same-story.ts";

/** Gathers articles into stories as they arrive, in any order. */
export type StoryIndex = {
  /** Puts an article into the story it belongs to, or into one of its own; gives the story's id. */
  place(features: StoryFeatures): ArticleId;
  /** The earliest published article of an article's story, itself where it came first. */
  firstOf(id: ArticleId): ArticleId;
};

type Story = { readonly id: ArticleId; readonly members: StoryFeatures[] };

const DAY_MS = 86_400_000;
/** Copies follow within three days either way. */
const NEIGHBOUR_DAYS = [-3, -2, -1, 0, 1, 2, 3];
/** Days kept behind the newest one: later copies of older reports are not looked for. */
const DAYS_KEPT = 45;
/** A story that everyone carries needs no longer list to recognise one more copy. */
const MOST_COMPARED = 40;

/** An index with no article in it. */
export function createStoryIndex(): StoryIndex {
  const days = new Map<number, Map<number, StoryFeatures[]>>();
  const stories = new Map<ArticleId, Story>();

  const candidates = (features: StoryFeatures, keys: readonly number[]): Set<StoryFeatures> => {
    const found = new Set<StoryFeatures>();
    const day = Math.floor(features.published / DAY_MS);
    for (const away of NEIGHBOUR_DAYS)
      for (const key of keys)
        for (const near of days.get(day + away)?.get(key) ?? []) found.add(near);
    return found;
  };

  const storyFor = (features: StoryFeatures, keys: readonly number[]): Story => {
    for (const near of candidates(features, keys)) {
      const story = stories.get(near.id);
      if (story === undefined || !isSameStory(features, near)) continue;
      const compared = story.members.slice(0, MOST_COMPARED);
      if (!compared.some((member) => contradicts(member.claims, features.claims))) return story;
    }
    return { id: features.id, members: [] };
  };

  return {
    place(features) {
      const known = stories.get(features.id);
      if (known !== undefined) return known.id;
      const keys = bandKeys(features.fingerprint);
      const story = storyFor(features, keys);
      story.members.push(features);
      stories.set(features.id, story);
      remember(days, features, keys);
      forgetOldDays(days, stories);
      return story.id;
    },
    firstOf(id) {
      const members = stories.get(id)?.members ?? [];
      return members.reduce<StoryFeatures | undefined>(earlier, undefined)?.id ?? id;
    },
  };
}

function earlier(a: StoryFeatures | undefined, b: StoryFeatures): StoryFeatures {
  if (a === undefined) return b;
  if (a.published !== b.published) return a.published < b.published ? a : b;
  return a.id < b.id ? a : b;
}

function remember(
  days: Map<number, Map<number, StoryFeatures[]>>,
  features: StoryFeatures,
  keys: readonly number[],
): void {
  const day = Math.floor(features.published / DAY_MS);
  const bands = days.get(day) ?? new Map<number, StoryFeatures[]>();
  days.set(day, bands);
  for (const key of keys) {
    const near = bands.get(key);
    if (near === undefined) bands.set(key, [features]);
    else if (near.length < MOST_COMPARED) near.push(features);
  }
}

function forgetOldDays(
  days: Map<number, Map<number, StoryFeatures[]>>,
  stories: Map<ArticleId, Story>,
): void {
  if (days.size <= DAYS_KEPT) return;
  const oldest = Math.min(...days.keys());
  for (const near of days.get(oldest)?.values() ?? [])
    for (const { id } of near) stories.delete(id);
  days.delete(oldest);
}
