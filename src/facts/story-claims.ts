import { fingerprintOf } from "../articles/fingerprint.ts";
import type { Headline } from "../articles/same-story.ts";
import type { Extraction } from "./fact.ts";
import { hasCue } from "./mention.ts";
import type { Phase } from "./phase.ts";
import type { ReadArticle } from "./read-article.ts";

/** The headline of an article, for telling a denial from a copy. */
export function headlineOf({ sentences, tokens }: ReadArticle): Headline {
  const titles = sentences.filter(({ part }) => part === "title");
  const words = titles.flatMap(({ from, to }) => tokens.slice(from, to));
  return {
    words: fingerprintOf(words).words,
    denies: titles.some(({ mentions }) => hasCue(mentions, "modality.denial", "modality.negation")),
  };
}

/** What an article asserts, by subject, for telling copies of one report from reports that contradict it. */
export function storyClaims(extraction: Extraction): Map<string, string> {
  const claims = new Map<string, string>();
  const direction = extraction.phase === null ? null : DIRECTION[extraction.phase.phase];
  if (direction !== null) claims.set("talks", direction);
  const round = extraction.meetings.find(({ background, date }) => !background && date !== null);
  if (round !== undefined && round.date !== null) claims.set("round", round.date);
  const place = extraction.meetings.find(({ background, venue }) => !background && venue?.city);
  if (place?.venue?.city) claims.set("place", place.venue.city);
  for (const { type, source, target, background } of extraction.events)
    if (!background && (type === "AGREE" || type === "REJECT"))
      claims.set(`${source} to ${target}`, type);
  return claims;
}

/** Which way a phase points; two reports may differ within one direction and still be one story. The end of a
 * round points neither way: it comes with the next one as often as not. */
const DIRECTION: Readonly<Record<Phase, "on" | "off" | null>> = {
  rumoured: "on",
  proposed: "on",
  "agreed-in-principle": "on",
  scheduled: "on",
  "in-doubt": "off",
  postponed: "off",
  cancelled: "off",
  underway: "on",
  adjourned: null,
  "concluded-with-agreement": null,
  "concluded-without-agreement": null,
  suspended: "off",
  collapsed: "off",
};
