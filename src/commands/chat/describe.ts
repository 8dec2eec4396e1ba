import type { Subscription } from "../../deliveries/subscription.ts";
import { formatClock, formatInstant } from "../../i18n/dates.ts";
import { commaOf } from "../../i18n/locale.ts";
import { embed, isolateNumber } from "../../i18n/direction.ts";
import type { Span } from "../../messages/message.ts";
import type { Tools } from "./tools.ts";
import { weekdayName } from "./weekdays.ts";
import { zoneLabel } from "./zone-of.ts";

/** When a subscription's briefings come: "every day at 08:00 (Tehran time)". */
export function describeSchedule(subscription: Subscription, tools: Tools): string {
  const { schedule, timeZone } = subscription;
  const { asked, context, phrases } = tools;
  const { language } = asked;
  if (schedule === null) return phrases["schedule.none"];
  const zone = zoneLabel(context.cities, timeZone, language, asked.now);
  if (schedule.kind === "cron") {
    const expression = isolateNumber(schedule.expression);
    return phrases["schedule.cron"]({ expression, zone });
  }
  const when = clockIn(schedule.at, timeZone, tools);
  switch (schedule.kind) {
    case "daily":
      return phrases["schedule.daily"]({ when });
    case "workdays":
      return phrases["schedule.workdays"]({ when });
    case "weekly":
      return phrases["schedule.weekly"]({ day: weekdayName(language, schedule.day), when });
  }
}

/** A time of day with whose clock it is on: "08:00 (Tehran time)". */
export function clockIn(at: string, timeZone: string, { asked, context, phrases }: Tools): string {
  const { language, now } = asked;
  const zone = zoneLabel(context.cities, timeZone, language, now);
  return phrases["clock.in"]({ clock: formatClock(language, at), zone });
}

/** A subscription in one line: which talks, when, in which form and language. */
export const describe = (subscription: Subscription, tools: Tools): string =>
  tools.phrases.what({
    talks: talksName(subscription.talks, tools),
    schedule: describeSchedule(subscription, tools),
    form: tools.phrases["form.told"][subscription.form],
    language: tools.phrases["language.told"][subscription.language],
  });

/** The name of talks in the asker's language; of those no longer followed, the id. */
export const talksName = (id: string, { asked, context }: Tools): string =>
  context.talks.find(({ names }) => names.dossier.id === id)?.names.dossier.names[asked.language] ??
  embed(id, asked.language);

/** An instant on the clock of a zone, for a platform to show on the reader's own. */
export const instantSpans = (
  at: Date,
  timeZone: string,
  { asked, context }: Tools,
): readonly Span[] => {
  const zone = zoneLabel(context.cities, timeZone, asked.language, at);
  // The zone belongs to the words: a client that shows its own time instead takes it out with them.
  const words = [formatInstant(asked.language, at, timeZone), zone].join(commaOf(asked.language));
  return [{ kind: "time", at, text: words }];
};
