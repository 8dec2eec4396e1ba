import type { QuietHours, TimeOfDay } from "../../deliveries/schedule.ts";
import { BEFORE_CLOCK_WORDS, HALF_DAY_WORDS, UNTIL_WORDS } from "../../i18n/settings/words.ts";
import { comparable } from "../arguments/option-value.ts";

const CLOCK = /^(\d{1,2})(?:[:.,h\u066b\u060c](\d{2}))?([^\d]*)$/u;
const CLOSED = /^(\d{2})(\d{2})$/;

/** A time of day as people write it, in any digits: "8:30", "٠٨:٣٠", "۸.۳۰", "0830", "8 pm"; null for none. */
export function readTime(said: string): TimeOfDay | null {
  const plain = withoutFirst(comparable(said), BEFORE_CLOCK_WORDS);
  const [, hour, minute = "0", half = ""] = CLOSED.exec(plain) ?? CLOCK.exec(plain) ?? [];
  if (hour === undefined) return null;
  const hours = hourOf(Number(hour), half.trim());
  if (hours === null || hours > 23 || Number(minute) > 59) return null;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- checked to be HH:MM
  return `${String(hours).padStart(2, "0")}:${minute.padStart(2, "0")}` as TimeOfDay;
}

/** Whether something is meant as a time of day, right or wrong. */
export const looksLikeTime = (said: string): boolean => {
  const plain = comparable(said);
  return readTime(plain) !== null || /^\d{1,2}[:.]\d{1,2}$/u.test(plain);
};

function hourOf(hour: number, half: string): number | null {
  if (half === "") return hour;
  const isAfternoon = isOneOf(HALF_DAY_WORDS.pm, half);
  if (!isAfternoon && !isOneOf(HALF_DAY_WORDS.am, half)) return null;
  if (hour > 12) return isAfternoon ? hour : null;
  return (hour % 12) + (isAfternoon ? 12 : 0);
}

const isOneOf = (words: readonly string[], said: string): boolean =>
  words.some((word) => comparable(word) === said);

/** Two times of day with something between: "23:00-07:00", "۲۳ تا ۷"; null for anything else. */
export function readQuietHours(said: string): QuietHours | null {
  const words = comparable(said).split(" ");
  const dashed = words.map((word) => (isOneOf(UNTIL_WORDS, word) ? "-" : word)).join(" ");
  const [from = "", until = "", ...more] = dashed
    .split(/[-\u2013\u2014]/u)
    .map((part) => part.trim());
  const [start, end] = [readTime(from), readTime(until)];
  return start === null || end === null || more.length > 0 ? null : { from: start, until: end };
}

/** What is left of words behind one of those that may begin them. */
function withoutFirst(said: string, words: readonly string[]): string {
  const first = words.map((word) => `${comparable(word)} `).find((word) => said.startsWith(word));
  return said.slice(first?.length ?? 0);
}
