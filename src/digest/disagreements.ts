import type { Dossier } from "../config/dossier.ts";
import type { Disagreement, Meeting, MeetingStatus } from "../facts/fact.ts";
import type { Assessment } from "../talks/assessment.ts";
import type { Citation } from "../talks/report.ts";
import type { Round } from "../talks/rounds/round.ts";
import type { Cited } from "../talks/talks-state.ts";
import type { Vote } from "../talks/vote.ts";
import { newestFew } from "./bibliography.ts";
import { readConfirmation } from "./confirmation.ts";
import type { Confirmation } from "./digest.ts";
import { citedAt, isSamePlace } from "./round-parts.ts";

/** What the parties argue over, or did, as a digest tells it. */
export type DisagreementTold = {
  readonly about: Disagreement["about"];
  /** Reported as over, or agreed on since. */
  readonly settled: boolean;
  /** The newest sentence that tells of it. */
  readonly value: string;
  /** That sentence, and another that says the same or that they agreed since. */
  readonly citations: readonly Citation[];
};

/** What reports say the parties argue over, each subject once: it is one argument, however many tell of it. */
export function tellDisagreements(
  assessment: Assessment,
  dossier: Dossier,
): readonly DisagreementTold[] {
  const agreement = agreementOf(assessment, dossier);
  const subjects = Map.groupBy(assessment.disagreements, ({ value }) => value.about);
  return [...subjects].flatMap(([about, told]) =>
    tell(told, AGREED_WITH_THE_ROUND.has(about) ? agreement : null),
  );
}

function tell(
  told: readonly Cited<Disagreement>[],
  agreement: Agreement | null,
): readonly DisagreementTold[] {
  const last = told.at(-1);
  if (last === undefined) return [];
  const { about, settled } = last.value;
  const isAgreed = !settled && isOver(last, agreement);
  // Only what was told since it turned the other way says how it stands.
  const since = told.findLastIndex(({ value }) => value.settled !== settled) + 1;
  const [best, other] = newestFew(told.slice(since).map(({ citation }) => citation));
  if (best === undefined) return [];
  const second = isAgreed ? agreement?.witness : other;
  return [
    {
      about,
      settled: settled || isAgreed,
      value: best.report.quote(best.evidence),
      citations: second === undefined ? [best] : [best, second],
    },
  ];
}

/** Who fixes a round, or meets, has agreed where, when and how; not on what will be spoken of. */
const AGREED_WITH_THE_ROUND: ReadonlySet<Disagreement["about"]> = new Set([
  "venue",
  "format",
  "date",
]);

/** That a round was fixed or held, and who tells so. */
type Agreement = { readonly round: Round; readonly since: Date; readonly witness: Citation };

/** The round as both parties or the host fixed it, or else the last one that took place. */
function agreementOf({ nextRound, lastRound }: Assessment, dossier: Dossier): Agreement | null {
  if (nextRound !== null && !OFF.has(nextRound.status)) {
    const { venue, about } = nextRound;
    const on = about.filter(({ value }) => !OFF.has(value.status));
    const placed = on.filter(({ value }) => venue !== null && isSamePlace(value.venue, venue));
    const last = citedAt("venue", placed).find((_, at) =>
      FIXED.has(readConfirmation(placed.slice(0, at + 1), dossier).confirmation),
    );
    if (last !== undefined) return agreedBy(nextRound, last);
  }
  const held = lastRound?.votes[0];
  return lastRound === null || held === undefined ? null : agreedBy(lastRound, held);
}

const agreedBy = (round: Round, { citation }: Vote<Meeting>): Agreement => ({
  round,
  since: citation.report.published,
  witness: citation,
});

const OFF: ReadonlySet<MeetingStatus> = new Set(["proposed", "in-doubt", "postponed", "cancelled"]);
const FIXED: ReadonlySet<Confirmation> = new Set([
  "both-parties",
  "mediator-or-host",
  "joint-text",
]);

/** Argued over before they agreed, or told by a report that itself gives the round as fixed. */
function isOver({ citation }: Cited<Disagreement>, agreed: Agreement | null): boolean {
  if (agreed === null) return false;
  const { published, extraction } = citation.report;
  if (published <= agreed.since) return true;
  const { venue } = agreed.round;
  return extraction.meetings.some(
    (meeting) =>
      !meeting.background &&
      !OFF.has(meeting.status) &&
      venue !== null &&
      isSamePlace(meeting.venue, venue),
  );
}
