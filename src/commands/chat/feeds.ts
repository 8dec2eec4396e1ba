import { z } from "zod";
import { formatMoment } from "../../i18n/dates.ts";
import { embed } from "../../i18n/direction.ts";
import { commaOf, formatNumber } from "../../i18n/locale.ts";
import { type Block, type Span, strong, text } from "../../messages/message.ts";
import { shorten } from "../../messages/quotation.ts";
import {
  type Asked,
  type Command,
  type CommandContext,
  defineCommand,
  type Reply,
} from "../command.ts";
import type { FeedHealth, TalksDesk } from "../desk.ts";
import { paragraph } from "../say.ts";
import { aboutTalks, FORMS, talksAmong } from "./forms.ts";
import { answer, titled, type Tools, toolsFor } from "./tools.ts";

/** Worst first. */
const STANDINGS = ["failing", "unread", "quiet", "fresh"] as const;

/** Tells operators how the feeds of some talks do, those with problems first. */
export const feedsCommand = (followed: readonly TalksDesk[]): Command =>
  defineCommand({
    form: aboutTalks(FORMS.feeds, followed),
    options: z.object({ talks: talksAmong(followed).optional() }),
    bare: ["talks"],
    answer: tellFeeds,
  });

async function tellFeeds(_options: unknown, asked: Asked, context: CommandContext): Promise<Reply> {
  const tools = toolsFor(asked, context);
  const { phrases } = tools;
  const feeds = await asked.talks.feeds(asked.now);
  const blocks = feeds.length === 0 ? [paragraph(phrases["feeds.none"])] : feedBlocks(feeds, tools);
  return answer(asked, titled(phrases["feeds.title"], blocks));
}

function feedBlocks(feeds: readonly FeedHealth[], tools: Tools): readonly Block[] {
  const { asked, phrases } = tools;
  const of = (standing: FeedHealth["standing"]) =>
    feeds.filter((feed) => feed.standing === standing);
  const count = (standing: FeedHealth["standing"]) =>
    formatNumber(asked.language, of(standing).length);
  const counts = phrases["feeds.counts"]({
    fresh: count("fresh"),
    quiet: count("quiet"),
    failing: count("failing"),
    unread: count("unread"),
  });
  const troubled = STANDINGS.filter((standing) => standing !== "fresh").flatMap(of);
  const good = of("fresh");
  return [
    paragraph(counts),
    ...(troubled.length === 0 ? [] : [listOf(troubled, tools)]),
    ...(good.length === 0
      ? []
      : [
          {
            kind: "details",
            summary: phrases["feeds.good"]({ count: good.length }),
            blocks: [listOf(good, tools)],
          } satisfies Block,
        ]),
  ];
}

const listOf = (feeds: readonly FeedHealth[], tools: Tools): Block => ({
  kind: "list",
  items: feeds.map((feed) => lineOf(feed, tools)),
});

const LONGEST_PROBLEM = 120;

function lineOf(
  { name, standing, newest, problem }: FeedHealth,
  { asked, phrases }: Tools,
): readonly Span[] {
  const { language, timeZone } = asked;
  const parts = [
    phrases["feeds.standing"][standing],
    newest === null
      ? phrases["feeds.noArticle"]
      : phrases["feeds.newest"]({ when: formatMoment(language, newest, timeZone) }),
    ...(problem === null ? [] : [embed(shorten(problem, LONGEST_PROBLEM), language)]),
  ];
  return [strong(embed(name, language)), text(` \u2013 ${parts.join(commaOf(language))}`)];
}
