/** In UTF-16 units; news pages are a tenth of it. */
const LONGEST_PAGE = 3_000_000;

/** Of tags; news pages have a few thousand. */
const MOST_TAGS = 50_000;

/** Of elements open at once, counted without HTML's implied ends; real pages nest a few dozen deep. */
const MOST_OPEN = 2_000;

const TAG = /<(\/?)([a-z][a-z0-9]{0,20})/gi;

/** Elements that end by themselves, or whose end tag HTML lets out. */
const SELF_ENDING =
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|dt|dd|tr|td|th|option)$/i;

/** Whether a page is of a size and depth that a document tree can be built and walked in a moment. */
export function isManageableHtml(html: string): boolean {
  if (html.length > LONGEST_PAGE) return false;
  let open = 0;
  let tags = 0;
  TAG.lastIndex = 0;
  for (let tag = TAG.exec(html); tag !== null; tag = TAG.exec(html)) {
    tags += 1;
    if (!SELF_ENDING.test(tag[2] ?? "")) open = Math.max(0, open + (tag[1] === "/" ? -1 : 1));
    if (tags > MOST_TAGS || open > MOST_OPEN) return false;
  }
  return true;
}
