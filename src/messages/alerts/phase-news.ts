import type { Alert } from "../../digest/alert.ts";
import type { Digest, DigestSource } from "../../digest/digest.ts";
import { formatNearMoment } from "../../i18n/dates.ts";
import { plainLine } from "../../i18n/direction.ts";
import { disputeBlocks } from "../digest/disputes.ts";
import { confidenceLine } from "../digest/status.ts";
import { type Block, strong, text } from "../message.ts";
import { shorten } from "../quotation.ts";
import type { AlertWording } from "./frame.ts";

/** The phase in a line, with the one before. */
export function phaseText(
  { from, to }: Extract<Alert, { kind: "phase" }>,
  { phrases }: AlertWording,
): string {
  const label = phrases["phase.label"];
  if (to === null) return phrases.phaseUnknown;
  return from === null
    ? phrases["change.phaseFirst"]({ to: label[to] })
    : phrases["change.phase"]({ from: label[from], to: label[to] });
}

/** A change of phase: since when, how sure, on whose word, the sentence it rests on, and what is disputed. */
export function phaseBlocks(
  alert: Extract<Alert, { kind: "phase" }>,
  digest: Digest,
  wording: AlertWording,
): Block[] {
  return [
    {
      kind: "paragraph",
      spans: [
        strong(phaseText(alert, wording)),
        text(" "),
        ...wording.citations(digest.phaseCitations.slice(0, MOST_CITED)),
      ],
    },
    { kind: "paragraph", spans: [text(groundText(digest, wording))] },
    ...contestedBlocks(digest, wording),
    ...evidenceBlocks(digest, digest.phaseCitations, wording),
  ];
}

const MOST_CITED = 4;

/** How sure, on whose word, and since when where that is not this very hour. */
function groundText(digest: Digest, wording: AlertWording): string {
  const { language, timeZone, alerts } = wording;
  const sure = confidenceLine(digest, wording);
  if (digest.phaseSince === null) return sure;
  const [since, now] = [new Date(digest.phaseSince), new Date(digest.at)];
  const when = formatNearMoment(language, since, now, timeZone);
  return `${sure} ${alerts.since({ when })}`;
}

/** What the sources make of the phase where they contradict each other, each version with who says so. */
export function contestedBlocks(digest: Digest, wording: AlertWording): Block[] {
  if (!digest.contested) return [];
  const disputes = digest.disputes.filter(({ about }) => about === "phase");
  const versions = disputeBlocks({ ...digest, disputes }, wording).filter(
    ({ kind }) => kind === "list",
  );
  return [{ kind: "paragraph", spans: [strong(wording.alerts.contested)] }, ...versions];
}

/** Enough of a sentence to judge a claim by. */
const LONGEST_EVIDENCE = 280;

/** The sentence of the first source that has one, as published. */
export function evidenceBlocks(
  digest: Digest,
  citations: readonly number[],
  wording: AlertWording,
): Block[] {
  const cited = digest.sources.filter(({ n }) => citations.includes(n));
  const source =
    cited.find(({ lang, evidence }) => lang === wording.language && evidence.length > 0) ??
    cited.find(({ evidence }) => evidence.length > 0);
  const sentence = plainLine(source?.evidence[0]?.text ?? "");
  if (source === undefined || sentence === "") return [];
  return [
    {
      kind: "quote",
      introduction: [text(introductionOf(source, digest, wording))],
      text: shorten(sentence, LONGEST_EVIDENCE),
      lang: source.lang,
      direct: true,
      citations: wording.citations([source.n]),
    },
  ];
}

function introductionOf(source: DigestSource, { at }: Digest, wording: AlertWording): string {
  const { phrases, language, timeZone, comma } = wording;
  const published = new Date(source.published);
  const notes = [
    phrases["source.tier"][source.tier],
    formatNearMoment(language, published, new Date(at), timeZone),
    ...(source.lang === language ? [] : [phrases["statement.original"][source.lang]]),
  ];
  return `${wording.person(source.source)} (${notes.join(comma)})`;
}
