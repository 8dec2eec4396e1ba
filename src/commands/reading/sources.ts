import { z } from "zod";
import { TIERS } from "../../config/dossier.ts";
import { commandCatalogOf } from "../../i18n/commands/catalog.ts";
import { formatNearMoment } from "../../i18n/dates.ts";
import { embed, plainLine } from "../../i18n/direction.ts";
import { catalogOf } from "../../i18n/catalog.ts";
import { type Language, LANGUAGES } from "../../lib/language.ts";
import { type Block, type Span, text } from "../../messages/message.ts";
import { shorten } from "../../messages/quotation.ts";
import type { Asked, Command } from "../command.ts";
import type { FeedHealth, TalksDesk } from "../desk.ts";
import { paragraph, statusButton } from "../say.ts";
import { PageNumber, pageButtons, pageLine, pageOf } from "./pages.ts";
import { answerWith, defineReading, PAGE, sameTalks } from "./reading-command.ts";

const PAGE_SIZE = 12;
const LONGEST_NAME = 40;

/** `/sources`: the feeds that are read, their kind, newest article and state. */
export const sourcesCommand = (followed: readonly TalksDesk[]): Command =>
  defineReading(
    {
      name: "sources",
      forms: [PAGE],
      bare: ["page"],
      options: z.object({ page: PageNumber }),
      answer: async ({ page: wished }, asked) => {
        const { talks, now, language } = asked;
        const phrases = commandCatalogOf(language);
        const page = pageOf((await talks.feeds(now)).toSorted(byTier), PAGE_SIZE, wished);
        const line = pageLine(page, language);
        const call = { command: "sources", options: sameTalks(asked) };
        const message = {
          language,
          blocks: [
            { kind: "title", text: phrases["sources.title"] },
            paragraph(talks.names.dossier.names[language]),
            page.items.length === 0
              ? paragraph(phrases["sources.none"])
              : tableOf(page.items, asked),
            ...(line === null ? [] : [paragraph(line)]),
          ] as const,
          controls: [
            ...pageButtons(page, call, language, "listed"),
            statusButton(language, sameTalks(asked)),
          ],
        };
        return answerWith(message, wished !== undefined && asked.pressed ? "here" : "new");
      },
    },
    followed,
  );

const byTier = (a: FeedHealth, b: FeedHealth): number =>
  TIERS.indexOf(a.tier) - TIERS.indexOf(b.tier) || a.name.localeCompare(b.name, "en");

function tableOf(feeds: readonly FeedHealth[], asked: Asked): Block {
  const phrases = commandCatalogOf(asked.language);
  return {
    kind: "table",
    columns: [
      phrases["sources.name"],
      phrases["sources.tier"],
      phrases["sources.language"],
      phrases["sources.newest"],
      phrases["sources.health"],
    ],
    rows: feeds.map((feed) => rowOf(feed, asked)),
  };
}

function rowOf(
  { name, url, tier, lang, newest, standing, problem }: FeedHealth,
  { language, timeZone, now, isOperator }: Asked,
): Span[][] {
  const phrases = commandCatalogOf(language);
  const digest = catalogOf(language);
  const state = phrases["sources.standing"][standing];
  const why = isOperator && problem !== null ? `${state} (${embed(problem, language)})` : state;
  return [
    [{ kind: "link", text: embed(shorten(plainLine(name), LONGEST_NAME), language), url }],
    [text(digest["source.tier"][tier])],
    [text(isOurs(lang) ? digest["coverage.languages"][lang] : embed(lang, language))],
    [
      newest === null
        ? text(phrases["sources.never"])
        : { kind: "time", at: newest, text: formatNearMoment(language, newest, now, timeZone) },
    ],
    [text(why)],
  ];
}

const isOurs = (lang: string): lang is Language => LANGUAGES.some((language) => language === lang);
