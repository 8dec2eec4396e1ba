import type { PaintCard } from "../../cards/remember-cards.ts";
import type { Language } from "../../lib/language.ts";
import type { PageContent, Site } from "../../platform/site.ts";
import { composePage } from "./compose-page.ts";
import { composeDocument } from "./documents.ts";
import { composeEntries } from "./entries.ts";
import { createPageNarrations, type NarratingDeps, type PageNarrations } from "./narrations.ts";
import type { SiteTalks } from "./site-talks.ts";
import { createSnapshots, type Snapshot, type Snapshots } from "./snapshot.ts";

/** A site that is told when something was read. */
export type LiveSite = Site & {
  /** Looks whether the talks stand otherwise than before, and tells who waits for it. */
  changed(now: Date): Promise<void>;
};

type Followed = {
  readonly talks: SiteTalks;
  readonly snapshots: Snapshots;
  readonly narrations: PageNarrations;
  readonly listeners: Set<(standing: string) => void>;
  /** Pages that did not change since the snapshot before, by language. */
  readonly pages: Map<Language, PageContent>;
  told: string | null;
};

/** Writes pages, feeds and documents of the talks that are followed, each once for all who ask for it. */
export function createSite(
  all: readonly SiteTalks[],
  paint: PaintCard,
  narrating: Omit<NarratingDeps, "onLate"> | null = null,
): LiveSite {
  const followed = new Map(
    all.map((talks) => [talks.desk.names.dossier.id, follow(talks, narrating)]),
  );
  const write = async <T>(
    { id, key, now }: Wanted,
    compose: (snapshot: Snapshot, known: Followed) => T,
  ): Promise<Awaited<T> | null> => {
    const known = followed.get(id);
    if (known === undefined) return null;
    const snapshot = await known.snapshots.at(now);
    return await writtenOnce(snapshot, key, () => compose(snapshot, known));
  };

  return {
    talks: all.map(({ desk: { names } }) => ({ id: names.dossier.id, name: names.dossier.names })),

    page: (id, language, now) => pageOf(followed.get(id), language, now),

    entries: (id, language, now) =>
      write({ id, key: `entries ${language}`, now }, (snapshot) =>
        composeEntries(snapshot, language),
      ),

    document: (id, name, language, now) =>
      write({ id, key: `${name} ${language}`, now }, (snapshot, { talks }) =>
        composeDocument(name, snapshot, language, { talks, paint }),
      ),

    standing: (id, now) => standingNow(followed.get(id), now),

    onChange(id, hear) {
      const listeners = followed.get(id)?.listeners;
      listeners?.add(hear);
      return () => void listeners?.delete(hear);
    },

    async changed(now) {
      for (const known of followed.values()) await tellChange(known, now);
    },
  };
}

async function pageOf(
  known: Followed | undefined,
  language: Language,
  now: Date,
): Promise<PageContent | null> {
  if (known === undefined) return null;
  const { snapshots, narrations, pages } = known;
  const snapshot = await snapshots.at(now);
  const narration = await narrations.of(snapshot, language);
  const standing = narrations.standing(snapshot);
  return writtenOnce(snapshot, `page ${language} ${standing}`, () => {
    const digest = narration === null ? snapshot.digest : { ...snapshot.digest, narration };
    return keptPage(pages, composePage({ ...snapshot, digest, standing }, language));
  });
}

type Wanted = { readonly id: string; readonly key: string; readonly now: Date };

function follow(talks: SiteTalks, narrating: Omit<NarratingDeps, "onLate"> | null): Followed {
  const onLate = (standing: string): void => tell(followed, standing);
  const followed: Followed = {
    talks,
    snapshots: createSnapshots(talks),
    narrations: createPageNarrations({ ...(narrating ?? NO_MODEL), onLate }),
    listeners: new Set(),
    pages: new Map(),
    told: null,
  };
  return followed;
}

const nothing = (): void => undefined;
const NO_MODEL: Omit<NarratingDeps, "onLate"> = {
  narrator: null,
  log: { debug: nothing, info: nothing, warn: nothing, error: nothing },
};

/** A page that says the same as the one before is the same page. */
function keptPage(pages: Followed["pages"], page: PageContent): PageContent {
  const before = pages.get(page.language);
  if (before?.version === page.version) return before;
  pages.set(page.language, page);
  return page;
}

const written = new WeakMap<Snapshot, Map<string, unknown>>();

function writtenOnce<T>(snapshot: Snapshot, key: string, write: () => T): T {
  const known = written.get(snapshot) ?? new Map<string, unknown>();
  written.set(snapshot, known);
  if (!known.has(key)) {
    const fresh = write();
    known.set(key, fresh);
    if (fresh instanceof Promise) fresh.catch(() => known.delete(key));
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a key is written in one way
  return known.get(key) as T;
}

async function tellChange(known: Followed, now: Date): Promise<void> {
  const { snapshots, listeners } = known;
  snapshots.forget();
  if (listeners.size === 0) return;
  const { narrations } = known;
  tell(known, narrations.standing(await snapshots.at(now)));
}

const standingNow = async (known: Followed | undefined, now: Date): Promise<string | null> =>
  known === undefined ? null : known.narrations.standing(await known.snapshots.at(now));

function tell(known: Followed, standing: string): void {
  if (standing === known.told) return;
  known.told = standing;
  for (const hear of known.listeners) hear(standing);
}
