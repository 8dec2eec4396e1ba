import { tellCard } from "../../cards/card-contents.ts";
import type { PaintCard } from "../../cards/remember-cards.ts";
import type { Language } from "../../lib/language.ts";
import type { SiteDocument } from "../../platform/site.ts";
import { writeOpml } from "../opml/write-opml.ts";
import { composeBadge } from "./badge.ts";
import { composeCalendar } from "./calendar.ts";
import { type Snapshot, versionOf } from "./snapshot.ts";
import type { SiteTalks } from "./site-talks.ts";

/** What documents are written with beside what is known. */
export type DocumentParts = {
  readonly talks: SiteTalks;
  readonly paint: PaintCard;
};

/** Writes one document of some talks. */
type WriteDocument = (
  snapshot: Snapshot,
  language: Language,
  parts: DocumentParts,
) => Written | Promise<Written>;

type Written = Omit<SiteDocument, "version">;

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
    ({ names }, language, { talks }) => ({
      mediaType: "text/x-opml; charset=utf-8",
      body: writeOpml(
        names.dossier.names[language],
        talks.addresses().flatMap(({ feeds: [first] }) => (first === undefined ? [] : [first])),
      ),
    }),
  ],
  [
    "card.png",
    async ({ names, digest }, language, { paint }) => {
      const { timeZone } = names.dossier;
      const body = await paint(tellCard(names, digest, { language, timeZone }));
      return { mediaType: "image/png", body };
    },
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
export async function composeDocument(
  name: string,
  snapshot: Snapshot,
  language: Language,
  parts: DocumentParts,
): Promise<SiteDocument | null> {
  const written = await DOCUMENTS.get(name)?.(snapshot, language, parts);
  return written === undefined ? null : { ...written, version: versionOf(written.body) };
}
