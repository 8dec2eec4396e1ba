/**
 * Mends the two faults that most feeds' XML has, so that a strict parser reads them: a bare `&` (or an
 * entity of HTML), and markup standing unescaped in an element that holds text, XHTML among it, which
 * becomes the text of that element. Comments and CDATA sections stay. One pass, linear time.
 */
export function repairFeedXml(xml: string): string {
  const pieces: string[] = [];
  const unclosed = new Set<string>();
  let kept = 0;
  POINTS.lastIndex = 0;
  for (let match = POINTS.exec(xml); match !== null; match = POINTS.exec(xml)) {
    const edit = editAt(xml, match, unclosed);
    if (edit.text !== undefined) {
      pieces.push(xml.slice(kept, edit.from), edit.text);
      kept = edit.to;
    }
    POINTS.lastIndex = edit.to;
  }
  return pieces.join("") + xml.slice(kept);
}

/** Where something may need mending, or must be passed over. */
const POINTS =
  /<!\[CDATA\[|<!--|&|<((?:[a-z]\w{0,20}:)?(?:title|description|summary|content|subtitle|encoded))(?=[\s>])/gi;

/** Replaces `[from, to)` by `text`; without a text it only goes on at `to`. */
type Edit = { readonly from: number; readonly to: number; readonly text?: string };

function editAt(xml: string, match: RegExpExecArray, unclosed: Set<string>): Edit {
  const { index: from, 0: point, 1: name } = match;
  if (point === "&") return mendAmpersand(xml, from);
  if (name === undefined) return { from, to: after(xml, point === "<!--" ? "-->" : "]]>", from) };
  const inner = innerOf(xml, from, name, unclosed);
  if (inner === null) return { from, to: from + point.length };
  const [start, end] = inner;
  const content = xml.slice(start, end);
  if (!content.includes("<") || content.includes("<![CDATA[")) return { from, to: start };
  return { from: start, to: end, text: escapeMarkup(content) };
}

const KNOWN_ENTITY = /&(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-f]{1,6});/iy;

function mendAmpersand(xml: string, from: number): Edit {
  KNOWN_ENTITY.lastIndex = from;
  return KNOWN_ENTITY.test(xml) ? { from, to: from + 1 } : { from, to: from + 1, text: "&amp;" };
}

/** The range between an element's tags; null for an empty or unclosed element. */
function innerOf(
  xml: string,
  from: number,
  name: string,
  unclosed: Set<string>,
): readonly [start: number, end: number] | null {
  if (unclosed.has(name)) return null;
  const start = after(xml, ">", from);
  if (xml[start - 2] === "/") return null;
  const end = xml.indexOf(`</${name}`, start);
  if (end !== -1) return [start, end];
  unclosed.add(name);
  return null;
}

function after(text: string, end: string, from: number): number {
  const at = text.indexOf(end, from);
  return at === -1 ? text.length : at + end.length;
}

const escapeMarkup = (markup: string): string =>
  markup.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
