import type { Digest } from "../../digest/digest.ts";
import { formatMoment } from "../../i18n/dates.ts";
import { type Block, type Span, strong, text } from "../message.ts";
import type { Wording } from "./wording.ts";

/** Where the talks stand: phase, since when, how sure, and on whose word. */
export function statusBlocks(digest: Digest, wording: Wording): Block[] {
  const { phrases } = wording;
  if (digest.phase === null || digest.phaseSince === null)
    return [{ kind: "paragraph", spans: [text(phrases.nothingKnown)] }];

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
    { kind: "paragraph", spans: [text(confidenceLine(digest, wording))] },
  ];
  if (digest.contested) lines.push({ kind: "paragraph", spans: [text(phrases.contested)] });
  return lines;
}

const LOW = 0.5;
const HIGH = 0.8;

function confidenceLine(digest: Digest, { phrases, semicolon }: Wording): string {
  const { confidence, confirmation } = digest;
  const level = confidence < LOW ? "low" : confidence < HIGH ? "medium" : "high";
  const why = confirmation === null ? "" : `${semicolon}${phrases.confirmation[confirmation]}`;
  const behind = phrases["sources.behind"]({ count: digest.sources.length });
  const line = `${phrases["confidence.label"]}: ${phrases[`confidence.${level}`]}${why}`;
  return `${line}. ${behind}`;
}
