import type { Venue } from "../fact.ts";
import { mentionsOf } from "../mention.ts";
import type { TalksSentence, TalksView } from "../relevance/talks-view.ts";
import { newsStartOf } from "./dateline.ts";

/**
 * Adds the one city of the host country that an article names anywhere but in its dateline; news of a
 * meeting of the day that names no place has it in the dateline, and "here" is where it was written.
 */
export function withCity(
  view: TalksView,
  venue: Venue | null,
  { isNow, isHere }: { readonly isNow: boolean; readonly isHere: boolean },
): Venue | null {
  if (venue === null) return isNow || isHere ? venueOfDateline(view, isHere) : null;
  if (venue.city !== null || venue.country === null) return venue;
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

/** The first sentence that names a city, be it in a dateline. */
export const sentenceNaming = (
  { sentences }: TalksView,
  city: string | null,
): TalksSentence | null =>
  sentences.find(({ mentions }) =>
    mentionsOf(mentions, "city").some(({ sense }) => sense.city === city),
  ) ?? null;

/** News of the day from the mediator's own city: "MUSCAT, Feb 6". */
function venueOfDateline({ sentences, read, standings }: TalksView, isHere: boolean): Venue | null {
  for (const sentence of sentences) {
    const start = newsStartOf(sentence, read.tokens);
    const desk = mentionsOf(sentence.mentions, "city").find(({ from }) => from < start);
    if (desk === undefined) continue;
    const { city, country } = desk.sense;
    return isHere || standings.get(country) === "mediator" ? { city, country } : null;
  }
  return null;
}
