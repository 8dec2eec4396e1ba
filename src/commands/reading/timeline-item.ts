import type { DigestSource } from "../../digest/digest.ts";
import type { TimelineEntry } from "../../digest/timeline.ts";
import { commandCatalogOf } from "../../i18n/commands/catalog.ts";
import { formatDay, formatNearMoment } from "../../i18n/dates.ts";
import { attributed, plannedThen } from "../../messages/digest/round.ts";
import type { Wording } from "../../messages/digest/wording.ts";
import { type Span, strong, text } from "../../messages/message.ts";

/** An entry of the timeline, and the one before it. */
export type TimelineStep = {
  readonly entry: TimelineEntry;
  readonly before: TimelineEntry | null;
};

/** When, what became other, whether it is contested, and the sources. */
export function stepItem(
  { entry, before }: TimelineStep,
  sources: readonly DigestSource[],
  wording: Wording,
): Span[] {
  const { phrases, language, timeZone } = wording;
  const cited = new Set(entry.sources.map(({ url }) => url));
  const numbers = sources.filter(({ url }) => cited.has(url)).map(({ n }) => n);
  const when = formatNearMoment(language, entry.at, entry.at, timeZone);
  const what = stepWords({ entry, before }, wording);
  return [strong(phrases.label({ name: when })), text(`${what} `), ...wording.citations(numbers)];
}

/** What became other, and whether it is contested. */
export function stepWords({ entry, before }: TimelineStep, wording: Wording): string {
  const { language, semicolon } = wording;
  const what = [
    phaseText(entry, before, wording),
    endedText(entry, wording),
    roundText(entry, before, wording),
  ].filter((line) => line !== null);
  const mark = entry.contested ? [commandCatalogOf(language)["contested.mark"]] : [];
  return [...what, ...mark].join(semicolon);
}

function phaseText(
  { phase }: TimelineEntry,
  before: TimelineEntry | null,
  { phrases, language }: Wording,
): string | null {
  if (before !== null && before.phase === phase) return null;
  if (phase === null) return commandCatalogOf(language)["timeline.unknown"];
  const to = phrases["phase.label"][phase];
  const from = before?.phase ?? null;
  return from === null
    ? phrases["change.phaseFirst"]({ to })
    : phrases["change.phase"]({ from: phrases["phase.label"][from], to });
}

/** A round whose day came leaves the plans without anyone calling it off. */
function endedText({ ended }: TimelineEntry, { phrases, language }: Wording): string | null {
  if (ended === null) return null;
  const day = formatDay(language, ended.date);
  return ended.held
    ? phrases["change.roundHeld"]({ when: day })
    : phrases["round.unreported"]({ date: day }).replace(/\.$/, "");
}

function roundText(
  { nextRound: round, ended }: TimelineEntry,
  before: TimelineEntry | null,
  wording: Wording,
): string | null {
  const { phrases, semicolon } = wording;
  const was = before?.nextRound ?? null;
  if (round === null) return was === null || ended !== null ? null : phrases["change.roundGone"];
  const plan = planOf(round, wording);
  if (was !== null && planOf(was, wording) === plan && was.status === round.status) return null;
  const standing =
    round.status === (was?.status ?? "scheduled")
      ? ""
      : `${semicolon}${phrases["round.standing"]({ status: phrases["round.status"][round.status] })}`;
  return `${phrases["change.round"]({ to: plan })}${standing}`;
}

const planOf = (round: NonNullable<TimelineEntry["nextRound"]>, wording: Wording): string =>
  attributed(plannedThen(round, wording), round, wording);
