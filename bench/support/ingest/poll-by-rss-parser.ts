import RssParser from "rss-parser";
import { addressOf, planFeeds } from "./feed-plan.ts";
import { givenWork, startRound, tellRound } from "./polled.ts";

// As its own introduction shows it: each feed by `parseURL`, all at once, settings as they come.
const { port, feeds } = givenWork();
const addresses = planFeeds(feeds).map((feed) => addressOf(feed, port));
const parser = new RssParser();
for (const _ of [1, 2]) {
  const round = startRound();
  const results = await Promise.allSettled(addresses.map((address) => parser.parseURL(address)));
  const read = results.filter((result) => result.status === "fulfilled");
  const items = read.reduce((sum, { value }) => sum + value.items.length, 0);
  await tellRound(round({ read: read.length, items }));
}
process.exit();
