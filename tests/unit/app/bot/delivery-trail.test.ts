import { beforeEach, describe, expect, it } from "vitest";
import { traceOf } from "../../../../src/articles/article-trace.ts";
import { logArticle } from "../../../../src/app/article-log.ts";
import { createDeliveryTrail } from "../../../../src/app/bot/delivery-trail.ts";
import { createMessageArticles } from "../../../../src/app/metrics/message-articles.ts";
import { articlesBehind } from "../../../../src/deliveries/occasion-articles.ts";
import type { MessageId, OutgoingMessage } from "../../../../src/deliveries/delivery.ts";
import type { Log, LogFields } from "../../../../src/lib/log.ts";
import { RICH_DIGEST } from "../../../support/digests.ts";
import { keptArticle, NOON, settled } from "../../../support/instrumented.ts";

const ADDRESS = "https://news.example/a";
const TRACE = traceOf(ADDRESS);

type Line = { readonly event: string; readonly fields: LogFields };
let lines: Line[];
const note = (event: string, fields: LogFields = {}) => void lines.push({ event, fields });
const log: Log = { debug: () => undefined, info: note, warn: note, error: note };
beforeEach(() => {
  lines = [];
});

const about = (word: string) =>
  lines.filter(({ fields }) => JSON.stringify(fields).includes(word)).map(({ event }) => event);

const ALERT: OutgoingMessage = {
  id: "message-1" as MessageId,
  message: {
    language: "en",
    blocks: [
      { kind: "paragraph", spans: [{ kind: "text", text: "Scheduled" }] },
      {
        kind: "details",
        summary: "Sources",
        blocks: [{ kind: "list", items: [[{ kind: "citation", n: 1, url: ADDRESS }]] }],
      },
    ],
  },
};

/** What an outbox with one message is asked. */
function outboxWith(found: OutgoingMessage | null) {
  const asked: MessageId[] = [];
  const message = async (id: MessageId) => {
    asked.push(id);
    return found;
  };
  return { asked, message };
}

/** Lets what was begun come to its end. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

describe("an article's trace", () => {
  it("leads from the feed to each chat", async () => {
    const alerts: unknown[] = [];
    const articlesOf = createMessageArticles(outboxWith(ALERT));
    const clock = { now: () => NOON };
    const follow = createDeliveryTrail({
      articlesOf,
      clock,
      log,
      onAlert: (...told) => void alerts.push(told),
    });
    logArticle(log, keptArticle({ url: ADDRESS }));
    follow(settled());
    await settle();
    expect(about(TRACE)).toEqual(["article", "delivery"]);
    expect(alerts).toEqual([["telegram", [TRACE], NOON]]);
  });

  it("stands in the log only for articles about the talks", () => {
    logArticle(log, keptArticle({ relevant: false }));
    logArticle(log, { kind: "unchanged", language: "en" });
    expect(lines).toEqual([]);
  });

  it("asks for each message once, however many chats get it", async () => {
    const outbox = outboxWith(ALERT);
    const articlesOf = createMessageArticles(outbox);
    for (let n = 0; n < 100; n += 1) expect(await articlesOf(ALERT.id)).toEqual([TRACE]);
    expect(outbox.asked).toHaveLength(1);
  });

  it("goes unnamed, and nothing else is lost, when the message is gone or the store fails", async () => {
    expect(await createMessageArticles(outboxWith(null))(ALERT.id)).toEqual([]);
    const failing = { message: () => Promise.reject(new Error("locked")) };
    expect(await createMessageArticles(failing)(ALERT.id)).toEqual([]);
  });

  it("is the same however the article is linked", () => {
    expect(traceOf(`${ADDRESS}?utm_source=x#top`)).toBe(TRACE);
  });
});

const traces = (numbers: readonly number[]) =>
  RICH_DIGEST.sources.filter(({ n }) => numbers.includes(n)).map(({ url }) => traceOf(url));

describe("the articles behind an occasion", () => {
  it("are those that the phase rests on", () => {
    const alert = { kind: "phase", from: "proposed", to: RICH_DIGEST.phase } as const;
    const found = articlesBehind({ kind: "alert", alerts: [alert] }, RICH_DIGEST);
    expect(found).toEqual(traces(RICH_DIGEST.phaseCitations));
    expect(found).not.toEqual([]);
  });

  it("are those that name the round", () => {
    const round = RICH_DIGEST.nextRound;
    if (round === null) throw new Error("The rich digest has a next round.");
    const alert = { kind: "round", from: null, to: round } as const;
    expect(articlesBehind({ kind: "alert", alerts: [alert] }, RICH_DIGEST)).toEqual(
      traces(round.citations),
    );
    expect(articlesBehind({ kind: "round-moment", moment: "start", round }, RICH_DIGEST)).toEqual(
      traces(round.citations),
    );
  });

  it("are none for an operator's words", () => {
    expect(articlesBehind({ kind: "broadcast", words: { en: "Hello" } }, RICH_DIGEST)).toEqual([]);
  });
});
