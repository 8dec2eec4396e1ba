import { describe, expect, it } from "vitest";
import { createListeningMemory, listeningCheck } from "../../../../src/app/health/listening.ts";
import type { Hearing } from "../../../../src/platform/hearing.ts";
import { NOON } from "../../../support/instrumented.ts";

const GATEWAY: Hearing = { kind: "hearing", by: "gateway" };
const POLLING: Hearing = { kind: "hearing", by: "polling" };
const BROKE: Hearing = { kind: "resuming", reason: "it broke", advice: "Check the network." };
const LOST: Hearing = { kind: "lost", reason: "ENOTFOUND", advice: "Check the network." };

/** What is found after what was told at seconds past noon. */
function after(told: readonly (readonly [number, Hearing])[], atSeconds: number) {
  let now = NOON;
  const at = (seconds: number) => {
    now = new Date(NOON.getTime() + seconds * 1_000);
  };
  const memory = createListeningMemory({ now: () => now });
  for (const [seconds, hearing] of told) {
    at(seconds);
    memory.tell(hearing);
  }
  at(atSeconds);
  const listening = memory.now();
  return { ...listening, ...listeningCheck("telegram", listening), awayS: listening.awayMs / 1000 };
}

type Case = readonly [
  name: string,
  told: readonly (readonly [number, Hearing])[],
  at: number,
  found: { state: string; ok: boolean; awayS: number; detail: RegExp },
];

describe("listening to a platform", () => {
  it.each<Case>([
    [
      "is given a while to begin",
      [],
      60,
      { state: "lost", ok: true, awayS: 60, detail: /since 2026-02-05T12:00:00.000Z: not connect/ },
    ],
    [
      "has failed when it did not begin",
      [],
      600,
      { state: "lost", ok: false, awayS: 600, detail: /not/ },
    ],
    [
      "is well for as long as the gateway is connected",
      [[10, GATEWAY]],
      90_000,
      { state: "hearing", ok: true, awayS: 0, detail: /connected since 2026-02-05T12:00:10.000Z/ },
    ],
    [
      "bears a connection that is being resumed for some minutes",
      [
        [10, GATEWAY],
        [100, BROKE],
      ],
      300,
      {
        state: "resuming",
        ok: true,
        awayS: 200,
        detail: /resuming since 2026-02-05T12:01:40.000Z/,
      },
    ],
    [
      "has failed when it is away for longer, however often it was tried, and says how to mend it",
      [
        [10, GATEWAY],
        [100, BROKE],
        [200, LOST],
        [390, LOST],
      ],
      400,
      {
        state: "lost",
        ok: false,
        awayS: 300,
        detail: /^lost since 2026-02-05T12:01:40.000Z: ENOTFOUND; Check the network\.$/,
      },
    ],
    [
      "is well again once it is back",
      [
        [10, GATEWAY],
        [100, BROKE],
        [900, GATEWAY],
      ],
      901,
      { state: "hearing", ok: true, awayS: 0, detail: /connected since 2026-02-05T12:15:00.000Z/ },
    ],
    [
      "tells when the last poll was answered",
      [
        [10, POLLING],
        [40, POLLING],
      ],
      70,
      { state: "hearing", ok: true, awayS: 0, detail: /last poll answered 2026-02-05T12:00:40/ },
    ],
    [
      "is away since the last poll that was answered",
      [
        [40, POLLING],
        [80, LOST],
      ],
      100,
      { state: "lost", ok: true, awayS: 60, detail: /since 2026-02-05T12:00:40.000Z: ENOTFOUND/ },
    ],
    [
      "has failed when polls are no longer made",
      [[40, POLLING]],
      400,
      { state: "lost", ok: false, awayS: 360, detail: /no poll was answered; .*restart/ },
    ],
    [
      "is well by a webhook that is seldom used",
      [[40, { kind: "hearing", by: "webhook" }]],
      90_000,
      { state: "hearing", ok: true, awayS: 0, detail: /by webhook, last used 2026-02-05T12:00:40/ },
    ],
  ])("%s", (_, told, at, { detail, ...found }) => {
    const listening = after(told, at);
    expect(listening).toMatchObject(found);
    expect(listening.detail).toMatch(detail);
    expect(listening.name).toBe("telegram-listening");
  });
});
