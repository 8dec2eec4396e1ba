import { PgBoss } from "pg-boss";
import { afterEach, expect, it } from "vitest";
import { createBossTicker } from "../../../src/jobs/boss-ticker.ts";
import { sleep } from "../../../src/lib/clock.ts";
import { ask, testDatabases } from "../../support/store-engines.ts";

const databases = testDatabases();
const endings: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(endings.splice(0).map((end) => end()));
});

const told: string[] = [];
const note = (event: string) => void told.push(event);
const LOG = { debug: note, info: note, warn: note, error: note };

/** Nodes that tick on one database; each tells when it does. */
function nodesOn(databaseUrl: string, count: number): { readonly ticks: string[] } {
  const ticks: string[] = [];
  for (let n = 0; n < count; n += 1) {
    const ticker = createBossTicker({ databaseUrl, sleep, log: LOG });
    endings.push(
      ticker.start(() => {
        ticks.push(`node-${n}`);
        return Promise.resolve();
      }),
    );
  }
  return { ticks };
}

/** What the schedule does when a minute is full. */
async function minuteComes(databaseUrl: string): Promise<void> {
  const boss = new PgBoss({ connectionString: databaseUrl, schema: "parley_jobs", max: 1 });
  boss.on("error", () => undefined);
  await boss.start({});
  await boss.send("minute", {});
  await boss.stop({ graceful: false });
}

const schedules = async (databaseUrl: string) =>
  ask(databaseUrl, "select name, cron from parley_jobs.schedule").catch(() => []);

it("ticks once for all nodes, and goes on after the server has cut every connection", async () => {
  const url = await databases.fresh("PostgreSQL");
  const { ticks } = nodesOn(url, 3);
  await expect
    .poll(() => schedules(url), { timeout: 30_000 })
    .toEqual([{ name: "minute", cron: "* * * * *" }]);
  const before = ticks.length;
  await minuteComes(url);
  await expect.poll(() => ticks.length).toBeGreaterThan(before);
  const after = ticks.length;
  await ask(
    url,
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'parley jobs'",
  );
  await minuteComes(url);
  await expect.poll(() => ticks.length, { timeout: 30_000 }).toBeGreaterThan(after);
  // A full minute of its own may have come in between, and no more than two.
  expect(ticks.length).toBeLessThanOrEqual(before + 4);
}, 90_000);
