import { array, assert, asyncProperty, constantFrom, integer, record, subarray } from "fast-check";
import { expect, it } from "vitest";
import { openStore } from "../../../src/store/open-store.ts";

const NAMES = ["gateway/telegram", "ingest/slice/1", "ingest/node/a"];
const HOUR_MS = 3_600_000;

/** What a node does next, and by how much the clock is set on or back before it. */
const deed = record({
  kind: constantFrom("acquire", "release", "prune"),
  names: subarray(NAMES, { minLength: 1 }),
  holder: constantFrom("a", "b"),
  byHours: integer({ min: -40, max: 40 }),
});

it("a lease that was forgotten has a greater token when it is taken again, whatever the clock says", async () => {
  await assert(
    asyncProperty(array(deed, { maxLength: 30 }), async (deeds) => {
      let nowMs = Date.UTC(2028, 1, 29);
      const clock = { now: () => new Date(nowMs) };
      const store = await openStore("file::memory:", () => undefined, clock);
      const last = new Map<string, number>();
      for (const { kind, names, holder, byHours } of deeds) {
        nowMs += byHours * HOUR_MS;
        if (kind === "prune") await store.leases.prune(0);
        const got =
          kind === "prune" ? [] : await store.leases.acquire(names, { holder, ms: HOUR_MS });
        for (const { name, token } of got) {
          expect(token).toBeGreaterThan(last.get(name) ?? -1);
          last.set(name, token);
        }
        if (kind === "release") await store.leases.release(got);
      }
      await store.close();
    }),
    { seed: 20280229, numRuns: 60 },
  );
});
