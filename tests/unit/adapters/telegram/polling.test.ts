import { expect, it } from "vitest";
import type { ApiFailure } from "../../../../adapters/telegram/api-failure.ts";
import type { ApiAnswer } from "../../../../adapters/telegram/api.ts";
import { createIntake } from "../../../../adapters/telegram/intake.ts";
import { pollUpdates } from "../../../../adapters/telegram/polling.ts";
import { createUpdateQueue } from "../../../../adapters/telegram/update-queue.ts";
import type { Hearing } from "../../../../src/platform/hearing.ts";

const quiet = () => undefined;
const LOG = { debug: quiet, info: quiet, warn: quiet, error: quiet };

/** What is told of polls that are answered so. */
async function hearingsOf(
  answers: readonly ApiAnswer[],
  waits: unknown[] = [],
): Promise<readonly Hearing[]> {
  const stopping = new AbortController();
  const left = [...answers];
  const hearings: Hearing[] = [];
  const queue = createUpdateQueue({ atOnce: 1, slowAtOnce: 1, inLane: 1 });
  await pollUpdates(
    {
      async call(method, payload) {
        if (method !== "getUpdates") return { kind: "ok", result: true };
        waits.push(payload["timeout"]);
        const answer = left.shift();
        if (answer === undefined) stopping.abort();
        return answer ?? { kind: "ok", result: [] };
      },
      queue,
      intake: createIntake(queue, () => Promise.resolve(), LOG),
      log: LOG,
      sleep: () => Promise.resolve(),
      tell: (hearing) => hearings.push(hearing),
    },
    stopping.signal,
  );
  return hearings;
}

const refused = (code: number, description: string): ApiAnswer => ({
  kind: "failed",
  failure: { kind: "answered", code, description, retryAfterMs: null, migratedTo: null },
});
const unanswered = (reason: string): ApiAnswer => ({
  kind: "failed",
  failure: { kind: "unanswered", reason, maybeDone: true } satisfies ApiFailure,
});

it("tells of each poll that was answered", async () => {
  const none: ApiAnswer = { kind: "ok", result: [] };
  const well = { kind: "hearing", by: "polling" };
  expect(await hearingsOf([none, none])).toEqual([well, well]);
});

it.each<readonly [string, ApiAnswer, string, RegExp]>([
  ["no answer", unanswered("ENOTFOUND"), "ENOTFOUND", /reaches the Bot API/],
  ["an answer that is no list", { kind: "ok", result: {} }, "an answer that is no list", /Bot API/],
  ["another process", refused(409, "Conflict: other getUpdates"), "Conflict: other", /stop it/],
  ["a webhook in the way", refused(409, "Conflict: webhook is active"), "Conflict", /token/],
  ["a token that is refused", refused(401, "Unauthorized"), "Unauthorized", /TELEGRAM_BOT_TOKEN/],
  ["an error of the server's", refused(400, "Bad Request"), "Bad Request", /by itself/],
])("tells of %s, and how to mend it", async (_, answer, reason, advice) => {
  const [told, ...rest] = await hearingsOf([answer]);
  expect(rest).toEqual([]);
  expect(told).toMatchObject({
    kind: "lost",
    reason: expect.stringContaining(reason),
    advice: expect.stringMatching(advice),
  });
});

it("waits for updates only once it is heard, so that this is known at once", async () => {
  const none: ApiAnswer = { kind: "ok", result: [] };
  const waits: unknown[] = [];
  await hearingsOf([none, none, unanswered("ECONNRESET"), none], waits);
  expect(waits).toEqual([0, 30, 30, 0, 30]);
});
