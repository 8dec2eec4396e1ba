import type { Config } from "../../config/config.ts";
import type { Digest } from "../../digest/digest.ts";
import type { Store } from "../../store/store.ts";
import { type Core } from "../core.ts";
import { narrateOnce } from "../model/narrate-once.ts";
import { coverageOf, standingsOf } from "../feed-standing.ts";
import { loadFollowed } from "../followed.ts";
import { storedReports } from "../stored-reports.ts";
import { digestAt, printDigest, readerOf } from "../tell.ts";
import type { Format } from "../formats.ts";
import { EXIT, type ExitCode, type Terminal } from "../terminal.ts";
import { withStore } from "../with-store.ts";
import type { Language } from "../../lib/language.ts";

/** What a digest from the store is asked. */
export type StoredDigestOptions = {
  readonly talks: string;
  readonly at?: Date;
  readonly since?: Date;
  readonly lang: Language;
  readonly tz?: string;
  readonly format: Format;
  readonly model: boolean;
};

/** Names the terminal among the readers that digests are kept for. */
const READER = "terminal";

/** `parley digest`: the digest of what is kept, at an instant; it keeps nothing. */
export function digestFromStore(
  terminal: Terminal,
  config: Config,
  options: StoredDigestOptions,
): Promise<ExitCode> {
  const { cores, addresses } = loadFollowed(config, options.talks);
  return withStore(terminal, config, async (store) => {
    const [core] = cores;
    if (core === undefined) return EXIT.failed;
    const now = terminal.now();
    const at = options.at ?? now;
    if (!(await hasArticles(terminal, store, at))) return EXIT.failed;
    const { reports, readAgain, heardBefore } = await storedReports(core, store, at);
    if (readAgain > 0)
      terminal.err(`${readAgain} articles read anew. \`parley ingest\` would keep that.`);
    const log = core.openLog(heardBefore);
    for (const report of reports) log.add(report);
    const cursors = await store.feedStates.load(addresses.map(({ address }) => address));
    const digest = digestAt(core, log, at, {
      since: options.since ?? null,
      feeds: coverageOf(standingsOf(addresses, cursors, now), at),
      told: await lastTold(store, core, at),
    });
    const narrated = await narrateOnce(terminal, core, digest, options);
    terminal.out(await printDigest(core, narrated, options.format, readerOf(core, options)));
    return EXIT.ok;
  });
}

async function lastTold({ digests }: Store, core: Core, at: Date): Promise<Digest | null> {
  const last = await digests.last(core.names.dossier.id, READER);
  return last !== null && Date.parse(last.at) < at.getTime() ? last : null;
}

async function hasArticles(terminal: Terminal, { articles }: Store, at: Date): Promise<boolean> {
  const newest = await articles.newest();
  if (newest === null) {
    terminal.err("Nothing is kept yet. Run `parley ingest` first, or give --items FILE.");
    return false;
  }
  for await (const first of articles.between(new Date(0), new Date(at.getTime() + 1)))
    return first !== undefined;
  terminal.err(`Every article kept was published after ${at.toISOString()}; give a later --at.`);
  return true;
}
