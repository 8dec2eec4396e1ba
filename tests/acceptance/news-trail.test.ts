import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { openTalksDays, type TalksDays } from "../support/talks-days.ts";
import { subscribeEager } from "../support/talks-readers.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const folder = temporaryFolder();
const PLAY_MS = 60_000;

const Fields = z.looseObject({
  article: z.string().optional(),
  articles: z.array(z.string()).optional(),
  occasion: z.string().nullish(),
  delivery: z.string().optional(),
  what: z.string().optional(),
});
type Line = z.output<typeof Fields> & { readonly event: string; readonly text: string };

let days: TalksDays;
let lines: readonly Line[];
beforeAll(async () => {
  days = await openTalksDays({ from: "2026-02-04T14:00:00Z", folder: folder(), name: "trail" });
  await subscribeEager(days, "Lena");
  await days.until("2026-02-04T19:00:00Z");
  lines = days.logged.map((text) => {
    const [, event = "", fields = "{}"] = /^info: ([^{]+) (\{.*\})$/.exec(text) ?? [];
    return { ...Fields.parse(JSON.parse(fields)), event, text };
  });
}, PLAY_MS);
afterAll(() => days.close());

const grep = (word: string) =>
  lines.filter(({ text }) => text.includes(word)).map(({ event }) => event);
const alerts = () => lines.filter(({ event, what }) => event === "occasion" && what === "alert");

describe("the log of an evening with news", () => {
  it("leads from each article that an alert rests on, through the alert, to the chat", () => {
    const behind = new Set(alerts().flatMap(({ articles = [] }) => articles));
    expect(behind.size).toBeGreaterThan(0);
    for (const article of behind) {
      const told = grep(article);
      expect(told[0]).toBe("article");
      expect(told).toContain("occasion");
      expect(told.lastIndexOf("delivery")).toBeGreaterThan(told.indexOf("occasion"));
    }
  });

  it("leads from each alert to the deliveries that tell it", () => {
    expect(alerts()).not.toEqual([]);
    for (const { occasion } of alerts()) expect(grep(occasion ?? "none")).toContain("delivery");
  });

  it("names no article in a chat that no feed brought", () => {
    const kept = new Set(lines.flatMap(({ article }) => article ?? []));
    const cited = lines
      .filter(({ event }) => event === "delivery")
      .flatMap(({ articles = [] }) => articles);
    expect(cited).not.toEqual([]);
    expect(cited.filter((article) => !kept.has(article))).toEqual([]);
  });
});
