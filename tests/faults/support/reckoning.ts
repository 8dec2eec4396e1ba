import type { Core } from "../../../src/app/core.ts";
import type { Sessions } from "../../../src/app/sessions.ts";
import { createTakeIn } from "../../../src/app/take-in.ts";
import { digestAt, NO_FEEDS } from "../../../src/app/tell.ts";
import { storedReports } from "../../../src/app/stored-reports.ts";
import type { ArticleId } from "../../../src/articles/article.ts";
import type { StoredArticle } from "../../../src/articles/article-store.ts";
import { noticeChanges } from "../../../src/deliveries/notice-changes.ts";
import type { Digest } from "../../../src/digest/digest.ts";
import { openStore } from "../../../src/store/open-store.ts";
import type { Store } from "../../../src/store/store.ts";
import { isAwake } from "./chats.ts";
import { ask } from "./databases.ts";
import { planningOver, sessionsOver, type World } from "./world.ts";

/** How what stands in the chats compares with what the store says was sent. */
export type Arrivals = {
  /** Messages that the store knows of. */
  readonly recorded: number;
  /** Messages in chats that the store does not know of, by platform. */
  readonly unrecorded: { readonly telegram: number; readonly discord: number };
  /** Messages that the store says were sent and that stand in no chat. */
  readonly missing: number;
  /** Unrecorded messages whose words were not owed there. */
  readonly foreign: number;
};

/** Compares the chats with the store. */
export async function compareArrivals(world: World): Promise<Arrivals> {
  const { chats } = world;
  const known = await knownMessages(world);
  const unrecorded = { telegram: 0, discord: 0 };
  let [recorded, missing, foreign] = [0, 0, 0];
  for (const [address, messages] of chats.seen()) {
    const ids = known.get(address) ?? new Set<string>();
    const inStore = messages.filter(({ id }) => ids.has(id));
    recorded += inStore.length;
    missing += ids.size - inStore.length;
    for (const { id, text } of messages) {
      if (ids.has(id)) continue;
      unrecorded[platformOf(address)] += 1;
      if (!inStore.some((one) => one.text === text)) foreign += 1;
    }
  }
  return { recorded, unrecorded, missing, foreign };
}

/** The messages in chats that the store does not know of: their address and id. */
export async function unrecordedIn(world: World): Promise<ReadonlySet<string>> {
  const known = await knownMessages(world);
  return new Set(
    [...world.chats.seen()].flatMap(([address, messages]) =>
      messages
        .filter(({ id }) => known.get(address)?.has(id) !== true)
        .map(({ id }) => `${address} ${id}`),
    ),
  );
}

/** The platform of an address, as chats are named here. */
export const platformOf = (address: string): "telegram" | "discord" =>
  address.startsWith("discord:") ? "discord" : "telegram";

/** The ids of messages that the store knows of, by address. */
async function knownMessages({ url }: World): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const rows = await ask(
    url,
    "select platform, channel, sent_ids_json from deliveries where edits is null",
  );
  const known = new Map<string, Set<string>>();
  for (const row of rows) {
    const address = `${String(row["platform"])}:${String(row["channel"])}`;
    const ids = known.get(address) ?? new Set();
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a list of ids
    for (const id of JSON.parse(String(row["sent_ids_json"])) as string[]) ids.add(id);
    known.set(address, ids);
  }
  return known;
}

/** How far the program has got, as its store says. */
export type Progress = {
  readonly articles: number;
  readonly occasions: number;
  readonly unfinished: number;
  readonly due: number;
  readonly leased: number;
  readonly sent: number;
  /** Deliveries of alerts, whatever became of them. */
  readonly alerts: number;
  /** Given up or expired. */
  readonly lost: number;
  readonly held: number;
};

