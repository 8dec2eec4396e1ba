import type { DateMention } from "../../facts/dates/date-mention.ts";
import { mentionsOf } from "../../facts/mention.ts";
import { type CalendarDate, weekdayOf } from "../../lib/calendar-date.ts";
import { type Check, faultsIn } from "./check.ts";
import { heardIn } from "./told-as-said.ts";
import type { DayWordFinder } from "./day-words.ts";
import { bearsOut, dayOfMention, type EvidenceDay, evidenceDays } from "./evidence-days.ts";
import { evidenceTimes, isSameInstant, type ZoneAt } from "./evidence-times.ts";
import { type EvidenceReading, type Passage, textOfTokens } from "./reading.ts";

/** What days and times are compared with. */
export type DateCheckTools = {
  readonly dayWords: DayWordFinder;
  /** Where the talks are usually held. */
  readonly timeZone: string;
};

/**
 * Every day, period and time of day is one of the evidence's, and one that somebody's words alone tell is
 * told as said; a weekday belongs to its day, and a time
 * goes with the zone that the evidence gives it. Days counted from today are another check's.
 */
export function createDateCheck({ dayWords, timeZone }: DateCheckTools): Check {
  const zoneAt = zoneFinder(dayWords);
  return (sentence, evidence) => {
    const heard = heardIn(sentence, evidence);
    const days = evidenceDays(heard, timeZone);
    const wrong = sentence.dates.filter(
      (mention) =>
        !isDayBorneOut(mention, days) ||
        (mention.time !== null && !isTimeBorneOut({ sentence, mention, zoneAt }, heard)),
    );
    return faultsIn("date", [
      ...wrong.map(({ from, to }) => textOfTokens(sentence, from, to)),
      ...wrongWeekdays(dayWords, sentence, days),
    ]);
  };
}

function isDayBorneOut(mention: DateMention, days: readonly EvidenceDay[]): boolean {
  if (mention.form === "relative" || mention.form === "weekday") return true;
  // The finder gives a bare time the nearest day that it finds; only its hour is told.
  if (mention.form === "time") return true;
  const told = dayOfMention(mention);
  return told.length === 0 || told.some((day) => bearsOut(days, day));
}

type Timed = {
  readonly sentence: Passage;
  readonly mention: DateMention;
  readonly zoneAt: ZoneAt;
};

function isTimeBorneOut({ sentence, mention, zoneAt }: Timed, evidence: EvidenceReading): boolean {
  const { date, time, timeZone, form, from, to } = mention;
  const zoned = timeZone !== null || zoneAt(sentence, from, to);
  const isNear = (day: CalendarDate | null): boolean =>
    form === "time" || date === null || day === null || day === date;
  return evidenceTimes(evidence, zoneAt).some((one) => {
    if (timeZone !== null && one.zone !== null && date !== null && time !== null)
      if (
        isSameInstant(
          { date: form === "time" ? (one.date ?? date) : date, time, zone: timeZone },
          one,
        )
      )
        return true;
    if (one.time !== time || !isNear(one.date)) return false;
    if (timeZone !== null) return one.zone === timeZone;
    return zoned ? one.zoned : !one.zoned || namesZone(sentence, one.zone);
  });
}

/** "At 10:00 in Muscat": the city's own clock is meant. */
const namesZone = ({ mentions }: Passage, zone: string | null): boolean =>
  mentionsOf(mentions, "city").some(({ sense }) => zone === null || sense.timeZone === zone);

const BEHIND = 4;

/** A zone within the words of a time, or right behind them. */
const zoneFinder =
  (dayWords: DayWordFinder): ZoneAt =>
  (passage, from, to) =>
    dayWords(passage).some(
      (one) => one.word.kind === "zone" && one.from >= from && one.from < to + BEHIND,
    );

/** A weekday by a day is that day's; one by itself is the weekday of some day of the evidence. */
function wrongWeekdays(
  dayWords: DayWordFinder,
  sentence: Passage,
  days: readonly EvidenceDay[],
): string[] {
  const told = new Set(
    days
      .filter(({ precision }) => precision === "day")
      .flatMap(({ first, last }) => [weekdayOf(first), weekdayOf(last)]),
  );
  return dayWords(sentence).flatMap(({ word, from, to }) => {
    if (word.kind !== "weekday" || !isDay(sentence, from)) return [];
    const beside = dayBeside(sentence, from, to);
    const isRight = beside === null ? told.has(word.day) : weekdayOf(beside) === word.day;
    return isRight ? [] : [textOfTokens(sentence, from, to)];
  });
}

/** Names of weekdays are other words too, and parts of names: the finder of dates tells. */
const isDay = ({ dates }: Passage, at: number): boolean =>
  dates.some(({ from, to }) => from <= at && at < to);

/** The one day of the calendar that stands with a weekday or beside it. */
function dayBeside({ dates, read }: Passage, from: number, to: number): CalendarDate | null {
  const isMarks = (first: number, end: number): boolean =>
    first <= end && read.tokens.slice(first, end).every(({ kind }) => kind === "mark");
  const day = dates.find(
    (one) =>
      one.form === "calendar" &&
      one.precision === "day" &&
      one.dateEnd === null &&
      ((one.from <= from && to <= one.to) || isMarks(to, one.from) || isMarks(one.to, from)),
  );
  return day?.date ?? null;
}
