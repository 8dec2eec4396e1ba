import { InvalidArgumentError, Option } from "commander";
import type { Config } from "../../config/config.ts";
import { LANGUAGES } from "../../lib/language.ts";
import { isPlausibleInstant } from "../items-file.ts";

/** `--talks`, one set of talks. */
export const talksOption = ({ PARLEY_TALKS: [first = "iran-us"] }: Config) =>
  new Option("--talks <id>", "which talks").default(first);

/** `--lang`, a language to write in. */
export const langOption = ({ PARLEY_LANG }: Config) =>
  new Option("--lang <language>", "language to write in").choices(LANGUAGES).default(PARLEY_LANG);

/** `--tz`, a time zone to tell instants in. */
export const zoneOption = ({ PARLEY_TZ }: Config) => {
  const option = new Option(
    "--tz <zone>",
    "IANA time zone, such as Asia/Tehran (default: the venue's)",
  );
  option.argParser(timeZone);
  return PARLEY_TZ === undefined ? option : option.default(PARLEY_TZ);
};

/** An instant in ISO 8601; one without a zone is UTC. */
export function instant(value: string): Date {
  const zoned = /(?:Z|[+-]\d\d:?\d\d)$/i.test(value) || !value.includes("T") ? value : `${value}Z`;
  const at = new Date(zoned);
  if (!isPlausibleInstant(at) || !isCalendarDay(value.slice(0, 10)))
    throw new InvalidArgumentError("Give an ISO 8601 instant, such as 2026-02-05T18:00:00Z.");
  return at;
}

/** JavaScript takes 31 February for 3 March. */
function isCalendarDay(day: string): boolean {
  const at = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(day);
}

function timeZone(value: string): string {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: value }).resolvedOptions().timeZone;
  } catch {
    throw new InvalidArgumentError("Give an IANA time zone, such as Asia/Muscat.");
  }
}

const UNIT_MS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 };

/** A length of time such as `12h`, in milliseconds. */
export function duration(value: string): number {
  const [, count, unit] = /^(\d{1,6})([mhd])$/.exec(value) ?? [];
  const ms = Number(count) * (UNIT_MS[unit ?? ""] ?? 0);
  if (!(ms > 0)) throw new InvalidArgumentError("Give a length of time, such as 30m, 12h or 1d.");
  return ms;
}
