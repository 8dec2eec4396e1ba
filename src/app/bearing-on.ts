import type { SearchWords } from "../articles/article-search.ts";
import type { TalksDesk } from "../commands/desk.ts";
import { sinceAsked } from "../digest/asked-days.ts";
import type { Digest } from "../digest/digest.ts";
import { lookBack } from "../digest/look-back.ts";
import { widenDigest } from "../digest/widen-digest.ts";
import { startOfDay } from "../lib/zone-offset.ts";
import type { DeskSource } from "./talks-desk.ts";
import { type AskedWords, wantedOf } from "./wanted-of.ts";

/** What bearing on a question takes. */
export type BearingDeps = {
  readonly source: () => DeskSource;
  readonly searchWords: () => SearchWords;
  readonly desk: Pick<TalksDesk, "digest" | "timeline" | "rounds">;
};

/** Where the talks stand, with what was said and done that bears on a question, on its days if it names any. */
export async function bearingOn(
  { source, searchWords, desk }: BearingDeps,
  asked: AskedWords,
): Promise<Digest> {
  const { core, log: open } = source();
  const { now } = asked;
  const wanted = wantedOf(core, searchWords(), asked);
  const { days } = wanted;
  const since = sinceAsked(days);
  const digest = await desk.digest(now, since === null ? null : startOfDay(since, days.timeZone));
  const log = await open(now);
  const published = log.reports().filter((report) => report.published <= now);
  if (days.spans.length === 0) return widenDigest(digest, published, wanted);
  const timeline = await desk.timeline(BEGINNING, now);
  const rounds = await desk.rounds(now);
  const course = { dossier: core.names.dossier, log, timeline, rounds, now };
  return widenDigest(digest, published, wanted, lookBack(course, days));
}

const BEGINNING = new Date(0);
