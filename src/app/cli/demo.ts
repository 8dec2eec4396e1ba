import { join } from "node:path";
import type { Digest } from "../../digest/digest.ts";
import { formatInstant } from "../../i18n/dates.ts";
import { catalogOf } from "../../i18n/catalog.ts";
import { LANGUAGES } from "../../lib/language.ts";
import { whenAndWhere } from "../../messages/digest/round.ts";
import { createWording } from "../../messages/digest/wording.ts";
import { type Core, loadCore } from "../core.ts";
import { readItemsFile } from "../items-file.ts";
import { readReports } from "../read-reports.ts";
import type { TalksLog } from "../../talks/talks-log.ts";
import { digestAt, NO_FEEDS, printDigest } from "../tell.ts";
import { EXIT, type ExitCode, type Terminal } from "../terminal.ts";

const CORPUS = join(import.meta.dirname, "..", "..", "..", "seeds", "corpus");
const TALKS = "iran-us";
const FROM = "2026-02-01T06:00:00Z";
const TO = "2026-02-08T18:00:00Z";
const STEP_MS = 6 * 3_600_000;
const EVE = "2026-02-05T18:00:00Z";
const DAY_MS = 86_400_000;

/** `parley demo`: eight days of talks replayed from the demo corpus, then one digest in each language. */
export function demoCommand(terminal: Terminal): ExitCode {
  const core = loadCore(TALKS);
  const articles = LANGUAGES.flatMap(
    (language) => readItemsFile(join(CORPUS, `items.${language}.json`)).articles,
  );
  const log = core.openLog();
  for (const report of readReports(core, articles)) log.add(report);

  terminal.out(`Parley reads ${articles.length} articles in Arabic, English and Persian and keeps`);
  terminal.out("where the Iran\u2013US talks stand. Eight days of February 2026, replayed:\n");
  for (const line of dayByDay(core, log)) terminal.out(line);

  const eve = new Date(EVE);
  const digest = digestAt(core, log, eve, {
    since: new Date(eve.getTime() - DAY_MS),
    feeds: NO_FEEDS,
  });
  for (const language of LANGUAGES) {
    terminal.out(`\n${"\u2550".repeat(78)}\n`);
    const reader = { language, timeZone: core.names.dossier.timeZone };
    terminal.out(printDigest(core, digest, "text", reader));
  }
  terminal.out(`\n${"\u2550".repeat(78)}\n`);
  terminal.out("Telegram: ask @BotFather for a token and put it in .env as TELEGRAM_BOT_TOKEN.");
  terminal.out(
    "Discord: create an application at discord.com/developers and put DISCORD_TOKEN and",
  );
  terminal.out("DISCORD_APPLICATION_ID in .env.");
  return EXIT.ok;
}

/** The steps at which phase or next round changed, each told in a few lines. */
function dayByDay(core: Core, log: TalksLog): string[] {
  const lines: string[] = [];
  let told = "";
  for (let at = Date.parse(FROM); at <= Date.parse(TO); at += STEP_MS) {
    const digest = digestAt(core, log, new Date(at), { since: null, feeds: NO_FEEDS });
    const [phase, round] = standing(core, digest);
    if (`${phase}|${round}` === told) continue;
    told = `${phase}|${round}`;
    lines.push(formatInstant("en", new Date(at), core.names.dossier.timeZone));
    lines.push(`  ${phase}`, `  Next round: ${round}`, "");
  }
  return lines;
}

function standing(core: Core, digest: Digest): readonly [phase: string, round: string] {
  const { timeZone } = core.names.dossier;
  const wording = createWording(core.names, digest, "en", timeZone);
  const phrases = catalogOf("en");
  const phase = digest.phase === null ? "Nothing reported" : phrases["phase.label"][digest.phase];
  const contested = digest.contested ? " (sources contradict each other)" : "";
  const round =
    digest.nextRound === null ? "no date known" : whenAndWhere(digest, digest.nextRound, wording);
  return [`${phase}${contested}`, round.replace(/ \([^)]*\)/, "")];
}
