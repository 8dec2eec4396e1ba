import { escapeUTF8 } from "entities";
import { LANGUAGES, type Language } from "../../../src/lib/language.ts";
import { longArticles } from "../long-articles.ts";
import { seededRandom } from "../random.ts";
import type { PlannedFeed } from "./feed-plan.ts";
import { OTHER_NEWS } from "./other-news.ts";

type Text = { readonly title: string; readonly summary: string; readonly body: string | null };

/** Distinct texts in a language. */
const TEXTS = 1_500;
/** One article in thirty is about the talks, one in four brings its whole text. */
const ABOUT_TALKS = 30;
const WITH_BODY = 0.25;
const MINUTE_MS = 60_000;

/** Writes feeds' documents as RSS 2.0 as of an instant; after news, with two items more. */
export function feedWriter(at: Date): (feed: PlannedFeed, news: number) => string {
  const texts = new Map(LANGUAGES.map((language) => [language, textsIn(language)]));
  return ({ n, lang, items }, news) => {
    const pool = texts.get(lang) ?? [];
    const numbers = Array.from({ length: items }, (_, back) => items + news - 1 - back);
    const parts = numbers.map((number) => {
      const text = pool[(n * 37 + number) % pool.length];
      const age = (items - number) * 17 * MINUTE_MS + (n % 600) * 1_000;
      return text === undefined ? "" : itemOf(text, `${n}-${number}`, at.getTime() - age);
    });
    return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Paper ${n}</title><link>https://paper-${n}.example/</link><language>${lang}</language>
${parts.join("")}</channel></rss>`;
  };
}

function itemOf({ title, summary, body }: Text, id: string, publishedMs: number): string {
  const link = `https://paper-${id.split("-")[0]}.example/news/${id}`;
  const content = body === null ? "" : `<content:encoded><![CDATA[${body}]]></content:encoded>`;
  return `<item><title>${title}</title><link>${link}</link><guid isPermaLink="false">${id}</guid><pubDate>${new Date(publishedMs).toUTCString()}</pubDate><description>${summary}</description>${content}</item>\n`;
}

function textsIn(language: Language): readonly Text[] {
  const random = seededRandom(language.charCodeAt(0));
  const talks = longArticles(language, Math.ceil(TEXTS / ABOUT_TALKS), 3);
  return Array.from({ length: TEXTS }, (_, n) => {
    const article = n % ABOUT_TALKS === 0 ? talks[n / ABOUT_TALKS] : undefined;
    const sentences = Array.from({ length: 14 }, () => sentenceOf(language, random));
    const [first = "", second = "", third = "", ...rest] = sentences;
    const body = article?.body ?? [third, ...rest].join(" ");
    return {
      title: escapeUTF8(article?.title ?? first.slice(0, 70)),
      summary: escapeUTF8(article?.body?.slice(0, 250) ?? `${first} ${second}`),
      body: random() < WITH_BODY ? `<p>${escapeUTF8(body)}</p>` : null,
    };
  });
}

function sentenceOf(language: Language, random: () => number): string {
  const sentences = OTHER_NEWS[language];
  const sentence = sentences[Math.floor(random() * sentences.length)] ?? "";
  return sentence.replace("#", String(2 + Math.floor(random() * 900)));
}
