import { z } from "zod";
import { formatMoment } from "../../i18n/dates.ts";
import { embed, plainLine } from "../../i18n/direction.ts";
import { formatNumber, tagOf } from "../../i18n/locale.ts";
import type { WaitingCount } from "../../deliveries/outbox.ts";
import type { SubscriptionCount } from "../../deliveries/subscription-store.ts";
import { type Block, text } from "../../messages/message.ts";
import { shorten } from "../../messages/quotation.ts";
import { defineCommand } from "../command.ts";
import type { ModelStanding } from "../desk.ts";
import { paragraph } from "../say.ts";
import { FORMS } from "./forms.ts";
import { answer, titled, type Tools, toolsFor } from "./tools.ts";

/** Tells operators how the whole program does. */
export const statsCommand = defineCommand({
  form: FORMS.stats,
  options: z.object({}),
  answer: async (_options, asked, context) => {
    const tools = toolsFor(asked, context);
    const { operator, store } = context;
    const [articles, chats, subscriptions, waiting, model] = await Promise.all([
      operator.articles(),
      store.chats.count(),
      store.subscriptions.counts(),
      operator.waiting(asked.now),
      operator.model(asked.now),
    ]);
    const { phrases } = tools;
    return answer(
      asked,
      titled(phrases["stats.title"], [
        ...programLines(articles, chats, tools).map(paragraph),
        heading(phrases["stats.subscriptions"]),
        listOf(
          subscriptions.map((count) => subscriptionLine(count, tools)),
          tools,
        ),
        heading(phrases["stats.waiting"]),
        listOf(
          waiting.map((count) => waitingLine(count, tools)),
          tools,
        ),
        ...(model === null ? [] : modelBlocks(model, tools)),
      ]),
    );
  },
});

const MEBIBYTE = 1024 * 1024;

function programLines(articles: number, chats: number, tools: Tools): readonly string[] {
  const { asked, context, phrases } = tools;
  const { language, timeZone } = asked;
  const number = (value: number) => formatNumber(language, value);
  return [
    phrases["stats.up"]({ since: formatMoment(language, context.operator.startedAt, timeZone) }),
    phrases["stats.memory"]({
      mebibytes: number(Math.round(process.memoryUsage.rss() / MEBIBYTE)),
    }),
    phrases["stats.articles"]({ count: number(articles) }),
    phrases["stats.chats"]({ count: number(chats) }),
  ];
}

/** A cent and less, and whole budgets. */
const COST_DIGITS = 4;

function modelBlocks(model: ModelStanding, tools: Tools): readonly Block[] {
  const { phrases, asked } = tools;
  const number = (value: number) => formatNumber(asked.language, value);
  const cost = new Intl.NumberFormat(tagOf(asked.language), {
    maximumSignificantDigits: COST_DIGITS,
  });
  const lines = [
    embed(shorten(plainLine(model.name), LONGEST_MODEL), asked.language),
    phrases["stats.modelTokens"]({
      used: number(model.tokens),
      most: number(model.dailyTokens),
    }),
    phrases["stats.modelKept"]({ count: number(model.briefingTokens) }),
    ...(model.cost === null ? [] : [phrases["stats.modelCost"]({ cost: cost.format(model.cost) })]),
    phrases["stats.modelTold"]({
      told: number(model.told),
      extractive: number(model.extractive),
    }),
    ...(model.obstacle === null ? [] : [phrases["stats.modelResting"]]),
  ];
  return [heading(phrases["stats.model"]), listOf(lines, tools)];
}

const LONGEST_MODEL = 60;

const heading = (words: string): Block => ({ kind: "heading", text: words });

const listOf = (lines: readonly string[], { phrases }: Tools): Block =>
  lines.length === 0
    ? paragraph(phrases["stats.none"])
    : { kind: "list", items: lines.map((line) => [text(line)]) };

const subscriptionLine = (
  { platform, status, count }: SubscriptionCount,
  { asked: { language }, phrases }: Tools,
): string =>
  phrases["stats.line"]({
    platform: embed(platform, language),
    status: phrases["stats.subscriptionStatus"][status],
    count: formatNumber(language, count),
  });

const MINUTE_MS = 60_000;

/** What has waited for less than a minute is not late. */
function waitingLine({ platform, count, oldestMs }: WaitingCount, tools: Tools): string {
  const { asked, phrases } = tools;
  const line = phrases["stats.waitingLine"]({
    platform: embed(platform, asked.language),
    count: formatNumber(asked.language, count),
  });
  const minutes = Math.floor(oldestMs / MINUTE_MS);
  return minutes === 0 ? line : `${line} (${phrases["stats.oldest"]({ minutes })})`;
}