/** Asks the store, past the program. */
export async function progressOf(url: string): Promise<Progress> {
  const [row = {}] = await ask(
    url,
    `select (select count(*) from articles) as articles,
      (select count(*) from occasions) as occasions,
      (select count(*) from occasions where done = 0) as unfinished,
      (select count(*) from deliveries where status = 'due') as due,
      (select count(*) from deliveries where lease_ends is not null) as leased,
      (select count(*) from deliveries where status = 'sent') as sent,
      (select count(*) from deliveries where kind = 'alert') as alerts,
      (select count(*) from deliveries where status not in ('due', 'sent')) as lost,
      (select count(*) from held_occasions) as held`,
  );
  const count = (name: keyof Progress) => Number(row[name] ?? 0);
  return {
    articles: count("articles"),
    occasions: count("occasions"),
    unfinished: count("unfinished"),
    due: count("due"),
    leased: count("leased"),
    sent: count("sent"),
    alerts: count("alerts"),
    lost: count("lost"),
    held: count("held"),
  };
}

/** What is owed: each occasion to each who is awake, and held back for each who sleeps. */
export async function owedIn({ url, chats }: World) {
  const alerts = Number(
    (
      await ask(
        url,
        'select count(*) as n from occasions where what_json like \'%"kind":"alert"%\'',
      )
    )[0]?.["n"] ?? 0,
  );
  const asleep = chats.subscriptions.filter(({ quietHours }) => quietHours !== null).length;
  return {
    deliveries: alerts * chats.subscriptions.filter((one) => isAwake(one)).length,
    held: alerts * asleep,
  };
}

/** Whether the store holds each article that was published, once. */
export async function lostArticles({ url, moment }: World): Promise<number> {
  const kept = new Set((await ask(url, "select url from articles")).map((row) => row["url"]));
  const published = [
    ...moment.before.map((article) => article.url),
    ...[...moment.press.values()].flat().map((item) => item.url),
  ];
  return published.filter((address) => !kept.has(address)).length;
}

const TALKS = "iran-us";

/** What the store's state comes to, beside what its articles come to when all is done anew. */
export type Reckoned = {
  readonly assessmentEqual: boolean;
  /** Changes that nobody was told of and that a look finds only now. */
  readonly untold: number;
};

/** Assesses twice: as the program stored it, and from scratch out of the stored articles. Nothing may run. */
export async function reckon({ url, home, now }: World): Promise<Reckoned> {
  const at = now();
  const store = await openStore(url, () => undefined);
  const scratch = await openStore("file::memory:", () => undefined);
  try {
    const sessions = sessionsOver(home, store);
    const core = coreOf(sessions);
    const before = (await store.occasions.latest(TALKS, 1_000)).length;
    const stored = JSON.stringify(await assess(core, store, at));
    await copyArticles(store, scratch, core);
    const anew = JSON.stringify(await assess(core, scratch, at));
    await noticeChanges(planningOver(sessions, store, now), at);
    const untold = (await store.occasions.latest(TALKS, 1_000)).length - before;
    return { assessmentEqual: stored === anew, untold };
  } finally {
    await store.close();
    await scratch.close();
  }
}

function coreOf(sessions: Sessions): Core {
  const [watch] = sessions.current().watches;
  if (watch === undefined) throw new Error("nothing is watched");
  return watch.core;
}

async function assess(core: Core, store: Store, at: Date): Promise<Digest> {
  const { reports, heardBefore } = await storedReports(core, store, at);
  const log = core.openLog(heardBefore);
  for (const report of reports) log.add(report);
  return digestAt(core, log, at, { since: null, feeds: NO_FEEDS });
}

/**
 * In the order of their publication. Stories are found anew, but keep their names: a story is called after the
 * article that came first, which is another one when feeds answer in another order.
 */
async function copyArticles(from: Store, to: Store, core: Core): Promise<void> {
  const takeIn = createTakeIn(to, [core]);
  const all: StoredArticle[] = [];
  for await (const article of from.articles.between(new Date(0), new Date("2100-01-01")))
    all.push(article);
  for (const { feed, fetchedAt, ...article } of all)
    await takeIn.articles([article], { feed, at: fetchedAt });
  const nameOf = new Map(all.map(({ id, story }) => [id, story]));
  const named = new Map<ArticleId, ArticleId>();
  for await (const { id, story } of to.articles.between(new Date(0), new Date("2100-01-01"))) {
    const name = story === null ? null : (nameOf.get(story) ?? null);
    if (name !== null) named.set(id, name);
  }
  await to.articles.assignStories(named);
}
