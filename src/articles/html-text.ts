import { Tokenizer, type TokenizerCallbacks } from "htmlparser2";
import { cleanText } from "./clean-text.ts";

/**
 * The text of an HTML fragment as a reader sees it: entities decoded, scripts, styles and other unseen
 * elements dropped, blocks as paragraphs parted by an empty line, `<br>` as a line break. Plain text
 * passes through. Time and memory grow with the length alone, however the tags are nested.
 */
export function htmlText(html: string): string {
  return cleanText(html.includes("<") || html.includes("&") ? withoutTags(html) : html);
}

/** As {@link htmlText}, in one line: for titles. */
export const htmlLine = (html: string): string => htmlText(html).replaceAll(/\s+/g, " ");

const words = (names: string): ReadonlySet<string> => new Set(names.split(" "));

/** Elements that stand on lines of their own. */
const BLOCKS = words(
  "address article aside blockquote body caption dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody td tfoot th thead title tr ul",
);

/** Elements whose text is not part of the article's text. */
const UNSEEN = words(
  "audio button canvas embed head iframe math noscript object script select style svg template textarea video",
);

const PARAGRAPH = "\n\n";

function withoutTags(html: string): string {
  const pieces: string[] = [];
  const hidden: string[] = [];
  let opening = "";
  const say = (text: string) => {
    if (hidden.length === 0) pieces.push(text);
  };
  const nameAt = (start: number, end: number) => html.slice(start, end).toLowerCase();
  const callbacks: TokenizerCallbacks = {
    ...SILENT,
    ontext: (start, end) => say(html.slice(start, end).replaceAll(/[\n\r\t\f ]+/g, " ")),
    ontextentity: (code) => say(String.fromCodePoint(code)),
    oncdata: (start, end) => say(html.slice(start, end)),
    onopentagname: (start, end) => {
      opening = nameAt(start, end);
      if (opening === "body") hidden.length = 0;
      if (BLOCKS.has(opening)) say(PARAGRAPH);
      if (opening === "br") say("\n");
    },
    onopentagend: () => {
      if (UNSEEN.has(opening)) hidden.push(opening);
    },
    onclosetag: (start, end) => {
      const name = nameAt(start, end);
      if (hidden.at(-1) === name) hidden.pop();
      if (BLOCKS.has(name)) say(PARAGRAPH);
    },
  };
  const tokenizer = new Tokenizer({ decodeEntities: true, recognizeSelfClosing: true }, callbacks);
  tokenizer.write(html);
  tokenizer.end();
  return pieces.join("");
}

const ignore = () => {};

const SILENT: TokenizerCallbacks = {
  onattribdata: ignore,
  onattribentity: ignore,
  onattribend: ignore,
  onattribname: ignore,
  oncdata: ignore,
  onclosetag: ignore,
  oncomment: ignore,
  ondeclaration: ignore,
  onend: ignore,
  onopentagend: ignore,
  onopentagname: ignore,
  onprocessinginstruction: ignore,
  onselfclosingtag: ignore,
  ontext: ignore,
  ontextentity: ignore,
};
