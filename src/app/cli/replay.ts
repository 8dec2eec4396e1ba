import type { Digest } from "../../digest/digest.ts";
import { catalogOf } from "../../i18n/catalog.ts";
import type { Language } from "../../lib/language.ts";
import { whenAndWhere } from "../../messages/digest/round.ts";
import { createWording } from "../../messages/digest/wording.ts";
import { type Core, loadCore } from "../core.ts";
import { readItemsFile, UsageError } from "../items-file.ts";
import { showProgress } from "../progress.ts";
import { readReports } from "../read-reports.ts";
import { digestAt, NO_FEEDS } from "../tell.ts";
import type { TalksLog } from "../../talks/talks-log.ts";
import { EXIT, type ExitCode, type Terminal } from "../terminal.ts";
import { reportProblems } from "./problems.ts";

/** What `parley replay` is asked. */
export type ReplayOptions = {
  readonly talks: string;
  readonly items: string;
  readonly from: Date;
  readonly to: Date;
  readonly stepMs: number;
  readonly lang: Language;
  readonly tz?: string;
  readonly format: "text" | "json";
};

const MOST_STEPS = 10_000;

/** `parley replay`: how the digest evolved, a line for each step; as JSON, the digest of each step. */
export function replayCommand(terminal: Terminal, options: ReplayOptions): ExitCode {
  if (options.to < options.from) throw new UsageError("--to lies before --from. Swap them.");
  const steps = Math.floor((options.to.getTime() - options.from.getTime()) / options.stepMs) + 1;
  if (steps > MOST_STEPS)
    throw new UsageError(
      `That is ${steps} steps. Give a longer --step, for at most ${MOST_STEPS}.`,
    );

  const { articles, problems } = readItemsFile(options.items);
  const core = loadCore(options.talks);
  const log = core.openLog();
  const progress = showProgress(terminal, "Reading", articles.length);
  for (const report of readReports(core, articles, progress.step)) log.add(report);
  progress.end();

  for (const [digest, before] of evolution(core, log, options)) {
    if (options.format === "json") terminal.out(JSON.stringify(digest));
    else terminal.out(evolutionLine(core, digest, before, options));
  }
  reportProblems(terminal, problems);
  return articles.length === 0 && problems.length > 0 ? EXIT.failed : EXIT.ok;
}

type Steps = Pick<ReplayOptions, "from" | "to" | "stepMs">;

/** The digest at every step, each with the one before it. */
function* evolution(
  core: Core,
  log: TalksLog,
  { from, to, stepMs }: Steps,
): Generator<readonly [now: Digest, before: Digest | null]> {
  let before: Digest | null = null;
  for (let at = from.getTime(); at <= to.getTime(); at += stepMs) {
    const since = before === null ? null : new Date(at - stepMs);
    const now = digestAt(core, log, new Date(at), { since, feeds: NO_FEEDS });
    yield [now, before];
    before = now;
  }
}

/** One step in a line: the instant, the phase, the next round; a mark where something changed. */
function evolutionLine(
  core: Core,
  digest: Digest,
  before: Digest | null,
  { lang, tz }: Pick<ReplayOptions, "lang" | "tz">,
): string {
  const wording = createWording(core.names, digest, lang, tz ?? core.names.dossier.timeZone);
  const phrases = catalogOf(lang);
  const phase = digest.phase === null ? "\u2013" : phrases["phase.label"][digest.phase];
  const round =
    digest.nextRound === null ? "\u2013" : whenAndWhere(digest, digest.nextRound, wording);
  const changed = before !== null && isChanged(before, digest) ? "*" : " ";
  const doubt = digest.contested ? " (?)" : "";
  return `${changed} ${digest.at.slice(0, 16).replace("T", " ")}  ${phase}${doubt}  ${round}`;
}

const isChanged = (before: Digest, now: Digest): boolean =>
  before.phase !== now.phase ||
  JSON.stringify(before.nextRound?.date) !== JSON.stringify(now.nextRound?.date) ||
  JSON.stringify(before.nextRound?.venue) !== JSON.stringify(now.nextRound?.venue);
