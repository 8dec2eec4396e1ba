import type { DigestSource } from "../../digest/digest.ts";
import { plainLine } from "../../i18n/direction.ts";
import { sourceSpans } from "../../messages/digest/footer.ts";
import type { Wording } from "../../messages/digest/wording.ts";
import { withSpans } from "../../messages/block-spans.ts";
import type { Block } from "../../messages/message.ts";
import type { PageSource } from "../../platform/site.ts";

/** Numbers sources over a whole page, whichever digest cites them. */
export type PageCitations = {
  /** The same blocks, citing under the page's numbers. */
  renumber(blocks: readonly Block[]): Block[];
  /** All that was cited so far, in the order of their numbers. */
  sources(wording: Wording, now: Date): readonly PageSource[];
};

/** Sources that digests and timelines know, told of as one list; an address is one source. */
export function createPageCitations(known: readonly DigestSource[]): PageCitations {
  const byUrl = new Map<string, DigestSource[]>();
  for (const source of known) byUrl.set(source.url, [...(byUrl.get(source.url) ?? []), source]);
  const numbers = new Map<string, number>();
  const numberOf = (url: string): number => {
    const n = numbers.get(url) ?? numbers.size + 1;
    numbers.set(url, n);
    return n;
  };
  return {
    renumber: (blocks) =>
      blocks.map((block) =>
        withSpans(block, (span) =>
          span.kind === "citation" ? { ...span, n: numberOf(span.url) } : span,
        ),
      ),
    sources: (wording, now) =>
      [...numbers].flatMap(([url, n]): PageSource[] => {
        const same = byUrl.get(url) ?? [];
        const [first] = same;
        if (first === undefined) return [];
        const line = sourceSpans({ ...first, n }, now, wording).filter(
          ({ kind }) => kind !== "citation",
        );
        return [{ n, url, line, sentences: sentencesOf(same), lang: first.lang }];
      }),
  };
}

const sentencesOf = (same: readonly DigestSource[]): string[] => [
  ...new Set(same.flatMap(({ evidence }) => evidence.map(({ text }) => plainLine(text)))),
];
