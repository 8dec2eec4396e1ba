import { readItemsFile } from "../../../src/app/items-file.ts";
import type { Article } from "../../../src/articles/article.ts";
import { LANGUAGES } from "../../../src/lib/language.ts";
import { passingWords } from "./passing-words.ts";
import type { Draw } from "./random.ts";

/** A piece of news as a feed brings it. */
export type Item = {
  readonly url: string;
  readonly title: string;
  readonly summary: string;
  readonly body: string;
  readonly published: Date;
};

/** Feeds by the name of their publisher. */
export type Press = ReadonlyMap<string, readonly Item[]>;

/** What was kept before a run begins, what its feeds bring, and when it begins. */
export type Moment = {
  readonly at: Date;
  readonly before: readonly Article[];
  readonly press: Press;
};

const MINUTE_MS = 60_000;
/** News of the demonstration corpus after which readers are told something. */
const TURNS = [
  "2026-02-03T11:48:00Z",
  "2026-02-04T18:33:00Z",
  "2026-02-06T06:24:00Z",
  "2026-02-06T14:31:00Z",
] as const;
/** So long before a turn begins what the feeds still bring. */
const BEFORE_MS = 30 * 60 * MINUTE_MS;
const AFTER_MS = 2 * MINUTE_MS;

/**
 * One turn of the talks, among much other news; `crowd` is how many feeds bring 20 other articles each. All of it
 * may be moved to another day, as if it had been published then.
 */
export function momentOf(draw: Draw, crowd: number, on?: Date): Moment {
  const [reported, turn] = turnOf(draw, on);
  const at = new Date(turn + AFTER_MS);
  const corpus = LANGUAGES.flatMap((language) => [
    ...readItemsFile(`seeds/corpus/items.${language}.json`).articles,
  ]).map((article): Article => ({
    ...article,
    published: new Date(article.published.getTime() + turn - reported),
  }));
  const since = turn - BEFORE_MS;
  const before = corpus.filter(({ published }) => published.getTime() < since);
  const fresh = corpus.filter(
    ({ published }) => published.getTime() >= since && published.getTime() <= turn,
  );
  const press = new Map<string, Item[]>();
  for (const article of fresh) put(press, article.source, itemOf(article));
  for (let feed = 0; feed < crowd; feed += 1)
    for (let n = 0; n < ARTICLES_A_FEED; n += 1)
      put(press, `Paper ${feed}`, passingNews(draw, feed * ARTICLES_A_FEED + n, turn));
  return { at, before, press };
}

/** When a drawn turn was reported, and when it is in this run. */
function turnOf(draw: Draw, on: Date | undefined): readonly [number, number] {
  const reported = new Date(draw.pick(TURNS)).getTime();
  return [reported, on?.getTime() ?? reported];
}

const ARTICLES_A_FEED = 20;

function put(press: Map<string, Item[]>, source: string, item: Item): void {
  press.set(source, [...(press.get(source) ?? []), item]);
}

/** Parts of one page are one article to a feed's reader, so they get pages of their own. */
const itemOf = ({ url, title, summary = "", body = "", published }: Article): Item => ({
  url: url.replace("#", "/part-"),
  title,
  summary,
  body,
  published,
});

function passingNews(draw: Draw, n: number, turn: number): Item {
  const { title, text } = passingWords(draw);
  return {
    url: `https://news.test/${n}`,
    title,
    summary: "",
    body: text,
    published: new Date(turn - draw.between(0, 12 * 60) * MINUTE_MS),
  };
}

/** A document of JSON Feed 1.1. */
export const feedDocument = (source: string, items: readonly Item[]): string =>
  JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title: source,
    items: items.map(({ url, title, summary, body, published }) => ({
      id: url,
      url,
      title,
      summary,
      content_text: body,
      date_published: published.toISOString(),
    })),
  });
