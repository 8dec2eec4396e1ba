import type { TalksDesk } from "../../src/commands/desk.ts";
import { EMPTY_DIGEST, iranUsNames } from "./digests.ts";

/** Talks of which nothing has been heard. */
export function seaTalks(): TalksDesk {
  const { dossier, places } = iranUsNames;
  const names = { en: "Sea talks", ar: "محادثات البحر", fa: "گفت‌وگوهای دریا" };
  return {
    names: { places, dossier: { ...dossier, id: "sea-talks", names } },
    digest: (now) =>
      Promise.resolve({ ...EMPTY_DIGEST, talks: "sea-talks", at: now.toISOString() }),
    bearing: (_question, _language, now) =>
      Promise.resolve({ ...EMPTY_DIGEST, talks: "sea-talks", at: now.toISOString() }),
    grounds: () => Promise.resolve({ versions: [] }),
    timeline: () => Promise.resolve([]),
    rounds: () => Promise.resolve([]),
    statements: () => Promise.resolve({ statements: [], total: 0 }),
    feeds: () => Promise.resolve([]),
  };
}
