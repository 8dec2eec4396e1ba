import type { Venue } from "../fact.ts";
import { mentionsOf } from "../mention.ts";
import type { TalksView } from "../relevance/talks-view.ts";
import { newsStartOf } from "./dateline.ts";

/** Adds the one city of the host country that an article names anywhere but in its dateline. */
export function withCity(view: TalksView, venue: Venue | null): Venue | null {
  if (venue === null || venue.city !== null || venue.country === null) return venue;
  if (view.standings.get(venue.country) === "party") return venue;
  const cities = new Set(
    view.sentences.flatMap((sentence) => {
      const start = newsStartOf(sentence, view.read.tokens);
      return mentionsOf(sentence.mentions, "city")
        .filter(({ sense, from }) => sense.country === venue.country && from >= start)
        .map(({ sense }) => sense.city);
    }),
  );
  const [city] = cities;
  return cities.size === 1 && city !== undefined ? { ...venue, city } : venue;
}
