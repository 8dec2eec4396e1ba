import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { wordsOf } from "../../../../src/app/site/plain-words.ts";
import { tellCard } from "../../../../src/cards/card-contents.ts";
import type { Language } from "../../../../src/lib/language.ts";
import type { PageContent } from "../../../../src/platform/site.ts";
import { composeDigest } from "../../../../src/messages/compose-digest.ts";
import { renderText } from "../../../../src/messages/render-text.ts";
import { digestAt, NO_FEEDS } from "../../../../src/app/tell.ts";
import { corpusArticles, corpusSite, type CorpusSite } from "../../../support/corpus-site.ts";

let now = new Date(0);
let corpus: CorpusSite;
beforeAll(() => {
  corpus = corpusSite({ now: () => now }, corpusArticles());
});
afterAll(() => corpus.close());

async function pageAt(instant: string, language: Language): Promise<PageContent> {
  now = new Date(instant);
  await corpus.site.changed(now);
  const page = await corpus.site.page("iran-us", language, now);
  if (page === null) throw new Error("no page");
  return page;
}

const wordsIn = (page: PageContent, id: string): string =>
  page.sections
    .filter((section) => section.id === id)
    .flatMap(({ blocks }) => blocks.map(wordsOf))
    .join(" ");

/** What each language says of the newest report, of none, of silence, of a round held. */
const WORDS = {
  en: {
    newest: "Newest report about these talks: 8 February 2026, 16:26 (yesterday)",
    none: "No report about these talks has been read yet.",
    silence: "Nothing was read in the last 24 hours: silence here is not calm.",
    held: "Round held: Friday 6 February 2026",
    gone: "no longer planned",
    tomorrow: "tomorrow",
    lately: "the last report is of 28 February 2026 (107 days ago)",
  },
  ar: {
    newest: "أحدث خبر عن هذه المحادثات: 8 فبراير/شباط 2026، 16:26 (أمس)",
    none: "لم يُقرأ أي خبر عن هذه المحادثات بعد.",
    silence: "لم يُقرأ شيء خلال آخر 24 ساعة: الصمت هنا لا يعني الهدوء.",
    held: "انعقدت الجولة: الجمعة 6 فبراير/شباط 2026",
    gone: "لم تعد مقررة",
    tomorrow: "غداً",
    lately: "آخر خبر عنها بتاريخ 28 فبراير/شباط 2026 (قبل 107 أيام)",
  },
  fa: {
    newest: "تازه‌ترین خبر درباره این مذاکرات: ۱۹ بهمن ۱۴۰۴، ۱۶:۲۶ (دیروز)",
    none: "هنوز هیچ خبری درباره این مذاکرات خوانده نشده است.",
    silence: "در ۲۴ ساعت گذشته چیزی خوانده نشده است: سکوت اینجا به معنای آرامش نیست.",
    held: "این دور برگزار شد: جمعه ۱۷ بهمن ۱۴۰۴",
    gone: "دیگر در برنامه نیست",
    tomorrow: "فردا",
    lately: "آخرین خبر مربوط به ۹ اسفند ۱۴۰۴ (۱۰۷ روز پیش) است",
  },
} as const;

describe.each(["en", "ar", "fa"] as const)("a page in %s", (language) => {
  const words = WORDS[language];

  it("names the newest report about the talks and its age, whatever was read since", async () => {
    const page = await pageAt("2026-02-09T18:00:00Z", language);

    expect(page.updatedAt?.toISOString()).toBe("2026-02-08T12:26:00.000Z");
    expect(page.updated).toContain(words.newest);
  });

  it("begins with the silence of a day in which nothing was read", async () => {
    const [first] = (await pageAt("2026-02-09T18:00:00Z", language)).lead;
    expect(first === undefined ? "" : wordsOf(first)).toBe(words.silence);

    const [usual] = (await pageAt("2026-02-05T18:00:00Z", language)).lead;
    expect(usual === undefined ? "" : wordsOf(usual)).not.toBe(words.silence);
  });

  it("says so where nothing was ever read, and claims no instant", async () => {
    const page = await pageAt("2025-12-01T00:00:00Z", language);

    expect(page.updatedAt).toBeNull();
    expect(page.updated).toContain(words.none);
    expect(page.lead.map(wordsOf)).toContain(words.none);
  });

  it("tells a round that was held as held", async () => {
    const page = await pageAt("2026-02-08T12:00:00Z", language);
    const entries = await corpus.site.entries("iran-us", language, now);
    expect(wordsIn(page, "timeline")).toContain(words.held);
    expect(entries?.map(({ title }) => title).join(" ")).toContain(words.held);
    const both = entries?.filter(
      ({ title }) => title.includes(words.held) && title.includes(words.gone),
    );
    expect(both).toEqual([]);
  });

  it("counts the days until a round under today alone: another day's morrow is another day", async () => {
    const page = await pageAt("2026-02-05T18:00:00Z", language);
    const folded = page.sections
      .filter(({ id }) => id === "changes")
      .flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === "details"));

    expect(folded.length).toBeGreaterThan(0);
    expect(JSON.stringify(folded).replaceAll(/"url":"[^"]*"/g, "")).not.toContain(words.tomorrow);
  });

  it("lists each sentence of a source once", async () => {
    const page = await pageAt("2026-02-05T18:00:00Z", language);
    for (const { sentences } of page.sources) {
      const bare = sentences.map((sentence) => sentence.replace(/[.!?\u061f]$/, ""));
      expect(new Set(bare).size).toBe(bare.length);
    }
  });
});

it.each(["en", "ar", "fa"] as const)(
  "in %s, talks that were last heard of long ago are not told as never heard of",
  (language) => {
    const at = new Date("2026-06-15T00:00:00Z");
    const { core } = corpus;
    const empty = core.openLog(new Date("2026-02-28T10:44:00Z"));
    const digest = digestAt(core, empty, at, { since: null, feeds: NO_FEEDS });
    const reader = { language, timeZone: "Asia/Muscat" };
    const flat = renderText(composeDigest(core.names, digest, reader)).replace(/[\s\u200f]+/g, " ");

    expect(digest.phase).toBeNull();
    expect(flat).toContain(WORDS[language].lately);
    expect(tellCard(core.names, digest, reader).phase).toContain(WORDS[language].lately);
    expect(flat).not.toContain(WORDS[language].none);
  },
);
