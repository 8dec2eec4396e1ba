import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import { decodeText } from "../lib/decode-text.ts";
import type { HttpFailureReason, HttpGet } from "../lib/http-answer.ts";
import type { Language } from "../lib/language.ts";
import { cutText } from "./clean-text.ts";
import { isManageableHtml } from "./html-size.ts";
import { htmlText } from "./html-text.ts";

/** An article's text as its page has it, or why there is none. */
export type FullText =
  | { readonly kind: "text"; readonly text: string }
  | {
      readonly kind: "failed";
      readonly reason:
        | HttpFailureReason
        | "asked-to-wait"
        | "no-article"
        | "too-complex"
        | "not-html";
    };

/** A page as it was fetched. */
export type Page = {
  readonly bytes: Uint8Array;
  readonly contentType: string | null;
  readonly lang: Language;
};

/** Fetches an article's page through the guarded client and reads its text. */
export async function fetchFullText(
  get: HttpGet,
  { url, lang }: { readonly url: string; readonly lang: Language },
  signal: AbortSignal,
): Promise<FullText> {
  const answer = await get({ url, accept: "text/html, application/xhtml+xml" }, signal);
  switch (answer.kind) {
    case "fresh":
      return fullTextOf({ bytes: answer.body, contentType: answer.contentType, lang });
    case "failed":
      return { kind: "failed", reason: answer.reason };
    case "later":
    case "unchanged":
      return { kind: "failed", reason: "asked-to-wait" };
  }
}

/** In UTF-16 units: shorter finds are a cookie notice or a caption, longer ones are cut. */
const SHORTEST_TEXT = 140;
const LONGEST_TEXT = 200_000;

/** Reads the article out of a page, without menus, adverts and links to others. */
export function fullTextOf({ bytes, contentType, lang }: Page): FullText {
  if (contentType !== null && !/html|xml/i.test(contentType))
    return { kind: "failed", reason: "not-html" };
  const html = decodeText(bytes, { contentType, lang }).text.replaceAll("\0", "");
  if (!isManageableHtml(html)) return { kind: "failed", reason: "too-complex" };
  const text = cutText(htmlText(articleHtml(html)), LONGEST_TEXT);
  return text.length < SHORTEST_TEXT
    ? { kind: "failed", reason: "no-article" }
    : { kind: "text", text };
}

/** The article's part of a page as HTML; empty when there is none. */
function articleHtml(html: string): string {
  try {
    const { document } = parseHTML(html);
    narrow(document);
    return new Readability(document, { charThreshold: SHORTEST_TEXT }).parse()?.content ?? "";
  } catch {
    // Readability walks pages that browsers have mended; one it stumbles on has no article for us.
    return "";
  }
}

/** As much of the DOM as is used here: TypeScript's own description of it would bring a browser. */
type PageElement = {
  readonly textContent: string | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
  replaceChildren(...children: readonly PageElement[]): void;
};
type PageDocument = Pick<PageElement, "querySelectorAll"> & { readonly body: PageElement };

/**
 * Leaves a page only the element it marks as its one article, when that holds most of the paragraphs:
 * on short reports Readability else takes notices beside the article for part of it.
 */
function narrow(document: PageDocument): void {
  const marked =
    soleElement(document, '[itemprop~="articleBody"]') ?? soleElement(document, "article");
  if (marked === null) return;
  if (paragraphsLength(marked) * 2 > paragraphsLength(document.body))
    document.body.replaceChildren(marked);
}

function soleElement(document: PageDocument, selector: string): PageElement | null {
  const [first = null, ...more] = document.querySelectorAll(selector);
  return more.length === 0 ? first : null;
}

function paragraphsLength(within: PageElement): number {
  let length = 0;
  for (const paragraph of within.querySelectorAll("p"))
    length += paragraph.textContent?.length ?? 0;
  return length;
}
