import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Article } from "../../src/articles/article.ts";
import { parseItems } from "../../src/app/items-file.ts";
import type { TimeOfDay } from "../../src/deliveries/schedule.ts";
import { openTalksDays, type TalksDays } from "../support/talks-days.ts";
import {
  linesOf,
  type Reader,
  type Readers,
  subscribeEager,
  subscribeReaders,
  type Told,
  toldTo,
} from "../support/talks-readers.ts";
import { cardIn } from "../support/tiny-png.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const folder = temporaryFolder();
const clock = (shown: string) => shown as TimeOfDay;
/** Playing all days takes seconds; a loaded machine may take longer. */
const PLAY_MS = 120_000;

/** What strict platforms found wrong, whom we would have called, what was sent too fast or given up. */
async function troubleOf(days: TalksDays) {
  const { telegram, discord, complaints } = days;
  const counts = await days.store().outbox.counts(new Date(0));
  return {
    violations: [...telegram.violations, ...discord.violations],
    pings: discord.pings,
    tooManyRequests: telegram.counters.tooManyRequests + discord.counters.tooManyRequests,
    complaints,
    unsent: counts.filter(({ status }) => status !== "sent"),
  };
}
const NO_TROUBLE = { violations: [], pings: [], tooManyRequests: 0, complaints: [], unsent: [] };

const told = (reader: Reader, from: string, until: string) =>
  toldTo(reader, from).filter(({ at }) => at < new Date(until));

const linesBy = (readers: Readonly<Record<string, Reader>>, since: string) =>
  Object.fromEntries(
    Object.entries(readers).map(([name, reader]) => [name, linesOf(toldTo(reader, since))]),
  );

