import { z } from "zod";
import type { DigestSource } from "../../digest/digest.ts";
import type { TimelineEntry } from "../../digest/timeline.ts";
import { commandCatalogOf } from "../../i18n/commands/catalog.ts";
import { sourceBlocks } from "../../messages/digest/footer.ts";
import { createWording, onWhoseClock } from "../../messages/digest/wording.ts";
import type { Message } from "../../messages/message.ts";
import type { Asked, Command } from "../command.ts";
import type { TalksDesk } from "../desk.ts";
import { paragraph, statusButton } from "../say.ts";
import { lengthOption } from "./instant-option.ts";
import { PageNumber, pageButtons, pageLine, pageOf } from "./pages.ts";
import { answerWith, defineReading, optionOf, PAGE, sameTalks } from "./reading-command.ts";
import { stepItem } from "./timeline-item.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const LONGEST_PERIOD_MS = 45 * DAY_MS;
const USUAL_PERIOD = "7d";
const PAGE_SIZE = 5;

/** `/timeline`: how phase and next round changed, newest first, each with its sources. */
export const timelineCommand = (followed: readonly TalksDesk[]): Command =>
  defineReading(
    {
      name: "timeline",
      forms: [optionOf("period", { kind: "completed" }), PAGE],
      bare: ["period", "page"],
      options: z.object({
        period: lengthOption(LONGEST_PERIOD_MS).prefault(USUAL_PERIOD),
        page: PageNumber,
        /** The end of the period, so that pages stay the same while news come in. */
        until: z.iso.datetime({ precision: -1 }).optional(),
      }),
      answer: async ({ period, page, until }, asked) => {
        const to = until === undefined ? nextMinute(asked.now) : new Date(until);
        const from = new Date(to.getTime() - period);
        const all = await asked.talks.timeline(new Date(0), to);
        const message = tellTimeline(all, asked, { from, to, period, page });
        return answerWith(message, page !== undefined && asked.pressed ? "here" : "new");
      },
      complete: ({ typed }) =>
        Promise.resolve(
          ["24h", "3d", "7d", "14d", "45d"]
            .filter((length) => length.startsWith(typed))
            .map((length) => ({ label: length, value: length })),
        ),
    },
    followed,
  );

/** A minute begun counts as whole, so that nothing said in it is left out. */
const nextMinute = (at: Date): Date => new Date(Math.ceil(at.getTime() / 60_000) * 60_000);

type Wanted = {
  readonly from: Date;
  readonly to: Date;
  readonly period: number;
  readonly page: number | undefined;
};

function tellTimeline(
  all: readonly TimelineEntry[],
  asked: Asked,
  { from, to, period, page: wished }: Wanted,
): Message {
  const { language, timeZone, talks } = asked;
  const phrases = commandCatalogOf(language);
  const steps = all
    .map((entry, at) => ({ entry, before: all[at - 1] ?? null }))
    .filter(({ entry }) => entry.at > from)
    .toReversed();
  const page = pageOf(steps, PAGE_SIZE, wished);
  const sources = numbered(page.items.map(({ entry }) => entry));
  const wording = createWording(talks.names, { sources }, language, timeZone);
  const title = { kind: "title", text: phrases["timeline.title"] } as const;
  const name = paragraph(onWhoseClock(talks.names.dossier.names[language], to, wording));
  if (steps.length === 0)
    return {
      language,
      blocks: [title, name, paragraph(phrases["timeline.none"])],
      controls: [statusButton(language, sameTalks(asked))],
    };
  const line = pageLine(page, language);
  const digest = { at: to.toISOString(), sources };
  const call = {
    command: "timeline",
    options: { ...sameTalks(asked), period: lengthOf(period), until: minuteOf(to) },
  };
  return {
    language,
    blocks: [
      title,
      name,
      { kind: "list", items: page.items.map((step) => stepItem(step, sources, wording)) },
      ...(line === null ? [] : [paragraph(line)]),
      ...sourceBlocks(digest, wording),
    ],
    controls: [...pageButtons(page, call, language), statusButton(language, sameTalks(asked))],
  };
}

const lengthOf = (ms: number): string =>
  ms % DAY_MS === 0 ? `${ms / DAY_MS}d` : `${ms / HOUR_MS}h`;

/** A whole minute in few letters: controls have little room. */
const minuteOf = (at: Date): string => `${at.toISOString().slice(0, "2026-02-05T18:00".length)}Z`;

/** The sources of some entries, each address once, numbered from 1 in the order they are cited. */
function numbered(entries: readonly TimelineEntry[]): readonly DigestSource[] {
  const byUrl = new Map<string, DigestSource>();
  for (const source of entries.flatMap(({ sources }) => sources))
    if (!byUrl.has(source.url)) byUrl.set(source.url, { ...source, n: byUrl.size + 1 });
  return [...byUrl.values()];
}
