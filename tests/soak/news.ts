import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import { seededRandom } from "../../bench/support/random.ts";
import { formatShortDay } from "../../src/i18n/dates.ts";
import { addDays, toCalendarDate } from "../../src/lib/calendar-date.ts";
import type { Language } from "../../src/lib/language.ts";

/** One article as a feed prints it. */
export type PrintedItem = {
  readonly feed: string;
  readonly url: string;
  readonly published: Date;
  readonly title: string;
  readonly body: string;
};

/** A newspaper of the soak. */
export type Newspaper = { readonly url: string; readonly lang: Language };

const Words = z.array(z.string()).min(1);
const EachLanguage = z.object({ en: Words, ar: Words, fa: Words });
const Telling = z.object({ titles: Words, leads: Words });
const Tellings = z.object({ en: Telling, ar: Telling, fa: Telling });
const News = z.object({
  cities: z.array(z.object({ en: z.string(), ar: z.string(), fa: z.string() })).min(1),
  names: EachLanguage,
  talks: z.object({
    scheduled: Tellings,
    begun: Tellings,
    adjourned: Tellings,
    said: Tellings,
    pressure: Tellings,
  }),
  more: EachLanguage,
  others: EachLanguage,
});
type Kind = keyof z.output<typeof News>["talks"];

const WORDS = News.parse(parse(readFileSync(`${import.meta.dirname}/news.yaml`, "utf8")));
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** What a round of the talks brings, each five days anew: it is set, opened, and ended to go on. */
const CYCLE: readonly (readonly Kind[])[] = [
  ["said", "pressure"],
  ["scheduled", "said"],
  ["scheduled", "said", "said"],
  ["begun", "adjourned", "said"],
  ["said", "said", "pressure"],
];
const ROUND_ON = 3;

/** Of a day's articles so many in a hundred are about the talks; so many print one report. */
const TALKS_PER_CENT = 40;
const RETOLD = 5;

/** Prints the news of days, the same for the same seed: by publication. */
export function createPress(newspapers: readonly Newspaper[], seed: number) {
  return (day: Date, articles: number): PrintedItem[] => {
    const n = Math.floor(day.getTime() / DAY_MS);
    const random = seededRandom(seed * 100_003 + n);
    const about = Math.floor((articles * TALKS_PER_CENT) / 100);
    const items = [
      ...talksOf(newspapers, day, about, random),
      ...othersOf(newspapers, day, articles - about, random),
    ];
    return items.toSorted((a, b) => a.published.getTime() - b.published.getTime());
  };
}

type Random = () => number;

function talksOf(
  newspapers: readonly Newspaper[],
  day: Date,
  count: number,
  random: Random,
): PrintedItem[] {
  const n = Math.floor(day.getTime() / DAY_MS);
  const kinds = CYCLE[n % CYCLE.length] ?? [];
  const city = anyOf(WORDS.cities, seededRandom(Math.floor(n / CYCLE.length)));
  const toRound = ROUND_ON - (n % CYCLE.length);
  const stories = Math.ceil(count / RETOLD);
  return Array.from({ length: count }, (_, at): PrintedItem => {
    const story = at % stories;
    // A story of opening comes before one of ending.
    const kind = kinds[story % kinds.length] ?? "said";
    const hours = 4 + ((story % kinds.length) * 16) / kinds.length + random() * 4;
    const own = seededRandom(n * 1_009 + story);
    const paper = anyOf(newspapers, random);
    const date = addDays(toCalendarDate(day), kind === "scheduled" ? toRound : 0);
    const telling = WORDS.talks[kind][paper.lang];
    const figure = 2 + Math.floor(own() * 400);
    const fill = (text: string) =>
      text
        .replaceAll("{day}", formatShortDay(paper.lang, date))
        .replaceAll("{city}", city[paper.lang])
        .replaceAll("{n}", String(figure));
    const same = Math.floor(own() * telling.leads.length);
    const lead = kind === "said" ? telling.leads[same] : anyOf(telling.leads, random);
    const title = kind === "said" ? telling.titles[same] : anyOf(telling.titles, random);
    return {
      feed: paper.url,
      url: `${new URL(paper.url).origin}/talks/${n}/${at}`,
      published: new Date(day.getTime() + hours * HOUR_MS),
      title: fill(title ?? ""),
      body: `${fill(lead ?? "")} ${more(paper.lang, own, 12)}`,
    };
  });
}

const othersOf = (
  newspapers: readonly Newspaper[],
  day: Date,
  count: number,
  random: Random,
): PrintedItem[] =>
  Array.from({ length: count }, (_, at): PrintedItem => {
    const paper = anyOf(newspapers, random);
    const n = Math.floor(day.getTime() / DAY_MS);
    return {
      feed: paper.url,
      url: `${new URL(paper.url).origin}/other/${n}/${at}`,
      published: new Date(day.getTime() + random() * (DAY_MS - HOUR_MS)),
      title: filled(anyOf(WORDS.others[paper.lang], random), paper.lang, random),
      body: more(paper.lang, random, 16),
    };
  });

const more = (lang: Language, random: Random, sentences: number): string =>
  Array.from({ length: sentences }, () =>
    filled(anyOf(WORDS.more[lang], random), lang, random),
  ).join(" ");

const filled = (text: string, lang: Language, random: Random): string =>
  text
    .replaceAll("{n}", () => String(3 + Math.floor(random() * 900)))
    .replaceAll("{name}", () => anyOf(WORDS.names[lang], random));

function anyOf<T>(items: readonly T[], random: Random): T {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error("there is nothing to choose from");
  return item;
}
