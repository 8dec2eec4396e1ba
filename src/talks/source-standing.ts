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

  return ({ name, url }) => {
    const host = hostOf(url);
    const known = byName.get(foldName(name)) ?? (host === null ? undefined : byHost.get(host));
    return known === undefined
      ? {
          name,
          owner: foldName(name) || (host ?? "unknown"),
          tier: "outlet",
          side: null,
          known: false,
        }
      : { ...known, name };
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