describe("the eve of the talks in Muscat, as its news was published", () => {
  const SINCE = "2026-02-04T14:05:00Z";
  let days: TalksDays;
  let readers: Readers;
  let lena: Reader;
  const ofKind = (reader: Reader, kind: Told["kind"]) =>
    toldTo(reader, SINCE).filter((each) => each.kind === kind);

  beforeAll(async () => {
    days = await openTalksDays({ from: "2026-02-04T14:00:00Z", folder: folder(), name: "eve" });
    readers = await subscribeReaders(days);
    const quietHours = { from: clock("18:30"), until: clock("05:00") };
    lena = await subscribeEager(days, "Lena", { quietHours });
    await days.until("2026-02-04T18:30:00Z");
    await days.stop();
    await days.start("2026-02-04T18:31:00Z");
    await days.until("2026-02-04T19:00:00Z");
    await days.until("2026-02-05T05:30:00Z", 30);
    await days.until("2026-02-05T06:30:00Z");
    await days.until("2026-02-06T04:30:00Z", 30);
    await days.until("2026-02-06T04:55:00Z");
    await days.stopAsOwed("2026-02-06T05:00:00Z");
    await days.start();
    await days.until("2026-02-06T06:30:00Z");
    await days.until("2026-02-06T12:30:00Z", 60);
  }, PLAY_MS);
  afterAll(() => days.close());

  it("reaches chats of seven kinds, in five time zones, with what each asked for, once, though the program was restarted twice", () => {
    expect(linesBy(readers, SINCE)).toEqual({
      sara: [
        "2026-02-04 22:00 phase",
        "2026-02-05 08:00 briefing",
        "2026-02-05 09:30 day before",
        "2026-02-06 08:00 briefing",
        "2026-02-06 08:30 hour before",
        "2026-02-06 09:55 phase",
      ],
      ravi: [
        "2026-02-05 07:00 held",
        "2026-02-05 07:30 briefing",
        "2026-02-05 11:30 day before",
        "2026-02-06 07:30 briefing",
        "2026-02-06 10:30 hour before",
        "2026-02-06 11:55 phase",
      ],
      group: [
        "2026-02-04 19:30 phase",
        "2026-02-05 07:00 day before",
        "2026-02-05 07:15 briefing",
        "2026-02-06 06:00 hour before",
        "2026-02-06 07:15 briefing",
        "2026-02-06 07:25 phase",
      ],
      topic: [
        "2026-02-04 22:30 phase",
        "2026-02-05 08:00 briefing",
        "2026-02-05 10:00 day before",
        "2026-02-06 08:00 briefing",
        "2026-02-06 09:00 hour before",
        "2026-02-06 10:25 phase",
      ],
      channel: [
        "2026-02-04 13:30 phase",
        "2026-02-05 07:00 day before",
        "2026-02-05 07:00 briefing",
        "2026-02-06 00:00 hour before",
        "2026-02-06 07:00 held",
        "2026-02-06 07:00 briefing",
      ],
      discord: [
        "2026-02-04 19:30 phase",
        "2026-02-05 07:00 day before",
        "2026-02-05 07:00 briefing",
        "2026-02-06 06:00 hour before",
        "2026-02-06 07:00 briefing",
        "2026-02-06 07:25 phase",
      ],
      thread: [
        "2026-02-04 22:00 phase",
        "2026-02-05 08:15 briefing",
        "2026-02-05 09:30 day before",
        "2026-02-06 08:15 briefing",
        "2026-02-06 08:30 hour before",
        "2026-02-06 09:55 phase",
      ],
    });
  });

  describe.each([
    {
      news: "Araghchi names Muscat, at 18:29 in Greenwich",
      published: "2026-02-04T18:29:00Z",
      link: "https://rtarabic.example/flash/araghchi-muscat",
      reads: {
        en: ["Phase: Scheduled (was: In doubt)", "Muscat, Oman, 10:00 local time"],
        ar: ["المرحلة: محددة الموعد (سابقاً: موضع شك)", "مسقط، عُمان، الساعة 10:00 بالتوقيت المحلي"],
        fa: [
          "مرحله: زمان‌بندی‌شده (پیش‌تر: در هاله‌ای از ابهام)",
          "مسقط، عمان، ساعت ۱۰:۰۰ به وقت محلی (۰۹:۳۰ به وقت تهران)",
        ],
      },
      sleeping: ["ravi"],
    },
    {
      news: "the talks begin, at 06:24 in Greenwich",
      published: "2026-02-06T06:24:00Z",
      link: "https://aljazeera.example/news/liveblog/2026/2/6/iran-us#3",
      reads: {
        en: ["Phase: Under way (was: Scheduled)"],
        ar: ["المرحلة: جارية (سابقاً: محددة الموعد)"],
        fa: ["مرحله: در جریان (پیش‌تر: زمان‌بندی‌شده)"],
      },
      sleeping: ["channel"],
    },
  ])("when $news", ({ published, link, reads, sleeping }) => {
    it("everyone awake reads it within five minutes, in his language, with its source", () => {
      const publishedMs = Date.parse(published);
      for (const [name, reader] of Object.entries(readers)) {
        if (sleeping.includes(name)) continue;
        const [alert, ...more] = ofKind(reader, "phase").filter(
          ({ at }) => Math.abs(at.getTime() - publishedMs) < 3_600_000,
        );
        expect(more).toEqual([]);
        expect(alert?.at.getTime()).toBeLessThan(publishedMs + 5 * 60_000);
        for (const words of reads[reader.language]) expect(alert?.text).toContain(words);
        expect(alert?.links).toContain(link);
      }
    });
  });

  it("leaves a night alone, and tells what happened in it as one message when it ends", () => {
    const [alert, ...more] = toldTo(lena, SINCE).filter(
      ({ at }) => at < new Date("2026-02-05T08:00:00Z"),
    );
    expect(more).toEqual([]);
    expect(alert).toMatchObject({ kind: "held", clock: "2026-02-05 05:00" });
    expect(alert?.text).toContain("Phase: Scheduled (was: In doubt)");
    expect(alert?.text).toContain("Muscat, Oman, 10:00 local time");
  });

  it("counts down to the round by each reader's clock: a day before, and an hour before", () => {
    expect(ofKind(readers.group, "day before")[0]?.text).toContain("Begins: in 1 day");
    expect(ofKind(readers.sara, "hour before")[0]?.text).toContain("آغاز: ۱ ساعت دیگر");
    expect(ofKind(readers.topic, "hour before")[0]?.text).toContain("تبدأ: بعد ساعة واحدة");
  });

  it("shows the card of that hour in each reader's language with briefings, and no other messages", () => {
    const { ravi, ...pictured } = readers;
    for (const reader of Object.values(pictured))
      for (const { kind, picture, text } of toldTo(reader, SINCE)) {
        const isShown = kind === "briefing" || kind === "day before" || kind === "hour before";
        expect({ kind, text, isShown: picture !== null }).toEqual({ kind, text, isShown });
        if (picture === null) continue;
        const card = cardIn(picture);
        expect(card.language).toBe(reader.language);
        expect(text).toContain(card.phase);
        expect(text).toContain(card.round?.when);
      }
    expect(toldTo(ravi, SINCE).filter(({ picture }) => picture !== null)).toEqual([]);
  });

  it("keeps to what the platforms allow, and calls nobody", async () => {
    expect(await troubleOf(days)).toEqual(NO_TROUBLE);
  });
});

