import { foldWord } from "../articles/word-forms.ts";
import type { Dossier, DossierSource } from "../config/dossier.ts";
import type { SourceStanding } from "./report.ts";

/** Tells what the dossier knows of a source by its name or its address. */
export type StandingOf = (source: {
  readonly name: string;
  readonly url: string;
}) => SourceStanding;

/**
 * Looks sources up among the dossier's feeds and sources, by name first and then by the site's host.
 * A source it does not know is an outlet that owns itself.
 */
export function createStandingOf(dossier: Dossier): StandingOf {
  const byName = new Map<string, SourceStanding>();
  const byHost = new Map<string, SourceStanding>();
  for (const source of [...dossier.feeds, ...dossier.sources])
    for (const known of [source.name, ...source.also, ...source.labels])
      if (!byName.has(foldName(known))) byName.set(foldName(known), standingIn(source));
  for (const feed of dossier.feeds) {
    const host = hostOf(feed.url);
    if (host !== null && !byHost.has(host)) byHost.set(host, standingIn(feed));
  }

  const shared = createSharing();
  return ({ name, url }) => {
    const host = hostOf(url);
    const known = byName.get(foldName(name)) ?? (host === null ? undefined : byHost.get(host));
    const owner = foldName(name) || (host ?? "unknown");
    return shared(
      known === undefined
        ? { name, owner, tier: "outlet", side: null, known: false }
        : { ...known, name },
    );
  };
}

/** As many as any list of feeds has; beyond it the memory is emptied and fills anew. */
const MOST_SHARED = 20_000;

/** Gives one object for equal standings: each report holds its own. */
function createSharing(): (standing: SourceStanding) => SourceStanding {
  const known = new Map<string, SourceStanding>();
  return (standing) => {
    const key = JSON.stringify(standing);
    const same = known.get(key);
    if (same !== undefined) return same;
    if (known.size >= MOST_SHARED) known.clear();
    known.set(key, standing);
    return standing;
  };
}

const standingIn = ({ name, owner, tier, side }: DossierSource): SourceStanding => ({
  name,
  owner,
  tier,
  side: side ?? null,
  known: true,
});

const foldName = (name: string): string => foldWord(name.replace(/\s+/g, " ").trim());

function hostOf(url: string): string | null {
  if (!URL.canParse(url)) return null;
  return new URL(url).hostname.replace(/^(?:www|feeds|rss)\./, "");
}
