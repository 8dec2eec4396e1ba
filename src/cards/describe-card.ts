import { cardCatalogOf } from "../i18n/cards/catalog.ts";
import { commaOf } from "../i18n/locale.ts";
import type { CardContents } from "./card-contents.ts";
import { chartDays } from "./chart-days.ts";
import { describeTension } from "./describe-tension.ts";

/** A card in words, for those who cannot see it: all it says, in the order in which it is read. */
export function describeCard(contents: CardContents): string {
  const { status, round, delegations, language } = contents;
  const lines = [
    contents.talks,
    contents.asOf,
    contents.phase,
    ...(status === null
      ? []
      : [status.unreported ?? "", status.dispute ?? "", status.since, status.confidence]),
    ...(round === null
      ? []
      : [
          `${round.heading}: ${round.when}`,
          round.where,
          round.countdown,
          round.ground,
          round.caution,
        ]),
    ...delegations.map(({ party, people }) => `${party}${people.join(commaOf(language))}`),
    `${cardCatalogOf(language)["tension.title"]}: ${describeTension(chartDays(contents.series, contents.rounds), language)}`,
    contents.sources,
    contents.unread ?? "",
  ];
  return lines
    .filter((line) => line !== "")
    .map((line) => (/[.!?\u061f]$/.test(line) ? line : `${line}.`))
    .join(" ");
}
