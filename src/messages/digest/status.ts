import { confidenceLevel } from "../../digest/confidence-level.ts";
import type { Digest, DigestRound } from "../../digest/digest.ts";
import { newestReportOf } from "../../digest/newest-report.ts";
import { formatDay, formatMoment } from "../../i18n/dates.ts";
import { standingUnknown } from "../../i18n/standing-unknown.ts";
import { type Block, type Span, strong, text } from "../message.ts";
import { whoOf } from "./round.ts";
import type { Wording } from "./wording.ts";

/** Where the talks stand: phase, since when, how sure, and on whose word. */
export function statusBlocks(digest: Digest, wording: Wording): Block[] {
  const { phrases } = wording;
  if (digest.phase === null || digest.phaseSince === null) return [unknownBlock(digest, wording)];

  const phase = phrases["phase.label"][digest.phase];
  const since = new Date(digest.phaseSince);
  const when = formatMoment(wording.language, since, wording.timeZone);
  const status: Span[] = [
    strong(phrases["phase.line"]({ phase, since: when })),
    text(" "),
    ...wording.citations(digest.phaseCitations),
  ];
  const lines: Block[] = [
    { kind: "paragraph", spans: status },
    { kind: "paragraph", spans: confidenceSpans(digest, wording) },
  ];
  lines.push(...unreportedBlocks(digest, wording));
  if (digest.contested) lines.push({ kind: "paragraph", spans: [strong(phrases.contested)] });
  return lines;
}

/** A round whose day has passed in silence. */
export function unreportedBlocks({ unreportedRound }: Digest, wording: Wording): Block[] {
  if (unreportedRound === null || unreportedRound === undefined) return [];
  const { date, citations } = unreportedRound;
  const day = formatDay(wording.language, date);
  const line = strong(wording.phrases["round.unreported"]({ date: day }));
  return [{ kind: "paragraph", spans: [line, text(" "), ...wording.citations(citations)] }];
}

function unknownBlock(digest: Digest, { language, timeZone }: Wording): Block {
  const heard = { newest: newestReportOf(digest), now: new Date(digest.at), timeZone };
  return { kind: "paragraph", spans: [text(standingUnknown(language, heard))] };
}

function confidenceSpans(digest: Digest, wording: Wording): Span[] {
  const { sourcesBehind: count } = wording;
  const behind = wording.phrases["sources.behind"]({ count });
  const line = `${confidenceLine(digest, wording)} `;
  return [text(line), count === 1 ? strong(behind) : text(behind)];
}

/** How sure the phase is, and on whose word: "Confidence: high; stated by both parties." */
export function confidenceLine(digest: Digest, wording: Wording): string {
  const { phrases, semicolon } = wording;
  const level = confidenceLevel(digest.confidence);
  const why = groundOf(digest, wording);
  const label = phrases.label({ name: phrases["confidence.label"] });
  return `${label}${phrases[`confidence.${level}`]}${why === null ? "" : `${semicolon}${why}`}.`;
}

/** On whose word the phase rests. */
const groundOf = (
  { confirmation, phaseAttributedTo = null }: Digest,
  wording: Wording,
): string | null =>
  confirmation === null
    ? null
    : confirmationText({ confirmation, attributedTo: phaseAttributedTo }, wording);

type Ground = Pick<DigestRound, "confirmation" | "attributedTo">;

/** A step of the confirmation ladder in words, or whose word alone it is. */
export const confirmationText = (
  { confirmation, attributedTo }: Ground,
  wording: Wording,
): string =>
  attributedTo === null
    ? wording.phrases.confirmation[confirmation]
    : wording.phrases["confirmation.alone"]({ who: whoOf(attributedTo, wording) });
