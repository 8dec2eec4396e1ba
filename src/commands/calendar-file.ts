import type { MessageFile } from "../messages/message.ts";

/** A round as a calendar keeps it. */
export type CalendarEntry = {
  /** The same for every version of one round. */
  readonly uid: string;
  /** What it says was learnt then: a version that says something else is of a later instant. */
  readonly learntAt: Date;
  /** An instant, or a whole day `YYYY-MM-DD` where no hour is known. */
  readonly begins: Date | string;
  readonly status: "TENTATIVE" | "CONFIRMED" | "CANCELLED";
  readonly summary: string;
  readonly location: string | null;
  readonly description: string;
  readonly url: string | null;
};

/** Writes one event as an iCalendar file (RFC 5545). */
export const calendarFile = (name: string, entry: CalendarEntry): MessageFile => ({
  name,
  mediaType: "text/calendar",
  content: calendarText([entry], []),
});

/** Writes events as an iCalendar document that calendar programs subscribe to (RFC 5545 and 7986). */
export const writeCalendar = (title: string, entries: readonly CalendarEntry[]): string =>
  calendarText(entries, [
    `NAME:${escapeText(title)}`,
    `X-WR-CALNAME:${escapeText(title)}`,
    "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
    "X-PUBLISHED-TTL:PT1H",
  ]);

const calendarText = (entries: readonly CalendarEntry[], about: readonly string[]): string =>
  [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Parley//Rounds of talks//EN",
    "METHOD:PUBLISH",
    ...about,
    ...(entries.length === 0 ? NO_EVENT : entries.flatMap(linesOf)),
    "END:VCALENDAR",
  ]
    .map((line) => `${foldLine(line)}\r\n`)
    .join("");

/** A calendar holds a component at least (RFC 5545, section 3.6); one that nothing happens in holds a time zone. */
const NO_EVENT: readonly string[] = [
  "BEGIN:VTIMEZONE",
  "TZID:UTC",
  "BEGIN:STANDARD",
  "DTSTART:19700101T000000",
  "TZOFFSETFROM:+0000",
  "TZOFFSETTO:+0000",
  "END:STANDARD",
  "END:VTIMEZONE",
];

const linesOf = (entry: CalendarEntry): readonly string[] => [
  "BEGIN:VEVENT",
  `UID:${escapeText(entry.uid)}`,
  `SEQUENCE:${sequenceOf(entry.learntAt)}`,
  `DTSTAMP:${utcOf(entry.learntAt)}`,
  typeof entry.begins === "string"
    ? `DTSTART;VALUE=DATE:${entry.begins.replaceAll("-", "")}`
    : `DTSTART:${utcOf(entry.begins)}`,
  `STATUS:${entry.status}`,
  `SUMMARY:${escapeText(entry.summary)}`,
  ...(entry.location === null ? [] : [`LOCATION:${escapeText(entry.location)}`]),
  `DESCRIPTION:${escapeText(entry.description)}`,
  ...(entry.url === null ? [] : [`URL:${uriOf(entry.url)}`]),
  "TRANSP:TRANSPARENT",
  "END:VEVENT",
];

const SEQUENCE_ZERO = Date.parse("2025-01-01T00:00:00Z");

/** Seconds: they rise with what is learnt whoever writes the version, and fit 31 bits until 2093. */
const sequenceOf = (learntAt: Date): number =>
  Math.max(0, Math.floor((learntAt.getTime() - SEQUENCE_ZERO) / 1_000));

/** RFC 5545 section 3.3.5, form 2. */
const utcOf = (at: Date): string => at.toISOString().replace(/[-:]|\.\d+/g, "");

// oxlint-disable-next-line eslint/no-control-regex -- RFC 5545 allows no control but tab in text
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/** RFC 5545 section 3.3.11. */
const escapeText = (text: string): string =>
  text
    .toWellFormed()
    .replace(CONTROLS, "")
    .replace(/[\\;,]/g, (mark) => `\\${mark}`)
    .replace(/\r\n|\r|\n/g, "\\n");

/** A URI holds no space and no line's end; what does is no address. */
const uriOf = (url: string): string => encodeURI(url.toWellFormed()).replace(CONTROLS, "");

/** RFC 5545 section 3.1: lines of more than 75 octets go on after a line's end and a space. */
const LONGEST_LINE = 75;

/** Folds between whole characters, so that each row is valid UTF-8 by itself. */
function foldLine(line: string): string {
  let folded = "";
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > LONGEST_LINE) {
      folded += "\r\n ";
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}
