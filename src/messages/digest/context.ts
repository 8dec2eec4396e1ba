import type { Digest, DigestDispute } from "../../digest/digest.ts";
import { PHASES, type Phase } from "../../facts/phase.ts";
import { formatDay } from "../../i18n/dates.ts";
import { embed } from "../../i18n/direction.ts";
import { formatNumber, listOf } from "../../i18n/locale.ts";
import type { CalendarDate } from "../../lib/calendar-date.ts";
import { type Block, type Span, strong, text } from "../message.ts";
import type { Wording } from "./wording.ts";

/** What presses on the talks or eases them. */
export function pressureBlocks({ events }: Digest, wording: Wording): Block[] {
  const { phrases, language } = wording;
  if (events.length === 0) return [];
  const items = events.map((event): Span[] => {
    const line = phrases["event.line"]({
      source: wording.actor(event.source),
      target: wording.actor(event.target),
      what: phrases.event[event.type],
    });
    const topics = listOf(language, event.topics.map(wording.topic));
    const aims =
      event.topics.length === 0 ? "" : `${wording.comma}${phrases["event.aims"]({ topics })}`;
    return [text(`${line}${aims} `), ...wording.citations(event.citations)];
  });
  return [
    { kind: "heading", text: phrases["heading.pressure"] },
    { kind: "list", items },
  ];
}

/** What sources contradict each other on, each version with its sources. */
export function disputeBlocks({ disputes }: Digest, wording: Wording): Block[] {
  const { phrases } = wording;
  if (disputes.length === 0) return [];
  const items = disputes.map((dispute): Span[] => [
    strong(`${phrases["dispute.about"][dispute.about]}: `),
    text(`${phrases[dispute.settled ? "dispute.settled" : "dispute.open"]} `),
    ...versionSpans(dispute, wording),
  ]);
  return [
    { kind: "heading", text: phrases["heading.disputes"] },
    { kind: "list", items },
  ];
}

function versionSpans({ about, settled, versions }: DigestDispute, wording: Wording): Span[] {
  const told = versions.flatMap(({ value, citations }, at): Span[] => {
    const words = versionText(about, value, wording);
    const before = at === 0 ? "" : wording.semicolon;
    return [text(words === null ? before : `${before}${words} `), ...wording.citations(citations)];
  });
  return settled || told.length === 0 ? told : [text("\u2013 "), ...told];
}

/** A version in the reader's language, or null where only the source's own sentence tells it. */
function versionText(
  about: DigestDispute["about"],
  value: string,
  { phrases, language, venue }: Wording,
): string | null {
  if (about === "phase" && isPhase(value)) return phrases["phase.label"][value];
  if (about === "date" && isDay(value)) return formatDay(language, value);
  if (about === "venue" && value.length < 40)
    return embed(venue({ city: value, country: null }), language);
  return null;
}

const isPhase = (value: string): value is Phase => (PHASES as readonly string[]).includes(value);
const isDay = (value: string): value is CalendarDate => /^\d{4}-\d\d-\d\d$/.test(value);

/** Tension now and a week ago. */
export function tensionBlocks({ tension }: Digest, { phrases, language }: Wording): Block[] {
  if (tension.now === null) return [];
  const signed = (value: number) =>
    `\u2066${value < 0 ? "\u2212" : "+"}${formatNumber(language, Math.abs(value))}\u2069`;
  const now = signed(tension.now);
  const line =
    tension.weekAgo === null
      ? phrases["tension.now"]({ now })
      : phrases["tension.line"]({ now, weekAgo: signed(tension.weekAgo) });
  return [
    { kind: "heading", text: phrases["heading.tension"] },
    { kind: "paragraph", spans: [text(line)] },
  ];
}
