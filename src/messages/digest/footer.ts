import type { Digest, DigestSource } from "../../digest/digest.ts";
import { formatNearMoment } from "../../i18n/dates.ts";
import { embed, plainLine } from "../../i18n/direction.ts";
import { formatNumber } from "../../i18n/locale.ts";
import { LANGUAGES } from "../../lib/language.ts";
import { type Block, type Span, text } from "../message.ts";
import { shorten } from "../quotation.ts";
import { writerBlocks } from "./narration.ts";
import type { Wording } from "./wording.ts";

/** The sources cited, and what was read, so that silence is never taken for calm. */
export function footerBlocks(digest: Digest, wording: Wording): Block[] {
  return [
    ...sourceBlocks(digest, wording),
    ...writerBlocks(digest, wording),
    coverageBlock(digest, wording),
  ];
}

/** What was read, and how the feeds fare. */
export const coverageBlock = (digest: Digest, wording: Wording): Block => ({
  kind: "paragraph",
  spans: [text(coverageLines(digest, wording).join(" "))],
});

/** The sources cited, each in a line. */
export function sourceBlocks(digest: Pick<Digest, "sources" | "at">, wording: Wording): Block[] {
  if (digest.sources.length === 0) return [];
  const list: Block = {
    kind: "list",
    items: digest.sources.map((source) => sourceSpans(source, new Date(digest.at), wording)),
  };
  return [{ kind: "details", summary: wording.phrases["heading.sources"], blocks: [list] }];
}

/** Enough of a headline to know the report by. */
const LONGEST_TITLE = 120;

/** A source in a line: its number, who published it, of what kind, when, and its headline. */
export function sourceSpans(source: DigestSource, now: Date, wording: Wording): Span[] {
  const { phrases, language, timeZone } = wording;
  const facts = [
    phrases["source.tier"][source.tier],
    formatNearMoment(language, new Date(source.published), now, timeZone),
    ...(source.copies > 1 ? [phrases["source.copies"]({ count: source.copies })] : []),
  ].join(wording.comma);
  const title = shorten(plainLine(source.title), LONGEST_TITLE);
  const name = `${wording.person(source.source)} (${facts})`;
  return [
    { kind: "citation", n: source.n, url: source.url },
    text(` ${title === "" ? name : `${phrases.label({ name })}${embed(title, language)}`}`),
  ];
}

function coverageLines({ coverage }: Digest, wording: Wording): string[] {
  const { phrases, language, actor } = wording;
  const feeds = feedLine(coverage, phrases, language);
  if (coverage.articles === 0) return [phrases["coverage.none"], ...feeds];
  const count = (name: string, number: number) => `${name} ${formatNumber(language, number)}`;
  const languages = LANGUAGES.filter((lang) => coverage.byLanguage[lang] > 0).map((lang) =>
    count(phrases["coverage.languages"][lang], coverage.byLanguage[lang]),
  );
  const sides = Object.entries(coverage.bySide).map(([side, number]) =>
    count(side === "independent" ? phrases["coverage.independent"] : actor(side), number),
  );
  const articles = phrases["coverage.articles"]({ count: coverage.articles });
  const sources = phrases["coverage.sources"]({ count: coverage.sources });
  const read = phrases["coverage.read"]({
    articles: withParts(articles, languages, wording),
    sources: withParts(sources, sides, wording),
  });
  return [read, ...feeds];
}

const withParts = (whole: string, parts: readonly string[], { comma }: Wording): string =>
  parts.length === 0 ? whole : `${whole} (${parts.join(comma)})`;

function feedLine(
  { feeds }: Digest["coverage"],
  phrases: Wording["phrases"],
  language: Wording["language"],
): string[] {
  if (feeds.read + feeds.stale + feeds.failed === 0) return [];
  const number = (count: number) => formatNumber(language, count);
  return [
    phrases["coverage.feeds"]({
      read: number(feeds.read),
      stale: number(feeds.stale),
      failed: number(feeds.failed),
    }),
  ];
}
