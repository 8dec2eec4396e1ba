import type { Alert } from "../../digest/alert.ts";
import type { Digest } from "../../digest/digest.ts";
import { formatMoment } from "../../i18n/dates.ts";
import type { Reader } from "../compose-digest.ts";
import { confidenceLine } from "../digest/status.ts";
import type { Names } from "../digest/wording.ts";
import { type Block, type Message, strong, text } from "../message.ts";
import { type AlertWording, frame } from "./frame.ts";
import { evidenceBlocks, phaseText } from "./phase-news.ts";
import { nextRoundBlocks, roundText } from "./round-news.ts";

/** What was told, and when. */
export type Told = { readonly alert: Alert; readonly at: Date };

/** Takes back what an alert told: what that was, that it did not hold, and how things stand in `digest`. */
export const composeCorrection = (
  names: Names,
  digest: Digest,
  told: Told,
  reader: Reader,
): Message =>
  frame(names, reader, {
    digest,
    tell: (part, wording) => correctionBlocks(part, told, wording),
    end: "sources",
  });

function correctionBlocks(digest: Digest, { alert, at }: Told, wording: AlertWording): Block[] {
  const { alerts, language, timeZone } = wording;
  const what = claimOf(alert, at, wording);
  if (what === null) return [];
  const when = formatMoment(language, at, timeZone);
  return [
    { kind: "heading", text: alerts["heading.correction"] },
    {
      kind: "paragraph",
      spans: [
        text(`${alerts["correction.told"]({ when, what })} `),
        strong(alerts["correction.wrong"]),
      ],
    },
    ...(alert.kind === "phase" ? phaseNow(digest, wording) : []),
    ...nextRoundBlocks(digest, wording),
  ];
}

/** Only what moves the talks is taken back. */
function claimOf(alert: Alert, at: Date, wording: AlertWording): string | null {
  if (alert.kind === "phase") return phaseText({ ...alert, from: null }, wording);
  return alert.kind === "round" ? roundText(alert, { at: at.toISOString() }, wording) : null;
}

function phaseNow(digest: Digest, wording: AlertWording): Block[] {
  const what = phaseText({ kind: "phase", from: null, to: digest.phase }, wording);
  return [
    {
      kind: "paragraph",
      spans: [
        strong(wording.alerts["correction.now"]({ what })),
        text(" "),
        ...wording.citations(digest.phaseCitations.slice(0, MOST_CITED)),
      ],
    },
    { kind: "paragraph", spans: [text(confidenceLine(digest, wording))] },
    ...evidenceBlocks(digest, digest.phaseCitations, wording),
  ];
}

const MOST_CITED = 4;
