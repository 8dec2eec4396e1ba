import type { Article } from "../articles/article.ts";
import type { Places } from "../config/places.ts";
import { createCreditFinder } from "./attribution/find-credits.ts";
import { createOutletFinder } from "./attribution/find-outlets.ts";
import type { DateFinder } from "./dates/date-finder.ts";
import type { DateMention } from "./dates/date-mention.ts";
import { findDelegations } from "./delegations/find-delegations.ts";
import type { EventFinder } from "./events/find-events.ts";
import { findDisagreements } from "./disagreements.ts";
import type { Extraction } from "./fact.ts";
import { capitalsOf } from "./meetings/capitals.ts";
import { findMeetings } from "./meetings/find-meetings.ts";
import { findMilestones } from "./milestones.ts";
import { findPhaseClaim } from "./phase-claims/find-phase-claim.ts";
import type { ReadArticle, Reader } from "./read-article.ts";
import { findStatements } from "./statements/find-statements.ts";
import { isRelevant } from "./relevance/is-relevant.ts";
import { viewTalks } from "./relevance/talks-view.ts";

/** Extracts what articles assert, for one set of talks. */
export type Extractor = {
  extract(article: Article): Extraction;
  /** What an article asserts that the same talks' reader has read already. */
  extractFrom(read: ReadArticle): Extraction;
};

/** Puts the finders together; an article about something else asserts nothing. */
export function createExtractor(
  reader: Reader,
  places: Places,
  dateFinder: DateFinder,
  findEvents: EventFinder,
): Extractor {
  const capitals = capitalsOf(places);
  const outlets = createOutletFinder(reader);
  const creditsIn = createCreditFinder(reader);
  const { dossier } = reader;
  const extractFrom = (read: ReadArticle): Extraction => {
    const view = viewTalks(read, dossier);
    if (!isRelevant(view)) return NOTHING_ASSERTED;
    const dates = datesOf(read, dateFinder, dossier.timeZone);
    const meetings = findMeetings({ view, dates, capitals, outlets });
    const credits = creditsIn(read);
    return {
      relevant: true,
      phase: findPhaseClaim({ view, meetings, dates, outlets }),
      meetings,
      delegations: findDelegations(view),
      statements: findStatements(read, dossier),
      events: findEvents({ read, dossier, dates, meetings }),
      disagreements: findDisagreements(view),
      milestones: findMilestones(view),
      ...(credits.length === 0 ? {} : { credits }),
    };
  };
  return { extractFrom, extract: (article) => extractFrom(reader.read(article)) };
}

/** Days are counted from the article's own, in the zone where the talks are usually held. */
function datesOf(read: ReadArticle, dateFinder: DateFinder, timeZone: string): DateMention[] {
  const { tokens, visible, article } = read;
  const reference = { published: article.published, timeZone };
  return read.sentences.flatMap((sentence) =>
    dateFinder.find(tokens, visible, sentence, article.lang, reference),
  );
}

/** What an article about something else asserts. */
export const NOTHING_ASSERTED: Extraction = {
  relevant: false,
  phase: null,
  meetings: [],
  delegations: [],
  statements: [],
  events: [],
  disagreements: [],
  milestones: [],
};
