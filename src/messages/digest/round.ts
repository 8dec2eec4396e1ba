import type { Digest, DigestRound } from "../../digest/digest.ts";
import { formatClock, formatDay, formatDistance } from "../../i18n/dates.ts";
import { localDate } from "../../lib/calendar-date.ts";
import { type Block, type Span, strong, text } from "../message.ts";
import type { Wording } from "./wording.ts";

/** The next round and the last one. */
export function roundBlocks(digest: Digest, wording: Wording): Block[] {
  const { phrases } = wording;
  const blocks: Block[] = [];
  const { nextRound, lastRound } = digest;
  if (nextRound !== null)
    blocks.push(
      { kind: "heading", text: phrases["heading.round"] },
      { kind: "list", items: nextRoundItems(digest, nextRound, wording) },
    );
  if (lastRound !== null)
    blocks.push(
      { kind: "heading", text: phrases["heading.lastRound"] },
      { kind: "list", items: [lastRoundItem(lastRound, wording)] },
    );
  return blocks;
}

function nextRoundItems(digest: Digest, round: DigestRound, wording: Wording): Span[][] {
  const { phrases } = wording;
  const cited = wording.citations(round.citations);
  const items: Span[][] = [[strong(whenAndWhere(digest, round, wording)), text(" "), ...cited]];
  const manner = [
    round.format === null ? null : phrases[`format.${round.format}`],
    round.mediator === null
      ? null
      : phrases["round.mediator"]({ who: wording.actor(round.mediator) }),
  ].filter((part) => part !== null);
  if (manner.length > 0) items.push([text(manner.join(" \u00b7 "))]);
  if (round.status !== "scheduled") items.push([text(phrases["round.status"][round.status])]);
  if (round.attributedTo !== null) {
    const who = nameOf(round.attributedTo, wording);
    items.push([text(phrases["round.attributed"]({ who }))]);
  }
  for (const { since, citations } of digest.milestones)
    items.push([
      text(phrases["round.milestone"]({ since: wording.milestone(since) })),
      text(" "),
      ...wording.citations(citations),
    ]);
  return items;
}

const nameOf = (who: string, wording: Wording): string =>
  /^[A-Z0-9]+$/.test(who) ? wording.actor(who) : wording.person(who);

/** Day, place and hour in one line, as a reader would write it in a diary. */
export function whenAndWhere(
  digest: Pick<Digest, "at">,
  round: Pick<DigestRound, "date" | "time" | "timeZone" | "venue">,
  { language, phrases, timeZone, venue, comma }: Wording,
): string {
  const today = localDate(new Date(digest.at), round.timeZone ?? timeZone);
  const parts = [
    round.date === null
      ? phrases["round.dateOpen"]
      : `${formatDay(language, round.date)} (${formatDistance(language, today, round.date)})`,
    round.venue === null ? null : venue(round.venue),
    round.time === null
      ? null
      : phrases["round.time"]({
          clock: formatClock(language, round.time),
          zone: cityOf(round.timeZone ?? timeZone),
        }),
  ];
  return parts.filter((part) => part !== null && part !== "").join(comma);
}

const cityOf = (timeZone: string): string =>
  timeZone.split("/").at(-1)?.replaceAll("_", " ") ?? timeZone;

function lastRoundItem(round: NonNullable<Digest["lastRound"]>, wording: Wording): Span[] {
  const { language, phrases } = wording;
  const parts = [
    round.date === null ? null : formatDay(language, round.date),
    round.venue === null ? null : wording.venue(round.venue),
    phrases.outcome[round.outcome],
  ];
  return [
    text(`${parts.filter((part) => part !== null && part !== "").join(wording.comma)} `),
    ...wording.citations(round.citations),
  ];
}
