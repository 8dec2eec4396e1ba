import type { DateMention } from "../../facts/dates/date-mention.ts";
import { matchSaid } from "./match-said.ts";
import { type Sentence, wordAt } from "./sentence.ts";
import type { Value } from "./telling.ts";
import { namesOtherWeekday } from "./weekday.ts";

/** Ends of a value that is told as itself from a token on: a name, a day, a time of day, words said. */
export function matchValue(value: Value, sentence: Sentence, from: number): readonly number[] {
  switch (value.kind) {
    case "name":
      return sentence.names.get(from)?.get(value.of) ?? [];
    case "day":
      return dayEnds(value, sentence, from);
    case "clock":
      return datesAt(sentence, from)
        .filter(
          ({ form, time, timeZone }) =>
            form === "time" && time === value.time && isZone(timeZone, value.timeZone),
        )
        .map(({ to }) => to);
    case "words":
      return matchSaid(value, sentence, from);
    case "term":
    case "clause":
      return [];
  }
}

const datesAt = ({ dates }: Sentence, at: number): readonly DateMention[] =>
  dates.filter(({ from }) => from === at);

type Day = Extract<Value, { kind: "day" }>;

/** The day by its date; once more in another calendar. */
function dayEnds(day: Day, sentence: Sentence, from: number): readonly number[] {
  const ends = datesAt(sentence, from)
    .filter((mention) => isDay(mention, day) && !isMisnamed(mention, day, sentence))
    .map(({ to }) => to);
  return ends.flatMap((end) => {
    const next = wordAt(sentence, end);
    return next === end ? [end] : [end, ...dayEnds(day, sentence, next)];
  });
}

const isMisnamed = ({ from, to }: DateMention, { date }: Day, sentence: Sentence): boolean =>
  namesOtherWeekday(sentence.tokens.slice(from, to), date, sentence.language);

const isDay = (
  { date, dateEnd, form, precision, time, timeZone }: DateMention,
  day: Day,
): boolean =>
  form === "calendar" &&
  date === day.date &&
  dateEnd === null &&
  precision === "day" &&
  (time === null || (time === day.time && isZone(timeZone, day.timeZone)));

/** Where no zone is named, the wording says whose clock it is. */
const isZone = (told: string | null, known: string | null): boolean =>
  told === null || told === known;
