import { tensionLevel } from "../digest/tension-level.ts";
import { cardCatalogOf } from "../i18n/cards/catalog.ts";
import { catalogOf } from "../i18n/catalog.ts";
import { formatShortDay } from "../i18n/dates.ts";
import { formatScore } from "../i18n/direction.ts";
import { listOf } from "../i18n/locale.ts";
import type { Language } from "../lib/language.ts";
import type { ChartDays } from "./chart-days.ts";
import { kindName, kindsOf } from "./round-marks.ts";

/** A chart in words: its span, where tension stood last, at most and at least, and its rounds. */
export function describeTension(days: ChartDays | null, language: Language): string {
  const words = cardCatalogOf(language);
  if (days === null) return words["tension.none"];
  const known = days.values.flatMap(({ date, value }) => (value === null ? [] : [{ date, value }]));
  const calmFirst = known.toSorted((a, b) => b.value - a.value);
  const told = (point: (typeof known)[number] | undefined) => ({
    when: point === undefined ? "" : formatShortDay(language, point.date),
    level: catalogOf(language)["tension.level"][tensionLevel(point?.value ?? 0)],
    score: formatScore(language, point?.value ?? 0),
  });
  return [
    words["describe.span"]({
      from: formatShortDay(language, days.from),
      to: formatShortDay(language, days.to),
    }),
    words["describe.last"](told(known.at(-1))),
    words["describe.peak"](told(calmFirst.at(-1))),
    words["describe.calm"](told(calmFirst[0])),
    ...(known.length < days.values.length ? [words["describe.gaps"]] : []),
    ...roundsInWords(days, language),
  ].join(" ");
}

const roundsInWords = ({ rounds }: ChartDays, language: Language): string[] =>
  kindsOf(rounds).map((kind) => {
    const words = cardCatalogOf(language);
    const days = rounds
      .filter((round) => round.kind === kind)
      .map(({ date }) => formatShortDay(language, date));
    return words["describe.rounds"]({ name: kindName(kind, words), days: listOf(language, days) });
  });
