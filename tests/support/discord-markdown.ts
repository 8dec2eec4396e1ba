/**
 * What of a text Discord would take for markup that we do not write: read with its rules, after taking
 * out the links, moments, emphasis and line marks that are ours, and what is escaped.
 */
export function foreignMarkup(markdown: string): readonly string[] {
  return markdown.split("\n").flatMap((line) => {
    const own = line.replace(OUR_LINE_MARKS, "");
    const rest = withoutEmphasis(
      own
        .replace(ESCAPED, "")
        .replace(OUR_LINKS, "")
        .replace(OUR_MOMENTS, "")
        .replace(OUR_COMMANDS, ""),
    );
    return MARKUP.filter((markup) => markup.test(rest)).map(
      (markup) => `${markup.source} in ${line}`,
    );
  });
}

const OUR_LINE_MARKS = /^(-# |- |> |### |## )?\u200f?/;
/** Escapes are read first, as Discord does, so that an escaped bracket begins no link. */
const ESCAPED = /\\[^0-9A-Za-z\s]/g;
const OUR_LINKS = /\[[^[\]<>]*\]\(<https?:\/\/[^\s<>]+>\)/gi;
const OUR_MOMENTS = /\u2068<t:-?\d+:f>\u2069/g;

const OUR_COMMANDS = /`\/(?:[a-z]{1,32}|\u2026)`/g;

const withoutEmphasis = (line: string): string => line.replace(/\*\*([^*]+)\*\*/g, "$1");

const MARKUP = [
  /[*_~`|]/,
  /[[\]]/,
  /[<>]/,
  /[#@]/,
  /https?:\/\//i,
  /discord\.gg\//i,
  /^\s*[-+] /,
  /^\s*\d+[.)] /,
  /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/,
];
