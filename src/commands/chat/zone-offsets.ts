import type { Cities } from "../../config/cities.ts";
import { GREENWICH_WORDS } from "../../i18n/settings/words.ts";
import { comparable } from "../arguments/option-value.ts";

const OFFSET = /^([+\u2212-])\s*(\d{1,2})(?:[:.]?(\d{2}))?$/u;

/** Minutes east of Greenwich, as in "UTC+3:30", "gmt-5", "+0430"; null for anything else. */
export function readOffset(said: string): number | null {
  const plain = comparable(said);
  const name = GREENWICH_WORDS.map(comparable).find((word) => plain.startsWith(word)) ?? "";
  const [, sign, hours, minutes = "0"] = OFFSET.exec(plain.slice(name.length).trim()) ?? [];
  if (sign === undefined) return null;
  return (sign === "+" ? 1 : -1) * (Number(hours) * 60 + Number(minutes));
}

type Offsets = { readonly hour: number; readonly minutes: ReadonlyMap<string, number> };

const known = new WeakMap<Cities, Offsets>();

/** How far east of Greenwich each zone is at an instant, in minutes; worked out once an hour. */
export function offsetsAt(cities: Cities, now: Date): ReadonlyMap<string, number> {
  const hour = Math.floor(now.getTime() / 3_600_000);
  const last = known.get(cities);
  if (last?.hour === hour) return last.minutes;
  const zones = new Set(cities.cities.map(({ zone }) => zone));
  const minutes = new Map([...zones].map((zone) => [zone, offsetOf(zone, now)] as const));
  known.set(cities, { hour, minutes });
  return minutes;
}

function offsetOf(timeZone: string, at: Date): number {
  const name = new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "longOffset" })
    .formatToParts(at)
    .find(({ type }) => type === "timeZoneName")?.value;
  return readOffset(name ?? "") ?? 0;
}
