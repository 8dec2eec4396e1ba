import { type TimelineStep, stepItem, stepWords } from "../../commands/reading/timeline-item.ts";
import { formatDay } from "../../i18n/dates.ts";
import { siteCatalogOf } from "../../i18n/site/catalog.ts";
import type { Language } from "../../lib/language.ts";
import { digestBlocks } from "../../messages/compose-digest.ts";
import { footerBlocks, sourceBlocks } from "../../messages/digest/footer.ts";
import { createWording } from "../../messages/digest/wording.ts";
import type { FeedEntry } from "../../platform/site.ts";
import type { Snapshot } from "./snapshot.ts";

const MOST_ENTRIES = 50;

/** Each change of phase or round, and the digest of each day that is over; newest first. */
export const composeEntries = (snapshot: Snapshot, language: Language): readonly FeedEntry[] =>
  [...stepEntries(snapshot, language), ...dayEntries(snapshot, language)]
    .toSorted((a, b) => b.at.getTime() - a.at.getTime())
    .slice(0, MOST_ENTRIES);

const stepEntries = (
  { names, timeline, digest: { talks } }: Snapshot,
  language: Language,
): FeedEntry[] =>
  timeline
    .map((entry, at): TimelineStep => ({ entry, before: timeline[at - 1] ?? null }))
    .slice(-MOST_ENTRIES)
    .map((step): FeedEntry => {
      const { at, sources } = step.entry;
      const wording = createWording(names, { sources }, language, names.dossier.timeZone);
      const item = stepItem(step, sources, wording);
      return {
        id: `${talks}-${at.toISOString()}`,
        at,
        title: stepWords(step, wording),
        blocks: [
          { kind: "list", items: [item] },
          ...sourceBlocks({ at: at.toISOString(), sources }, wording),
        ],
      };
    });

/** A day of which nothing was ever heard is no news. */
const dayEntries = ({ names, days }: Snapshot, language: Language): FeedEntry[] =>
  days
    .filter(({ digest }) => digest.phase !== null)
    .map(({ date, ends, digest }): FeedEntry => {
      const wording = createWording(names, digest, language, names.dossier.timeZone);
      return {
        id: `${digest.talks}-${date}`,
        at: ends,
        title: siteCatalogOf(language)["feed.day"]({ day: formatDay(language, date) }),
        blocks: [...digestBlocks(digest, wording), ...footerBlocks(digest, wording)],
      };
    });