/** A round that is set, said to be off when it is not, and moved; in words of our own. */
const A_ROUND_IN_GENEVA: readonly Article[] = parseItems([
  {
    id: "set",
    url: "https://apnews.example/geneva-friday",
    source: "AP",
    published: "2026-03-09T08:00:00Z",
    title: "Iran and U.S. to hold next round in Geneva on Friday",
    body: "Iran and the United States will hold the next round of talks in Geneva on Friday at 10:00 local time.",
  },
  {
    id: "off",
    url: "https://timesofisrael.example/talks-off",
    source: "The Times of Israel",
    published: "2026-03-10T13:00:00Z",
    title: "Friday's US-Iran talks have been cancelled",
    body: "The talks between the United States and Iran that were set for Friday in Geneva have been cancelled.",
  },
  {
    id: "off-too",
    url: "https://skynewsarabia.example/talks-off",
    source: "سكاي نيوز عربية",
    published: "2026-03-10T13:07:00Z",
    title: "إلغاء المحادثات الأميركية الإيرانية المقررة الجمعة",
    body: "أُلغيت المحادثات التي كان من المقرر عقدها يوم الجمعة بين الولايات المتحدة وإيران في جنيف.",
  },
  {
    id: "on",
    url: "https://apnews.example/talks-on",
    source: "AP",
    published: "2026-03-10T15:00:00Z",
    title: "White House: talks with Iran will be held on Friday",
    body: "The talks between the United States and Iran will be held in Geneva on Friday at 10:00 local time as planned, White House press secretary Karoline Leavitt said on Tuesday.",
  },
  {
    id: "moved",
    url: "https://apnews.example/talks-saturday",
    source: "AP",
    published: "2026-03-11T12:00:00Z",
    title: "Iran-U.S. talks to be held on Saturday instead",
    body: "The talks between Iran and the United States will be held in Geneva on Saturday at 14:00 local time instead of Friday, White House press secretary Karoline Leavitt said on Wednesday.",
  },
  {
    id: "moved-too",
    url: "https://irna.example/talks-saturday",
    source: "ایرنا",
    published: "2026-03-11T12:10:00Z",
    title: "بقایی: مذاکرات با آمریکا شنبه در ژنو برگزار می‌شود",
    body: "سخنگوی وزارت امور خارجه، اسماعیل بقایی، گفت دور بعدی مذاکرات غیرمستقیم ایران و آمریکا روز شنبه ساعت ۱۴ در ژنو برگزار خواهد شد.",
  },
]).articles;

