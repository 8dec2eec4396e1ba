import wrapAnsi from "wrap-ansi";

/** Whose screen it is. */
export type Viewer = {
  /** IANA zone that times are written in. */
  readonly timeZone: string;
  /** BCP 47 tag of the client's language. */
  readonly locale: string;
  /** What relative times count from. */
  readonly now: Date;
};

/** Styles of times. Source: https://discord.com/developers/docs/reference#message-formatting-timestamp-styles */
const STYLES: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  t: { timeStyle: "short" },
  T: { timeStyle: "medium" },
  d: { dateStyle: "short" },
  D: { dateStyle: "long" },
  f: { dateStyle: "long", timeStyle: "short" },
  F: { dateStyle: "full", timeStyle: "short" },
};

const UNITS = [
  ["year", 31_536_000],
  ["month", 2_592_000],
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
  ["second", 1],
] as const;

function relative(seconds: number, { locale, now }: Viewer): string {
  const ahead = seconds - now.getTime() / 1000;
  const [unit, size] = UNITS.find(([, each]) => Math.abs(ahead) >= each) ?? ["second", 1];
  return new Intl.RelativeTimeFormat(locale).format(Math.round(ahead / size), unit);
}

function timeWords(seconds: number, style: string, viewer: Viewer): string {
  if (style === "R") return relative(seconds, viewer);
  const { locale, timeZone } = viewer;
  const format = new Intl.DateTimeFormat(locale, { ...(STYLES[style] ?? STYLES["f"]), timeZone });
  return format.format(new Date(seconds * 1000));
}

const INLINE =
  /\\(?<escaped>[^\p{L}\p{N}\s])|<t:(?<seconds>-?\d{1,12})(?::(?<style>[tTdDfFR]))?>|\[(?<label>(?:\\.|[^\]\\\n]){1,400})\]\(<?[^)>\s]{1,2048}>?\)|<(?<address>https?:[^>\s]{1,2048})>|\*{1,3}(?=\S)|(?<=\S)\*{1,3}|__|~~|\|\||`{1,3}|(?<![\p{L}\p{N}])_(?=\S)|(?<=\S)_(?![\p{L}\p{N}])/gu;

/** Words as they show: markup gone, links by their label, times in the viewer's zone. */
export const shownWords = (text: string, viewer: Viewer): string =>
  text.replaceAll(INLINE, (...found: unknown[]) => {
    const { escaped, seconds, style, label, address } = found.at(-1) as Record<
      string,
      string | undefined
    >;
    if (seconds !== undefined) return timeWords(Number(seconds), style ?? "f", viewer);
    if (label !== undefined) return shownWords(label, viewer);
    return escaped ?? address ?? "";
  });

/** Breaks a line at words; what comes after the first hangs under `rest`. */
export function hang(
  text: string,
  [first, rest]: readonly [string, string],
  columns: number,
): readonly string[] {
  const lines = wrapAnsi(text, Math.max(columns - first.length, 8), { hard: true }).split("\n");
  return lines.map((line, index) => `${index === 0 ? first : rest}${line}`);
}

const BLOCK = /^(?<indent> {0,8})(?<mark>#{1,3} |-# |>{1,3} |[-*] |\d{1,3}\. )?(?<words>.*)$/u;

function shownLine(line: string, viewer: Viewer, columns: number): readonly string[] {
  const { indent = "", mark = "", words = "" } = BLOCK.exec(line)?.groups ?? { words: line };
  const text = shownWords(words, viewer);
  if (text === "" && mark === "") return [""];
  if (mark.startsWith(">")) return hang(text, ["│ ", "│ "], columns);
  if (mark === "- " || mark === "* ") return hang(text, [`${indent}• `, `${indent}  `], columns);
  if (mark.startsWith("#"))
    return [...hang(text, ["", ""], columns), "─".repeat(Math.min(24, columns))];
  const isNumber = /^\d/u.test(mark);
  return hang(text, isNumber ? [`${indent}${mark}`, `${indent}   `] : [indent, indent], columns);
}

/** Discord's markup as it shows, in lines of so many columns. */
export const shownMarkdown = (text: string, viewer: Viewer, columns: number): readonly string[] =>
  text.split("\n").flatMap((line) => shownLine(line, viewer, columns));
