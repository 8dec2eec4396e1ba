import type { Digest, DigestDispute } from "../../digest/digest.ts";
import { PHASES, type Phase } from "../../facts/phase.ts";
import { formatDay } from "../../i18n/dates.ts";
import { embed } from "../../i18n/direction.ts";
import { listOf } from "../../i18n/locale.ts";
import type { CalendarDate } from "../../lib/calendar-date.ts";
import { type Block, type Span, text } from "../message.ts";
import type { Wording } from "./wording.ts";

/** What sources contradict each other on, each version with its sources, and what the parties argued over. */
export function disputeBlocks({ disputes }: Digest, wording: Wording): Block[] {
  const told = disputes.map((dispute) => readDispute(dispute, wording));
  const versions = told.filter(({ words }) => words !== null);
  const disagreements = Map.groupBy(
    told.filter(({ words }) => words === null),
    ({ dispute: { settled }, cited }) => `${settled} ${cited.join(" ")}`,
  );
  const items = [
    ...versions.map((one) => versionsItem(one, wording)),
    ...[...disagreements.values()].map((alike) => argumentItem(alike, wording)),
  ].map(capitalised);
  return items.length === 0
    ? []
    : [
        { kind: "heading", text: wording.phrases["heading.disputes"] },
        { kind: "list", items },
      ];
}

type Told = {
  readonly dispute: DigestDispute;
  /** Each version in the reader's language; null where only the sources' own sentences tell them. */
  readonly words: readonly string[] | null;
  /** All the sources, lowest first. */
  readonly cited: readonly number[];
};

function readDispute(dispute: DigestDispute, wording: Wording): Told {
  const words = dispute.versions
    .map(({ value }) => versionText(dispute.about, value, wording))
    .filter((version) => version !== null);
  const isSourceAgainstSource =
    !dispute.settled && words.length > 1 && words.length === dispute.versions.length;
  const cited = new Set(dispute.versions.flatMap(({ citations }) => citations));
  return {
    dispute,
    words: isSourceAgainstSource ? words : null,
    cited: [...cited].toSorted((a, b) => a - b),
  };
}

function versionsItem({ dispute, words }: Told, wording: Wording): Span[] {
  const about = wording.phrases["dispute.about"][dispute.about];
  const versions = dispute.versions.flatMap(({ citations }, at): Span[] => [
    text(`${at === 0 ? "" : wording.semicolon}${words?.[at] ?? ""} `),
    ...wording.citations(citations),
  ]);
  return [text(wording.phrases["dispute.versions"]({ about })), ...versions];
}

/** Arguments that the same reports tell of stand in one line. */
function argumentItem(alike: readonly Told[], wording: Wording): Span[] {
  const { phrases, language } = wording;
  const about = listOf(
    language,
    alike.map(({ dispute }) => phrases["dispute.about"][dispute.about]),
  );
  const isSettled = alike.some(({ dispute }) => dispute.settled);
  return [
    text(`${phrases[isSettled ? "dispute.settled" : "dispute.open"]({ about })} `),
    ...wording.citations(alike[0]?.cited ?? []),
  ];
}

function capitalised([first, ...rest]: readonly Span[]): Span[] {
  if (first?.kind !== "text") return first === undefined ? [] : [first, ...rest];
  return [text(first.text.charAt(0).toUpperCase() + first.text.slice(1)), ...rest];
}

/** A version in the reader's language, or null where only the source's own sentence tells it. */
function versionText(
  about: DigestDispute["about"],
  value: string,
  { phrases, language, city }: Wording,
): string | null {
  if (about === "phase" && isPhase(value)) return phrases["phase.label"][value];
  if (about === "date" && isDay(value)) return formatDay(language, value);
  if (about !== "venue") return null;
  return city(value) ?? (value.length <= LONGEST_CITY ? embed(value, language) : null);
}

/** Longer than any name of a city, shorter than a sentence that tells of an argument. */
const LONGEST_CITY = 30;

const isPhase = (value: string): value is Phase => (PHASES as readonly string[]).includes(value);
const isDay = (value: string): value is CalendarDate => /^\d{4}-\d\d-\d\d$/.test(value);
