import type { Language } from "../../lib/language.ts";
import type { SiteDocument } from "../../platform/site.ts";
import { writeOpml } from "../opml/write-opml.ts";
import { composeBadge } from "./badge.ts";
import { composeCalendar } from "./calendar.ts";
import { hashOf, type Snapshot } from "./snapshot.ts";
import type { SiteTalks } from "./site-talks.ts";

/** Writes one document of some talks. */
type WriteDocument = (
  snapshot: Snapshot,
  language: Language,
  talks: SiteTalks,
) => Omit<SiteDocument, "version">;

const DOCUMENTS = new Map<string, WriteDocument>([
  [
    "calendar.ics",
    (snapshot, language) => ({
      mediaType: "text/calendar; charset=utf-8",
      body: composeCalendar(snapshot, language),
    }),
  ],
  [
    "digest.json",
    ({ digest }) => ({
      mediaType: "application/json; charset=utf-8",
      body: `${JSON.stringify(digest, null, 2)}\n`,
    }),
  ],
  [
    "feeds.opml",
    ({ names }, language, { addresses }) => ({
      mediaType: "text/x-opml; charset=utf-8",
      body: writeOpml(
        names.dossier.names[language],
        addresses().flatMap(({ feeds: [first] }) => (first === undefined ? [] : [first])),
      ),
    }),
  ],
  [
    "badge.svg",
    (snapshot, language) => ({
      mediaType: "image/svg+xml; charset=utf-8",
      body: composeBadge(snapshot, language),
    }),
  ],
]);

/** A document by its name, or null where there is none of that name. */
export function composeDocument(
  name: string,
  snapshot: Snapshot,
  language: Language,
  talks: SiteTalks,
): SiteDocument | null {
  const written = DOCUMENTS.get(name)?.(snapshot, language, talks) ?? null;
  return written === null ? null : { ...written, version: hashOf(written.body) };
}