describe("March, in which America's clocks change, then Europe's, and Iran's do not", () => {
  let days: TalksDays;
  let readers: Readers;

  beforeAll(async () => {
    days = await openTalksDays({
      from: "2026-03-06T13:00:00Z",
      folder: folder(),
      name: "march",
      articles: A_ROUND_IN_GENEVA,
      paint: () => Promise.reject(new Error("the painter is ill")),
    });
    readers = await subscribeReaders(days);
    await days.until("2026-03-10T12:00:00Z", 60);
    await days.until("2026-03-10T15:30:00Z");
    await days.until("2026-03-14T11:00:00Z", 60);
    await days.until("2026-03-14T12:30:00Z");
    await days.until("2026-03-15T03:00:00Z", 60);
    await days.stop();
    await days.start("2026-03-16T05:00:00Z");
    await days.until("2026-03-16T09:00:00Z", 60);
    await days.stop();
    await days.start("2026-03-27T22:00:00Z");
    await days.until("2026-03-31T13:00:00Z", 60);
  }, PLAY_MS);
  afterAll(() => days.close());

  const SINCE = "2026-03-06T14:00:00Z";
  const daysOf = (reader: Reader) =>
    toldTo(reader, SINCE)
      .filter(({ kind }) => kind === "briefing")
      .map(({ at, clock: shown }) => `${at.toISOString().slice(5, 16)}Z, there ${shown.slice(11)}`);

  it("briefs New York at seven, before and after its clocks went on", () => {
    expect(daysOf(readers.channel)).toEqual([
      "03-07T12:00Z, there 07:00",
      ...["08", "09", "10", "11", "12", "13", "14"].map((day) => `03-${day}T11:00Z, there 07:00`),
      ...["28", "29", "30", "31"].map((day) => `03-${day}T11:00Z, there 07:00`),
    ]);
  });

  it.each([
    ["group", "07:15", "06:15", "05:15"],
    ["discord", "07:00", "06:00", "05:00"],
  ] as const)(
    "briefs the %s in Berlin at %s, before and after its clocks went on",
    (name, there, winter, summer) => {
      expect(daysOf(readers[name])).toEqual([
        ...["07", "08", "09", "10", "11", "12", "13", "14", "16", "28"].map(
          (day) => `03-${day}T${winter}Z, there ${there}`,
        ),
        ...["29", "30", "31"].map((day) => `03-${day}T${summer}Z, there ${there}`),
      ]);
    },
  );

  it.each([
    ["sara", "04:30Z, there 08:00", "16T05:00Z, there 08:30"],
    ["thread", "04:45Z, there 08:15", "16T05:00Z, there 08:30"],
    ["topic", "04:00Z, there 08:00", "16T05:00Z, there 09:00"],
  ] as const)(
    "briefs the %s, whose clocks stay, at one hour, and makes up for what was missed within two hours",
    (name, usual, late) => {
      expect(daysOf(readers[name])).toEqual([
        ...["07", "08", "09", "10", "11", "12", "13", "14"].map((day) => `03-${day}T${usual}`),
        `03-${late}`,
        ...["28", "29", "30", "31"].map((day) => `03-${day}T${usual}`),
      ]);
    },
  );

  it("leaves out what was missed longer ago: a day of downtime brings no flood", () => {
    expect(linesOf(told(readers.ravi, "2026-03-15T00:00:00Z", "2026-03-28T12:00:00Z"))).toEqual([
      "2026-03-15 07:30 briefing",
      "2026-03-28 07:30 briefing",
    ]);
  });

  it("takes a false alarm back where it was told, and says so", () => {
    for (const reader of Object.values(readers)) {
      const [alarm, correction, ...more] = told(
        reader,
        "2026-03-10T13:00:00Z",
        "2026-03-10T20:00:00Z",
      );
      expect(more).toEqual([]);
      expect(alarm?.kind).toBe("corrected");
      expect(alarm?.at.toISOString()).toMatch(/^2026-03-10T13:10/);
      expect(alarm?.editedAt?.toISOString()).toMatch(/^2026-03-10T15:00/);
      expect(correction?.kind).toBe("correction");
      expect(correction?.at.toISOString()).toMatch(/^2026-03-10T15:00/);
      expect(correction?.links).toContain("https://apnews.example/talks-on");
    }
    const [, english] = told(readers.ravi, "2026-03-10T13:00:00Z", "2026-03-10T20:00:00Z");
    expect(english?.text).toContain("we reported: Phase: Cancelled. That proved wrong.");
    expect(english?.text).toContain("Now: Phase: Scheduled");
  });

  it("tells that the round moved, and counts down to its new hour alone", () => {
    for (const reader of Object.values(readers)) {
      const sinceMoved = toldTo(reader, "2026-03-11T11:30:00Z").filter(
        ({ kind }) => kind !== "briefing",
      );
      expect(sinceMoved.map(({ at, kind }) => `${at.toISOString().slice(5, 16)}Z ${kind}`)).toEqual(
        ["03-11T12:00Z other news", "03-13T13:00Z day before", "03-14T12:00Z hour before"],
      );
    }
    const [moved] = toldTo(readers.ravi, "2026-03-11T11:30:00Z");
    expect(moved?.text).toContain("Round moved: Saturday 14 March 2026");
    expect(moved?.text).toContain("Before: Friday 13 March 2026");
  });

  it("costs nobody a word that no picture can be drawn in all that time", () => {
    for (const reader of Object.values(readers)) {
      const pictures = toldTo(reader, SINCE).filter(({ picture }) => picture !== null);
      expect(pictures).toEqual([]);
    }
  });

  it("keeps to what the platforms allow, complains of pictures alone, and calls nobody", async () => {
    const { complaints, ...trouble } = await troubleOf(days);
    expect({ ...trouble, complaints: [] }).toEqual(NO_TROUBLE);
    expect(complaints.filter((line) => !line.includes("the picture cannot be drawn"))).toEqual([]);
  });
});
