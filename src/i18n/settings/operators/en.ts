import { plural } from "../../locale.ts";

/** What operators are told, in English; the other languages must match it. */
export const en = {
  "feeds.title": "Feeds",
  "feeds.counts": (p: { fresh: string; quiet: string; failing: string; unread: string }) =>
    `${p.fresh} fresh, ${p.quiet} quiet, ${p.failing} failing, ${p.unread} not yet read.`,
  "feeds.good": (p: { count: number }) =>
    plural("en", p.count, { one: "# feed in order", other: "# feeds in order" }),
  "feeds.none": "No feeds are read for these talks.",
  "feeds.newest": (p: { when: string }) => `newest article ${p.when}`,
  "feeds.noArticle": "no article yet",
  "feeds.standing": {
    fresh: "fresh",
    quiet: "quiet",
    failing: "failing",
    unread: "not yet read",
  },

  "stats.title": "How Parley is doing",
  "stats.up": (p: { since: string }) => `Running since ${p.since}`,
  "stats.memory": (p: { mebibytes: string }) => `Memory: ${p.mebibytes} MiB`,
  "stats.articles": (p: { count: string }) => `Articles: ${p.count}`,
  "stats.chats": (p: { count: string }) => `Chats: ${p.count}`,
  "stats.subscriptions": "Subscriptions",
  "stats.waiting": "Waiting to be sent",
  "stats.none": "none",
  "stats.line": (p: { platform: string; status: string; count: string }) =>
    `${p.platform}, ${p.status}: ${p.count}`,
  "stats.waitingLine": (p: { platform: string; count: string }) => `${p.platform}: ${p.count}`,
  "stats.oldest": (p: { minutes: number }) =>
    plural("en", p.minutes, {
      one: "the oldest has waited # minute",
      other: "the oldest has waited # minutes",
    }),
  "stats.model": "Language model",
  "stats.modelTokens": (p: { used: string; most: string }) =>
    `Tokens today: ${p.used} of ${p.most}`,
  "stats.modelKept": (p: { count: string }) => `Of these, kept for scheduled briefings: ${p.count}`,
  "stats.modelCost": (p: { cost: string }) => `Cost today: ${p.cost}`,
  "stats.modelTold": (p: { told: string; extractive: string }) =>
    `Digests since the start: ${p.told} in its words, ${p.extractive} without`,
  "stats.modelResting": "It is left alone for a while: its server fails, or asks for it",
  "stats.subscriptionStatus": { active: "active", paused: "paused", ended: "ended" },

  "broadcast.title": "Broadcast: nothing is sent yet",
  "broadcast.usage":
    "Write the words in each language: /broadcast en=“…” ar=“…” fa=“…”. English is needed, for those who read a language you leave out.",
  "broadcast.tooLong": (p: { most: string }) =>
    `The words of one language may have at most ${p.most} characters.`,
  "broadcast.reach": (p: { count: number }) =>
    plural("en", p.count, {
      one: "# chat would get it.",
      other: "# chats would get it.",
    }),
  "broadcast.reachLine": (p: { platform: string; language: string; count: string }) =>
    `${p.platform}, ${p.language}: ${p.count}`,
  "broadcast.nobody": "Nobody follows these talks, so nobody would get it.",
  "broadcast.send": "Send it now",
  "broadcast.sent": "On its way. /stats shows how far it has got.",
  "broadcast.already": "This broadcast was sent already.",
  "broadcast.stale": "This draft is older than an hour or no longer exists. Write it again.",
};

/** These phrases, as each language must give them. */
export type OperatorPhrases = typeof en;
