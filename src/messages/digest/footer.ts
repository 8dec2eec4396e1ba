import type { Digest, DigestSource } from "../../digest/digest.ts";
import { formatMoment } from "../../i18n/dates.ts";
import { embed } from "../../i18n/direction.ts";
import { formatNumber } from "../../i18n/locale.ts";
import { LANGUAGES } from "../../lib/language.ts";
import { type Block, type Span, text } from "../message.ts";
import type { Wording } from "./wording.ts";

/** The sources cited, and what was read, so that silence is never taken for calm. */
export function footerBlocks(digest: Digest, wording: Wording): Block[] {
  const coverage = coverageLines(digest, wording).map((line): Block => ({
    kind: "paragraph",
    spans: [text(line)],
  }));
  if (digest.sources.length === 0) return coverage;
  const list: Block = {
    kind: "list",
    items: digest.sources.map((source) => sourceSpans(source, wording)),
  };
  return [
    { kind: "details", summary: wording.phrases["heading.sources"], blocks: [list] },
    ...coverage,
  ];
}

function sourceSpans(source: DigestSource, wording: Wording): Span[] {
  const { phrases, language } = wording;
  const published = formatMoment(language, new Date(source.published), wording.timeZone);
  const facts = [
    phrases["source.tier"][source.tier],
    published,
    ...(source.copies > 1 ? [phrases["source.copies"]({ count: source.copies })] : []),
  ].join(wording.comma);
  const title = source.title === "" ? "" : `: ${embed(source.title, language)}`;
  return [
    { kind: "citation", n: source.n, url: source.url },
    text(` ${embed(source.source, language)}${title} (${facts})`),
  ];
}

function coverageLines(
  { coverage }: Digest,
  { phrases, language, actor, comma, semicolon }: Wording,
): string[] {
  if (coverage.articles === 0)
    return [phrases["coverage.none"], ...feedLine(coverage, phrases, language)];
  const counted = LANGUAGES.filter((lang) => coverage.byLanguage[lang] > 0)
    .map(
      (lang) =>
        `${phrases["coverage.languages"][lang]} ${formatNumber(language, coverage.byLanguage[lang])}`,
    )
    .join(comma);
  const sides = Object.entries(coverage.bySide)
    .map(
      ([side, count]) =>
        `${side === "independent" ? phrases["coverage.independent"] : actor(side)} ${formatNumber(language, count)}`,
    )
    .join(comma);
  const read = phrases["coverage.read"]({
    articles: coverage.articles,
    sources: phrases["coverage.sources"]({ count: coverage.sources }),
  });
  return [`${[read, counted, sides].join(semicolon)}.`, ...feedLine(coverage, phrases, language)];
}

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
