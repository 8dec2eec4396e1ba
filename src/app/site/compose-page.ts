import { countdownBlocks } from "../../commands/reading/countdown.ts";
import type { Digest } from "../../digest/digest.ts";
import { newestReportOf } from "../../digest/newest-report.ts";
import { formatMoment } from "../../i18n/dates.ts";
import { siteCatalogOf } from "../../i18n/site/catalog.ts";
import { ageInDays } from "../../i18n/standing-unknown.ts";
import type { Language } from "../../lib/language.ts";
import { leadBlocks, writerBlocks } from "../../messages/digest/narration.ts";
import { roundBlocks, roundLine } from "../../messages/digest/round.ts";
import { statusBlocks } from "../../messages/digest/status.ts";
import { createWording, type Wording } from "../../messages/digest/wording.ts";
import { type Block, strong } from "../../messages/message.ts";
import type { PageContent } from "../../platform/site.ts";
import { createPageCitations } from "./citations.ts";
import { composeChart } from "./pictures.ts";
import { wordsOf } from "./plain-words.ts";
import { sectionsOf } from "./sections.ts";
import { hashOf, type Snapshot } from "./snapshot.ts";

/** Writes where the talks stand as a page: the answer first, its reasons after, the sources last. */
export function composePage(snapshot: Snapshot, language: Language): PageContent {
  const { names, digest, days, timeline, standing } = snapshot;
  const now = new Date(digest.at);
  const { timeZone } = names.dossier;
  const wording = createWording(names, digest, language, timeZone);
  const citations = createPageCitations([
    ...[digest, snapshot.today, ...days.map((day) => day.digest)].flatMap(({ sources }) => sources),
    ...timeline.flatMap(({ sources }) => sources),
  ]);
  const lead = citations.renumber(openingBlocks(snapshot, wording));
  const sections = sectionsOf(snapshot, wording).map((section) => ({
    ...section,
    blocks: citations.renumber(section.blocks),
  }));
  const updatedAt = newestReportOf(digest);
  const content = {
    talks: digest.talks,
    language,
    title: names.dossier.names[language],
    description: descriptionOf(snapshot, wording),
    standing,
    updatedAt,
    updated: updatedWords(updatedAt, now, wording),
    lead,
    sections,
    sources: citations.sources(wording, now),
    chart: composeChart(snapshot, language),
  };
  return { ...content, version: hashOf(content) };
}

/**
 * That nothing was read of late, where it is so; where the talks stand, and the next round with how long
 * until then; what a model wrote, and that it did.
 */
const openingBlocks = ({ digest }: Snapshot, wording: Wording): Block[] => [
  ...silenceBlocks(digest, wording),
  ...leadBlocks(digest, wording),
  ...statusBlocks(digest, wording),
  ...roundBlocks(digest, wording),
  ...countdownBlocks(digest, wording),
  ...writerBlocks(digest, wording),
];

/** Where no source was read, an old standing looks like calm. */
const silenceBlocks = ({ coverage }: Digest, { phrases }: Wording): Block[] =>
  coverage.articles === 0 ? [{ kind: "paragraph", spans: [strong(phrases["coverage.none"])] }] : [];

/** The phase, and the next round. */
function descriptionOf({ digest }: Snapshot, wording: Wording): string {
  const [phase] = statusBlocks(digest, wording);
  const round = digest.nextRound === null ? null : roundLine(digest, digest.nextRound, wording);
  const next = round === null ? null : wording.phrases["change.round"]({ to: round });
  return [phase === undefined ? null : wordsOf(phase), next]
    .filter((line) => line !== null)
    .join(wording.semicolon);
}

function updatedWords(newest: Date | null, now: Date, wording: Wording): string {
  const { language, timeZone, zone, phrases } = wording;
  const words = siteCatalogOf(language);
  const hours = words.hours({ zone: zone(timeZone, newest ?? now) });
  if (newest === null) return `${phrases.nothingKnown} ${hours}`;
  const when = formatMoment(language, newest, timeZone);
  const age = ageInDays(language, { newest, now, timeZone });
  return `${words.updated({ when, age })}. ${hours}`;
}
