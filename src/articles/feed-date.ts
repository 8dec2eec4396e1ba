import { instantInZone } from "../lib/zone-offset.ts";

/**
 * The instant that a feed's date names, or null when it is unreadable: never a guess, never "now".
 * Reads RFC 822 with the liberties that feeds take (weekday wrong or missing, two-digit years, full
 * month names, month before day, many zones) and ISO 8601 (RFC 3339, W3C-DTF down to the day).
 * A time without a zone is told in `timeZone` (IANA).
 */
export function parseFeedDate(text: string, timeZone = "UTC"): Date | null {
  if (text.length > LONGEST_DATE) return null;
  const plain = text.normalize("NFKC").replaceAll(LOCAL_DIGITS, asciiDigit).trim();
  const fields = isoFields(plain) ?? wordFields(plain);
  return fields === null ? null : instantOf(fields, timeZone);
}

const LONGEST_DATE = 100;

/** Arabic-Indic and Persian digits, which some feeds write. */
const LOCAL_DIGITS = /[\u0660-\u0669\u06f0-\u06f9]/g;
const asciiDigit = (digit: string): string => String(digit.charCodeAt(0) & 0xf);

type DateFields = {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly time: string | undefined;
  readonly zone: string;
};

const ISO =
  /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:(?:[T ]|, ?)\s{0,3}(\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?) ?(.{0,20}))?$/i;

function isoFields(text: string): DateFields | null {
  const [, year, month, day, time, zone = ""] = ISO.exec(text) ?? [];
  if (year === undefined) return null;
  return { year: Number(year), month: Number(month), day: Number(day), time, zone };
}

const DAY_FIRST =
  /^(?:[a-z]{2,9}(?:\.?, ?|\.? ))?(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3,9})\.?,?[ -](\d{4}|\d{2})(?:,? (?:at )?(.*))?$/i;
const MONTH_FIRST =
  /^(?:[a-z]{2,9}(?:\.?, ?|\.? ))?([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?:,? (?:at )?(.*))?$/i;
const CLOCK = /^(\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?: ?[ap]m)?) ?(.{0,30})$/i;

/** As C and Java print an instant: `Thu Feb 5 12:00:00 UTC 2026`. */
const YEAR_LAST =
  /^[a-z]{3},? ([a-z]{3}) (\d{1,2}) (\d{2}:\d{2}:\d{2}) ?([a-z+:\d-]{0,9}) (\d{4})$/i;

function wordFields(text: string): DateFields | null {
  const spaced = text.replaceAll(/\s+/g, " ").replace(YEAR_LAST, "$1 $2, $5 $3 $4").trim();
  const dayFirst = DAY_FIRST.exec(spaced);
  const monthFirst = dayFirst === null ? MONTH_FIRST.exec(spaced) : null;
  const [, day, name, year, rest = ""] = dayFirst ?? swapped(monthFirst);
  const month = MONTHS.indexOf((name ?? "").slice(0, 3).toLowerCase()) + 1;
  if (year === undefined || month === 0) return null;
  const clock = rest === "" ? null : CLOCK.exec(rest);
  if (rest !== "" && clock === null) return null;
  const [, time, zone = ""] = clock ?? [];
  return { year: fullYear(year), month, day: Number(day), time, zone };
}

const swapped = (match: RegExpExecArray | null): (string | undefined)[] =>
  match === null ? [] : [match[0], match[2], match[1], match[3], match[4]];

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** Two digits as RFC 2822, section 4.3 reads them. */
const fullYear = (year: string): number =>
  year.length === 4 ? Number(year) : Number(year) + (Number(year) < 50 ? 2000 : 1900);

/** No feed is older than the web; a year before is of another calendar or a blank value. */
const FIRST_YEAR = 1990;

function instantOf(
  { year, month, day, time = "00:00", zone }: DateFields,
  timeZone: string,
): Date | null {
  const [, hours, minutes, seconds = "0", half] =
    /^(\d{1,2}):(\d{2})(?::(\d{2}))?[.,\d]{0,10}(?: ?([ap])m)?$/i.exec(time) ?? [];
  const hour = hourOf(Number(hours), half?.toLowerCase());
  const offset = zoneMinutes(zone);
  if (offset === null || hour === null || Number(minutes) > 59 || Number(seconds) > 60) return null;
  const midnight = new Date(Date.UTC(year, month - 1, day));
  if (year < FIRST_YEAR || midnight.getUTCMonth() !== month - 1 || day < 1) return null;
  const clockMinutes = hour * 60 + Number(minutes) - offset;
  const seconded = clockMinutes * 60_000 + Math.min(Number(seconds), 59) * 1000;
  const instant = new Date(midnight.getTime() + seconded);
  return zone.trim() === "" && timeZone !== "UTC" ? instantInZone(instant, timeZone) : instant;
}

function hourOf(hour: number, half: string | undefined): number | null {
  if (half === undefined) return hour <= 23 ? hour : null;
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (half === "p" ? 12 : 0);
}

/**
 * Zone names that feeds use and that mean one offset, in minutes east of UTC. Left out are those that
 * mean several (IST, AST outside America, BST is read as British): a date an hour wrong misleads, and a
 * skipped one is counted.
 */
const ZONES: ReadonlyMap<string, number> = new Map([
  ...["", "z", "ut", "utc", "gmt", "wet", "-0000"].map((name) => [name, 0] as const),
  ["est", -300],
  ["edt", -240],
  ["cst", -360],
  ["cdt", -300],
  ["mst", -420],
  ["mdt", -360],
  ["pst", -480],
  ["pdt", -420],
  ["bst", 60],
  ["west", 60],
  ["cet", 60],
  ["mez", 60],
  ["cest", 120],
  ["mesz", 120],
  ["eet", 120],
  ["eest", 180],
  ["msk", 180],
  ["trt", 180],
  ["irst", 210],
  ["irdt", 270],
  ["gst", 240],
  ["pkt", 300],
  ["jst", 540],
]);

const OFFSET = /^(?:gmt|utc|ut)? ?([+-]|\u2212)(\d{1,2}):?(\d{2})?$/i;

function zoneMinutes(zone: string): number | null {
  const name = zone
    .replace(/\s{0,5}\([^)]{0,40}\)$/, "")
    .trim()
    .toLowerCase();
  const named = ZONES.get(name);
  if (named !== undefined) return named;
  const [, sign, hours, minutes = "0"] = OFFSET.exec(name) ?? [];
  if (hours === undefined || Number(hours) > 14 || Number(minutes) > 59) return null;
  return (sign === "+" ? 1 : -1) * (Number(hours) * 60 + Number(minutes));
}
