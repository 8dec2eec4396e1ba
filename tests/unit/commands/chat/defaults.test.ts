import { describe, expect, it } from "vitest";
import { newSubscription } from "../../../../src/commands/chat/new-subscription.ts";
import type { Asked, CommandContext } from "../../../../src/commands/command.ts";
import { alertsOf } from "../../../../src/deliveries/alerts-of.ts";
import { certaintyOf } from "../../../../src/deliveries/certainty.ts";
import type { Digest } from "../../../../src/digest/digest.ts";
import { personIn } from "../../../support/chat-person.ts";
import { readCorpus } from "../../../support/corpus-digests.ts";

const digestAt = readCorpus();
const STEP_MS = 120_000;

/** What changed the phase between two instants, as a subscriber by default is alerted to it. */
function phaseAlerts(from: string, to: string, atLeast: number): readonly string[] {
  const until = Date.parse(to);
  const told: string[] = [];
  let before: Digest = digestAt(new Date(from));
  for (let at = Date.parse(from) + STEP_MS; at <= until; at += STEP_MS) {
    const now = digestAt(new Date(at));
    for (const alert of alertsOf(before, now))
      if (alert.kind === "phase" && certaintyOf(alert, now) >= atLeast) told.push(String(alert.to));
    before = now;
  }
  return told;
}

describe("what one press subscribes to", () => {
  it("alerts to the talks coming back on 4 February, and not to what lone outlets said that day", async () => {
    const { minimumConfidence } = await byDefault();
    expect(phaseAlerts("2026-02-04T15:00:00Z", "2026-02-05T18:00:00Z", minimumConfidence)).toEqual([
      "scheduled",
    ]);
  });

  it("alerts as the talks begin and as they adjourn", async () => {
    const { minimumConfidence } = await byDefault();
    expect(phaseAlerts("2026-02-06T05:00:00Z", "2026-02-06T16:00:00Z", minimumConfidence)).toEqual([
      "underway",
      "adjourned",
    ]);
  });
});

async function byDefault() {
  const { context } = await personIn();
  return newSubscription(askedBy(context), context);
}

const askedBy = (context: CommandContext): Asked => ({
  from: { platform: "telegram", channel: "42", thread: null },
  place: "private",
  asker: { id: "telegram:42", languageHint: "en" },
  isOperator: false,
  mayAdminister: () => Promise.resolve(true),
  pressed: false,
  now: new Date("2026-02-04T12:00:00Z"),
  chat: null,
  language: "en",
  timeZone: "Asia/Muscat",
  talks: context.talks[0],
});
