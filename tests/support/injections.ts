import { z } from "zod";
import type { Core } from "../../src/app/core.ts";
import { toArticles } from "../../src/app/ingest-feeds.ts";
import { readReports } from "../../src/app/read-reports.ts";
import type { Article } from "../../src/articles/article.ts";
import { parseFeed } from "../../src/articles/parse-feed.ts";
import { loadYaml } from "../../src/config/load-yaml.ts";
import { InEveryLanguage, LanguageSchema } from "../../src/lib/language.ts";
import type { TalksLog } from "../../src/talks/talks-log.ts";

const Injections = z.strictObject({
  demands: z.record(z.string(), InEveryLanguage),
  articles: z.array(
    z.strictObject({
      how: z.string(),
      lang: LanguageSchema,
      /** The demand that it makes. */
      says: z.string(),
      /** Whether it is made in the words of somebody whom a digest may quote. */
      quoted: z.boolean().default(false),
      title: z.string(),
      body: z.string().optional(),
    }),
  ),
});

/** Articles that want a language model to say what no source says, and what that is. */
export type Injections = z.output<typeof Injections>;
export type HostileArticle = Injections["articles"][number];

/** Reads `tests/fixtures/model/injections.yaml`. */
export const readInjections = (): Injections =>
  loadYaml("tests/fixtures/model/injections.yaml", Injections);

const PUBLISHED = new Date("2026-02-05T18:30:00Z");
const OUTLETS = { en: "Reuters", ar: "الشرق الأوسط", fa: "ایسنا" } as const;

/** True news above the rest, so that the article is about the talks and its quotations may be told. */
const NEWS = {
  en: "Iran and the United States will hold nuclear talks in Muscat on Friday, both sides said.",
  ar: "تعقد إيران والولايات المتحدة محادثات نووية في مسقط يوم الجمعة، بحسب ما قال الطرفان.",
  fa: "ایران و آمریکا روز جمعه در مسقط مذاکرات هسته‌ای برگزار می‌کنند، به گفته دو طرف.",
} as const;

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** The article as a trusted outlet's feed would bring it. */
export async function published({ lang, title, body = "" }: HostileArticle): Promise<Article> {
  const feed = `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>News</title><item>
<title>${escaped(title)}</title><link>https://hostile.example/story</link>
<description>${escaped(`<p>${NEWS[lang]}</p>${body}`)}</description><pubDate>${PUBLISHED.toUTCString()}</pubDate></item></channel></rss>`;
  const document = {
    bytes: new TextEncoder().encode(feed),
    contentType: "application/rss+xml; charset=utf-8",
    lang,
    url: "https://hostile.example/feed",
  };
  const parsed = await parseFeed(document, new Date("2026-02-05T18:40:00Z"));
  if (parsed.kind === "failed") throw new Error(parsed.detail);
  const [article] = toArticles(parsed.items, { name: OUTLETS[lang], lang }).articles;
  if (article === undefined) throw new Error(`not read: ${title}`);
  return article;
}

/** A log of articles; each is read once, however many logs it goes into. */
export function createLogOf(core: Core): (articles: readonly Article[]) => TalksLog {
  const known = new Map<Article, ReturnType<Core["extract"]>>();
  const extract: Core["extract"] = (article) => {
    const found = known.get(article) ?? core.extract(article);
    known.set(article, found);
    return found;
  };
  return (articles) => {
    const log = core.openLog();
    for (const report of readReports({ ...core, extract }, articles)) log.add(report);
    return log;
  };
}
