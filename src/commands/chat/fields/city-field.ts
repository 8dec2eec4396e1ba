import { echo } from "../../refusals.ts";
import { replanned } from "../scheduling.ts";
import { completeCity, readZone, zoneLabel } from "../zone-of.ts";
import type { Field } from "./field.ts";

/** The time zone, by a city in it. */
export const cityField: Field = {
  read: (said, current, { asked, context, phrases }) => {
    const timeZone = readZone(context.cities, said, asked);
    if (timeZone !== null)
      return { kind: "set", to: replanned({ ...current, timeZone }, asked.now) };
    const says = phrases["city.unreadable"]({ value: echo(said, asked.language) });
    return { kind: "unreadable", says };
  },
  show: ({ timeZone }, { asked, context }) =>
    zoneLabel(context.cities, timeZone, asked.language, asked.now),
  choices: () => [],
  complete: (typed, { asked, context }) => completeCity(context.cities, typed, asked),
};
