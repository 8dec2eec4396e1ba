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

/** Each once, however often it is cited; one that stands in another that is cited too is told with it. */
function sentencesOf(same: readonly DigestSource[]): string[] {
  const cited = [
    ...new Set(same.flatMap(({ evidence }) => evidence.map(({ text }) => plainLine(text)))),
  ];
  return cited.filter(
    (sentence, at) =>
      !cited.some(
        (other, place) => standsIn(other, sentence) && (!standsIn(sentence, other) || place < at),
      ),
  );
}

/** Whether the words of one sentence stand in another; a headline lacks the mark that closes it. */
function standsIn(whole: string, part: string): boolean {
  const words = part.replace(/[.!?\u06d4\u061f]$/, "");
  const at = whole.indexOf(words);
  if (at < 0 || words === "") return false;
  return !isLetter(whole[at - 1]) && !isLetter(whole[at + words.length]);
}

const isLetter = (character: string | undefined): boolean =>
  character !== undefined && /[\p{L}\p{N}]/u.test(character);
