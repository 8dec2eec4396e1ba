import { expect, it } from "vitest";
import { type EngineName, testDatabases } from "../support/store-engines.ts";
import { openTalksDays } from "../support/talks-days.ts";
import { linesOf, subscribeReaders, toldTo } from "../support/talks-readers.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const SINCE = "2026-02-04T14:05:00Z";

const databases = testDatabases();
const folder = temporaryFolder();

/** Plays the eve of the talks in Muscat, with a restart in the evening; gives what each reader heard. */
async function play(engine: EngineName): Promise<unknown> {
  const env = { DATABASE_URL: await databases.fresh(engine) };
  const opening = { from: "2026-02-04T14:00:00Z", folder: folder(), name: engine, env };
  const days = await openTalksDays(opening);
  try {
    const readers = await subscribeReaders(days);
    await days.until("2026-02-04T18:30:00Z");
    await days.stop();
    await days.start("2026-02-04T18:31:00Z");
    await days.until("2026-02-05T06:30:00Z", 30);
    const heard = Object.entries(readers).map(([name, reader]) => {
      // To the minute: how soon after a store answers, and what comes first within it, is of the machine.
      const told = toldTo(reader, SINCE).toSorted(
        (a, b) => a.clock.localeCompare(b.clock) || a.kind.localeCompare(b.kind),
      );
      return [
        name,
        linesOf(told),
        told.map((each) => ({ ...each, at: each.clock, editedAt: null })),
      ];
    });
    const { telegram, discord, complaints } = days;
    const trouble = [...telegram.violations, ...discord.violations, ...complaints];
    const counts = await days.store().outbox.counts(new Date(0));
    return { heard, trouble, counts };
  } finally {
    await days.close();
  }
}

it("tells everybody the same at the same time, whatever engine keeps it", async () => {
  const embedded = await play("SQLite");
  expect(embedded).toMatchObject({ trouble: [] });
  expect(await play("PostgreSQL")).toEqual(embedded);
}, 240_000);
