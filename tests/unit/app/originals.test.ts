import { afterEach, describe, expect, it } from "vitest";
import { loadCore } from "../../../src/app/core.ts";
import { createLogMemory } from "../../../src/app/log-memory.ts";
import { storedReports } from "../../../src/app/stored-reports.ts";
import { createTakeIn } from "../../../src/app/take-in.ts";
import { digestAt, NO_FEEDS } from "../../../src/app/tell.ts";
import type { Article, ArticleId } from "../../../src/articles/article.ts";
import { noticeChanges } from "../../../src/deliveries/notice-changes.ts";
import type { Digest } from "../../../src/digest/digest.ts";
import type { Language } from "../../../src/lib/language.ts";
import { openStory } from "../../support/planning-story.ts";

const core = loadCore("iran-us");
const TALKS = "iran-us";

/** One report, with a line that credits its agency, and who carries it. */
type Told = {
  readonly lang: Language;
  readonly agency: string;
  readonly reprints: readonly [string, string];
  readonly title: string;
  readonly summary: string;
  readonly credit: string;
};

const REPORTS: readonly Told[] = [
  {
    lang: "en",
    agency: "TASS",
    reprints: ["The National (Abu Dhabi)", "Times of Oman"],
    title: "Iran and US to hold talks in Muscat on February 12",
    summary:
      "Delegations of Iran and the United States will meet in Muscat on February 12, a source close to the preparations told reporters. Rooms near the palace were booked for both teams, and roads along the coast will be closed from the morning.",
    credit: "This report was first published by TASS.",
  },
  {
    lang: "ar",
    agency: "Anadolu (Arabic)",
    reprints: ["France 24 (Arabic)", "Al-Araby Al-Jadeed"],
    title: "محادثات بين إيران والولايات المتحدة في مسقط يوم 12 فبراير",
    summary:
      "يعقد وفدا إيران والولايات المتحدة محادثات في مسقط يوم 12 فبراير. وحُجزت للوفدين غرف قرب القصر، وستُغلق الطرق المحاذية للساحل منذ الصباح.",
    credit: "المصدر: الأناضول",
  },
  {
    lang: "fa",
    agency: "ISNA",
    reprints: ["Radio Farda", "Euronews Persian"],
    title: "مذاکرات ایران و آمریکا ۲۳ بهمن در مسقط برگزار می‌شود",
    summary:
      "هیئت‌های ایران و آمریکا روز ۲۳ بهمن در مسقط مذاکره می‌کنند و اتاق‌هایی نزدیک کاخ برای هر دو هیئت گرفته شده است. جاده‌های کنار ساحل هم از صبح آن روز بسته خواهد بود.",
    credit: "منبع: ایسنا",
  },
];

type Carried = { readonly by: string; readonly at: string; readonly credit?: boolean };

const articleOf = (told: Told, { by, at, credit = false }: Carried): Article => ({
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- named here
  id: `${by} ${at}` as ArticleId,
  url: `https://${encodeURIComponent(by)}.example/${at}`,
  source: by,
  published: new Date(`2026-02-09T${at}:00Z`),
  title: told.title,
  summary: credit ? `${told.summary} ${told.credit}` : told.summary,
  lang: told.lang,
});

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** Readers who are told at once, of what comes in one article after the other. */
async function listen(told: Told) {
  const { store, deps } = await openStory();
  closing.push(() => store.close());
  const memory = createLogMemory(core, store);
  const takeIn = createTakeIn(store, [core], (readings) => memory.hear(readings));
  const digestOf = async (now: Date): Promise<Digest> =>
    digestAt(core, await memory.log(now), now, { since: null, feeds: NO_FEEDS });
  const look = (now: Date) => noticeChanges({ ...deps(), digestOf: (_, at) => digestOf(at) }, now);
  await look(new Date("2026-02-09T06:00:00Z"));
  return {
    /** Gives what was known then, and how often readers had been told of something. */
    async hears(carried: Carried, seenAt: string) {
      const now = new Date(`2026-02-09T${seenAt}:00Z`);
      await takeIn.articles([articleOf(told, carried)], { feed: null, at: now });
      await look(now);
      const digest = await digestOf(now);
      const cited = digest.sources.map(({ source }) => source);
      const occasions = (await store.occasions.latest(TALKS, 20)).length;
      const { reports } = await storedReports(core, store, now);
      const origins = new Set(reports.map(({ origin }) => origin));
      return { phase: digest.phase, confirmation: digest.confirmation, cited, occasions, origins };
    },
  };
}

const ownerOf = (name: string): string => core.standingOf({ name, url: "" }).owner;

describe.each(REPORTS)("one report in $lang", (told) => {
  const [first, second] = told.reprints;

  it("is its publisher's who told it first, though a reprint was seen before; nobody is told again", async () => {
    const story = await listen(told);
    const before = await story.hears({ by: first, at: "08:00" }, "08:05");
    expect(before).toMatchObject({ phase: "scheduled", cited: [first], occasions: 1 });
    const after = await story.hears({ by: told.agency, at: "07:30" }, "08:20");
    expect(after).toEqual({
      ...before,
      cited: [told.agency],
      origins: new Set([ownerOf(told.agency)]),
    });
    expect(await story.hears({ by: second, at: "08:10" }, "08:40")).toEqual(after);
  });

  it("is the agency's that reprints credit, though its own feed dates it later", async () => {
    const story = await listen(told);
    const before = await story.hears({ by: first, at: "08:00", credit: true }, "08:05");
    await story.hears({ by: second, at: "08:10" }, "08:15");
    const after = await story.hears({ by: told.agency, at: "08:20" }, "08:25");
    expect(after).toEqual({
      ...before,
      cited: [told.agency],
      origins: new Set([ownerOf(told.agency)]),
    });
  });

  it("is the first reprint's while the agency's own is not there", async () => {
    const story = await listen(told);
    const before = await story.hears({ by: first, at: "08:00", credit: true }, "08:05");
    const after = await story.hears({ by: second, at: "07:50", credit: true }, "08:30");
    expect(after).toEqual({ ...before, cited: [second], origins: new Set([ownerOf(second)]) });
  });

  it("is still the first one's where an agency's own is dated ahead of our clock", async () => {
    const story = await listen(told);
    const before = await story.hears({ by: first, at: "08:00", credit: true }, "08:05");
    const after = await story.hears({ by: told.agency, at: "09:00" }, "08:10");
    expect(after).toEqual(before);
  });
});
