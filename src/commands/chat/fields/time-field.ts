import type { Schedule, TimeOfDay } from "../../../deliveries/schedule.ts";
import type { Subscription } from "../../../deliveries/subscription.ts";
import { formatClock } from "../../../i18n/dates.ts";
import type { ControlChoice } from "../../../messages/control.ts";
import { echo } from "../../refusals.ts";
import { readTime } from "../read-time.ts";
import { rescheduled, timeOf } from "../scheduling.ts";
import type { Field } from "./field.ts";

/** Times that most people want, on one screen. */
const USUAL = ["06:00", "07:00", "08:00", "09:00", "12:00", "18:00", "20:00", "22:00"];

/** The time of day of scheduled briefings. */
export const timeField: Field = {
  read: (said, current, { asked, phrases }) => {
    const at = readTime(said);
    if (at === null) {
      const says = phrases["time.unreadable"]({ value: echo(said, asked.language) });
      return { kind: "unreadable", says };
    }
    return { kind: "set", to: rescheduled(current, withTime(current.schedule, at), asked.now) };
  },
  show: (current, { asked, phrases }) => {
    const at = timeOf(current.schedule);
    return at === null ? phrases.none : formatClock(asked.language, at);
  },
  choices: (current, { asked }) => timesWith(current).map(choiceOf(current, asked.language)),
  complete: (typed, { asked }) => {
    const said = readTime(typed);
    const times = said === null ? USUAL : [said];
    return times.map((value) => ({ label: formatClock(asked.language, value), value }));
  },
};

function withTime(schedule: Schedule | null, at: TimeOfDay): Schedule {
  if (schedule === null || schedule.kind === "cron") return { kind: "daily", at };
  return { ...schedule, at };
}

function timesWith({ schedule }: Subscription): readonly string[] {
  const at = timeOf(schedule);
  return at === null ? USUAL : [...new Set([...USUAL, at])].toSorted();
}

const choiceOf =
  ({ schedule }: Subscription, language: Parameters<typeof formatClock>[0]) =>
  (value: string): ControlChoice => ({
    label: formatClock(language, value),
    value,
    chosen: value === timeOf(schedule),
  });
