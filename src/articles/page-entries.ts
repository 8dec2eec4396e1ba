/** What tells an item apart from others at its address. */
type PageItem = {
  readonly url: string;
  /** As the feed spells it, fragment included. */
  readonly link: string;
  readonly guid: string | null;
  readonly title: string;
};

/**
 * For each item of one document, what names it within its page; empty for the usual case, an item
 * with a page of its own. Live blogs list many entries of one page, told apart by the fragment; some
 * offices link every item to their front page, so that only the guid or title tells them apart.
 */
export function entryNames(items: readonly PageItem[]): string[] {
  const fragments = new Map<string, Set<string>>();
  for (const { url, link } of items) {
    const known = fragments.get(url) ?? new Set();
    fragments.set(url, known.add(fragmentOf(link)));
  }
  return items.map((item) => {
    if (isFrontPage(item.url)) return item.guid ?? item.title;
    return (fragments.get(item.url)?.size ?? 0) > 1 ? fragmentOf(item.link) : "";
  });
}

function fragmentOf(link: string): string {
  const at = link.indexOf("#");
  return at === -1 ? "" : link.slice(at);
}

const isFrontPage = (url: string): boolean => /^https?:\/\/[^/]+\/$/.test(url);
