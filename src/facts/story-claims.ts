import type { Extraction } from "./fact.ts";
import { hasCue } from "./mention.ts";
import type { Phase } from "./phase.ts";
import type { ReadArticle } from "./read-article.ts";

/** What an article asserts, by subject, for telling copies of one report from reports that contradict it. */
export function storyClaims(read: ReadArticle, extraction: Extraction): Map<string, string> {
  const claims = new Map([["headline", headlinePolarity(read)]]);
  if (extraction.phase !== null) claims.set("talks", DIRECTION[extraction.phase.phase]);
  const round = extraction.meetings.find(({ background, date }) => !background && date !== null);
  if (round !== undefined && round.date !== null) claims.set("round", round.date);
  const place = extraction.meetings.find(({ background, venue }) => !background && venue?.city);
  if (place?.venue?.city) claims.set("place", place.venue.city);
  for (const { type, source, target, background } of extraction.events)
    if (!background && (type === "AGREE" || type === "REJECT"))
      claims.set(`${source} to ${target}`, type);
  return claims;
}

/** Whether the headline says that something is not so. */
function headlinePolarity({ sentences }: ReadArticle): string {
  const denies = sentences
    .filter(({ part }) => part === "title")
    .some(({ mentions }) => hasCue(mentions, "modality.denial", "modality.negation"));
  return denies ? "denied" : "asserted";
}

/** Which way a phase points; two reports may differ within one direction and still be one story. */
const DIRECTION: Readonly<Record<Phase, "on" | "off" | "over">> = {
  rumoured: "on",
  proposed: "on",
  "agreed-in-principle": "on",
  scheduled: "on",
  "in-doubt": "off",
  postponed: "off",
  cancelled: "off",
  underway: "on",
  adjourned: "over",
  "concluded-with-agreement": "over",
  "concluded-without-agreement": "over",
  suspended: "off",
  collapsed: "off",
};
