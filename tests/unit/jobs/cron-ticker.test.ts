import { describe, expect, it } from "vitest";
import { createCronTicker } from "../../../src/jobs/cron-ticker.ts";
import { createLog } from "../../../src/lib/log.ts";

describe("a ticker", () => {
  const everySecond = "* * * * * *";

  it("goes on after a call that failed, never runs two at once, and stops", async () => {
    const lines: string[] = [];
    const log = createLog({ level: "error", secrets: [], write: (line) => lines.push(line) });
    let calls = 0;
    let atOnce = 0;
    let most = 0;
    const { promise: thrice, resolve } = Promise.withResolvers<void>();
    const stop = createCronTicker(log, everySecond).start(async () => {
      calls += 1;
      atOnce += 1;
      most = Math.max(most, atOnce);
      await Promise.resolve();
      atOnce -= 1;
      if (calls === 3) resolve();
      if (calls === 1) throw new Error("no store");
    });
    await thrice;
    await stop();
    const stopped = calls;
    await stop();
    expect(calls).toBe(stopped);
    expect(most).toBe(1);
    expect(lines.filter((line) => line.includes("tick failed"))).toHaveLength(1);
  });
});
