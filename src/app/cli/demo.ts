import { existsSync } from "node:fs";
import { join } from "node:path";
import stringWidth from "string-width";
import { localParts } from "../../i18n/dates.ts";
import { embed } from "../../i18n/direction.ts";
import { LANGUAGES } from "../../lib/language.ts";
import type { Report } from "../../talks/report.ts";
import type { TalksLog } from "../../talks/talks-log.ts";
import { type Core, loadCore } from "../core.ts";
import { readItemsFile } from "../items-file.ts";
import { readReports } from "../read-reports.ts";
import { digestAt, NO_FEEDS, printDigest } from "../tell.ts";
import { EXIT, type ExitCode, type Terminal } from "../terminal.ts";
import { createLog } from "../../lib/log.ts";
import { PLATFORMS } from "../bot/platforms.ts";
import { demoChats, type Shown } from "./demo-chats.ts";
import { changedRows, dayHeading, NOTHING_TOLD, standingOf } from "./demo-rows.ts";

const CORPUS = join(import.meta.dirname, "..", "..", "..", "seeds", "corpus");
const TALKS = "iran-us";
/** The first of February to the eighth, in Muscat. */
const FROM = new Date("2026-01-31T20:00:00Z");
const TO = new Date("2026-02-08T20:00:00Z");
const EVE = new Date("2026-02-05T18:00:00Z");
const DAY_MS = 86_400_000;
const WIDTH = 78;
const RULE = "\u2550".repeat(WIDTH);

/** `parley demo`: eight days of talks replayed from the demo corpus, one digest in each language, and how it comes in chats. */
export async function demoCommand(terminal: Terminal): Promise<ExitCode> {
  const core = loadCore(TALKS);
  const articles = LANGUAGES.flatMap(
    (language) => readItemsFile(join(CORPUS, `items.${language}.json`)).articles,
  );
  const log = core.openLog();
  const reports = [...readReports(core, articles)];
  for (const report of reports) log.add(report);

  terminal.out(`Parley has read ${articles.length} articles in Arabic, English and Persian.`);
  terminal.out("How the phase of the Iran\u2013US talks and their next round changed from 1 to 8");
  terminal.out("February 2026, in Muscat's hours; \u25c2 marks the report that moved them.");
  for (const line of dayByDay(core, log, reports)) terminal.out(line);

  const since = new Date(EVE.getTime() - DAY_MS);
  const digest = digestAt(core, log, EVE, { since, feeds: NO_FEEDS });
  const { timeZone } = core.names.dossier;
  for (const language of LANGUAGES) {
    terminal.out(`\n${RULE}\n`);
    terminal.out(await printDigest(core, digest, "text", { language, timeZone }));
  }
  terminal.out(`\n${RULE}\n`);
  await showChats(terminal, { core, reports: log, at: EVE });
  terminal.out(`\n${RULE}\n`);
  for (const { name, settings } of PLATFORMS)
    terminal.out(`${name}: ${settings.join(" and ")} in .env, then npm start.`);
  return EXIT.ok;
}

const DOUBLES = join(import.meta.dirname, "..", "..", "..", "tests", "doubles");

async function showChats(terminal: Terminal, shown: Shown): Promise<void> {
  if (!existsSync(DOUBLES)) {
    terminal.out(
      "How it comes in chats is shown with doubles of the platforms, which are part of the",
    );
    terminal.out("project's folder and not of this installation: run `npm run demo` there.");
    return;
  }
  terminal.out("The same evening in chat: a Telegram reader and a Discord channel subscribe,");
  terminal.out("and their briefing arrives. The platforms are doubles on this machine; the");
  terminal.out("bot is the real one.\n");
  const log = createLog({
    level: "error",
    secrets: [],
    write: (line) => terminal.err(line.trimEnd()),
  });
  const { telegram, discord } = await demoChats(shown, log);
  terminal.out(`${telegram}\n\n${discord}`);
}

/** Each report after which phase or next round were others than before, under its day. */
function dayByDay(core: Core, log: TalksLog, reports: readonly Report[]): string[] {
  const { timeZone } = core.names.dossier;
  const tell = (at: Date) =>
    standingOf(core, digestAt(core, log, at, { since: null, feeds: NO_FEEDS }));
  const opening = tell(FROM);
  const days = new Map([
    [localParts(FROM, timeZone).day, { isContested: false, rows: [`  00:00  ${opening.phase}`] }],
  ]);
  let before = { ...NOTHING_TOLD, phase: opening.phase, round: opening.round };
  for (const report of reportsInTime(reports)) {
    const now = tell(report.published);
    const { rows, isMoved } = changedRows(before, now);
    before = now;
    if (rows.length === 0) continue;
    const { day, clock } = localParts(report.published, timeZone);
    const known = days.get(day);
    const told = rows.map((row, at) => `${at === 0 ? `  ${clock}  ` : ROOM}${row}`);
    days.set(day, {
      isContested: now.rivals !== null || (known?.isContested ?? false),
      rows: [...(known?.rows ?? []), ...told, ...(isMoved ? [causeRow(report)] : [])],
    });
  }
  return [...days].flatMap(([day, { rows, isContested }]) => [
    "",
    dayHeading(day, isContested),
    ...rows,
  ]);
}

const ROOM = " ".repeat(9);

const reportsInTime = (reports: readonly Report[]): Report[] =>
  reports
    .filter(({ published }) => published >= FROM && published <= TO)
    .toSorted((a, b) => a.published.getTime() - b.published.getTime());

/** The source and its headline, in one row. */
function causeRow({ source, title }: Report): string {
  const start = `${ROOM}\u25c2 ${embed(source.name, "en")}: `;
  return start + embed(fitting(title, WIDTH - stringWidth(start)), "en");
}

/** As many words as fit in `columns`, with an ellipsis where some are left out. */
function fitting(words: string, columns: number): string {
  if (stringWidth(words) <= columns) return words;
  const kept = words.split(" ");
  while (kept.length > 1 && stringWidth(kept.join(" ")) >= columns) kept.pop();
  return `${kept.join(" ")}\u2026`;
}
