import stringWidth from "string-width";
import type { Config } from "../../config/config.ts";
import type { FeedStanding } from "../feed-standing.ts";
import { standingsOf } from "../feed-standing.ts";
import { loadFollowed } from "../followed.ts";
import { EXIT, type ExitCode, type Terminal } from "../terminal.ts";
import { withStore } from "../with-store.ts";

/** What `parley feeds` is asked. */
export type FeedsOptions = { readonly talks?: string; readonly format: "text" | "json" };

/** `parley feeds`: where every feed stands, one line a feed. */
export function feedsCommand(
  terminal: Terminal,
  config: Config,
  { talks, format }: FeedsOptions,
): Promise<ExitCode> {
  const { addresses } = loadFollowed(config, talks);
  return withStore(terminal, config, async (store) => {
    const now = terminal.now();
    const cursors = await store.feedStates.load(addresses.map(({ address }) => address));
    const standings = standingsOf(addresses, cursors, now);
    if (format === "json") {
      terminal.out(JSON.stringify(standings.map(jsonOf), null, 2));
      return EXIT.ok;
    }
    terminal.out(row(HEAD));
    for (const standing of standings) terminal.out(row(cellsOf(standing, now)));
    terminal.out(summaryOf(standings));
    return EXIT.ok;
  });
}

type Cells = Readonly<Record<keyof typeof COLUMNS, string>>;

/** Columns of a terminal; with a space between them they fill 80. */
const COLUMNS = {
  name: 24,
  lang: 4,
  tier: 10,
  state: 6,
  item: 5,
  read: 5,
  fails: 5,
  reason: 14,
} as const;

const HEAD: Cells = {
  name: "feed",
  lang: "lang",
  tier: "tier",
  state: "state",
  item: "item",
  read: "read",
  fails: "fails",
  reason: "reason",
};

function cellsOf({ feed, cursor, state, reason }: FeedStanding, now: Date): Cells {
  const [first] = feed.feeds;
  return {
    name: first?.name ?? feed.host,
    lang: first?.lang ?? "",
    tier: first?.tier ?? "",
    state,
    item: ageOf(cursor.lastItemAt, now),
    read: ageOf(cursor.lastSuccessAt, now),
    fails: String(cursor.failures),
    reason,
  };
}

const row = (cells: Cells): string =>
  Object.entries(COLUMNS)
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of COLUMNS
    .map(([column, width]) => fit(cells[column as keyof Cells], width))
    .join(" ")
    .trimEnd();

const ISOLATE = "\u2068";
const END_ISOLATE = "\u2069";
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u;
const INVISIBLE = /[\p{Cc}\p{Cf}]/gu;

/** A cell of a width; what reads from the right is isolated, so that it moves no other cell. */
function fit(text: string, width: number): string {
  const bare = text.replace(INVISIBLE, " ");
  const shown = stringWidth(bare) <= width ? bare : `${cut(bare, width - 1)}\u2026`;
  const padding = " ".repeat(Math.max(0, width - stringWidth(shown)));
  return RIGHT_TO_LEFT.test(shown) ? `${ISOLATE}${shown}${END_ISOLATE}${padding}` : shown + padding;
}

function cut(text: string, width: number): string {
  let kept = "";
  for (const character of text) {
    if (stringWidth(kept + character) > width) break;
    kept += character;
  }
  return kept;
}

const MINUTE_MS = 60_000;

/** `5m`, `3h`, `12d`; a dash for never. */
function ageOf(at: Date | null, now: Date): string {
  if (at === null) return "\u2013";
  const minutes = Math.max(0, Math.round((now.getTime() - at.getTime()) / MINUTE_MS));
  if (minutes < 100) return `${minutes}m`;
  if (minutes < 60 * 72) return `${Math.round(minutes / 60)}h`;
  return `${Math.round(minutes / 1440)}d`;
}

const STATES = ["lively", "quiet", "dead", "failed", "new"] as const;

const summaryOf = (standings: readonly FeedStanding[]): string =>
  `${standings.length} feeds: ${STATES.map(
    (state) => `${standings.filter((standing) => standing.state === state).length} ${state}`,
  ).join(", ")}`;

function jsonOf({ feed, cursor, state, reason }: FeedStanding) {
  const [first] = feed.feeds;
  return {
    id: first?.id,
    name: first?.name,
    url: feed.address,
    lang: first?.lang,
    tier: first?.tier,
    state,
    reason,
    newestItem: cursor.lastItemAt,
    lastSuccess: cursor.lastSuccessAt,
    lastPoll: cursor.lastPollAt,
    nextPoll: cursor.lastPollAt === null ? null : cursor.nextPollAt,
    failures: cursor.failures,
    counts: cursor.counts,
  };
}
