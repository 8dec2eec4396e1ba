import { expect, it } from "vitest";
import { loadCore } from "../../../../src/app/core.ts";
import { composeCalendar } from "../../../../src/app/site/calendar.ts";
import { siteTalks } from "../../../../src/app/site/site-talks.ts";
import { createSnapshots } from "../../../../src/app/site/snapshot.ts";
import { storedReports } from "../../../../src/app/stored-reports.ts";
import { createTakeIn } from "../../../../src/app/take-in.ts";
import { createTalksDesk } from "../../../../src/app/talks-desk.ts";
import { createUpkeep } from "../../../../src/app/upkeep/upkeep.ts";
import { openStore } from "../../../../src/store/open-store.ts";
import { corpusArticles } from "../../../support/corpus-site.ts";
import { SILENT } from "../../../support/instrumented.ts";

const DAY_MS = 86_400_000;
const AFTER = new Date("2026-02-07T06:00:00Z");
const later = (days: number) => new Date(AFTER.getTime() + days * DAY_MS);

it("keeps a past round in calendars for a year, by the same name, and lets it go then", async () => {
  const core = loadCore("iran-us");
  const store = await openStore("file::memory:", (row) => {
    throw new Error(JSON.stringify(row));
  });
  const articles = corpusArticles().filter(({ published }) => published <= AFTER);
  await createTakeIn(store, [core]).articles(articles, { feed: null, at: AFTER });
  const log = async (now: Date) => {
    const { reports, heardBefore } = await storedReports(core, store, now);
    const known = core.openLog(heardBefore);
    for (const report of reports) known.add(report);
    return known;
  };
  const source = () => ({ core, addresses: [], log });
  const desk = createTalksDesk({
    names: core.names,
    source,
    feedStates: store.feedStates,
    toldRounds: store.toldRounds,
    searchWords: () => {
      throw new Error("nobody searches here");
    },
    clock: { now: () => AFTER },
  });
  const upkeep = createUpkeep({
    store,
    cores: () => [core],
    desks: [desk],
    keepTextsDays: 7,
    keepDigestsDays: 0,
    monotonicMs: () => 0,
    log: SILENT,
  });
  const entries = async (now: Date) => {
    const snapshot = await createSnapshots(siteTalks(desk, source)).at(now);
    const calendar = composeCalendar(snapshot, "en");
    return [...calendar.matchAll(/^(?:UID|DTSTART\S*|STATUS):\S+/gm)].map(([line]) => line);
  };
  const fresh = await entries(AFTER);
  expect(fresh.join(" ")).toMatch(/iran-us-2026-02-06@parley/);
  for (const days of [0, 20, 40, 44, 46, 50, 90, 365]) {
    await upkeep(later(days));
    expect(await entries(later(days))).toEqual(fresh);
  }
  await upkeep(later(420));
  expect((await entries(later(420))).filter((line) => line.startsWith("UID"))).toEqual([]);
  await store.close();
});
