import stringWidth from "string-width";
import type { Config } from "../../config/config.ts";
import type { Subscription, SubscriptionId } from "../../deliveries/subscription.ts";
import type { SubscriptionStore } from "../../deliveries/subscription-store.ts";
import { formatAddress } from "../../platform/address.ts";
import { EXIT, type ExitCode, type Terminal } from "../terminal.ts";
import { withStore } from "../with-store.ts";

/** What `parley subscriptions` is asked. */
export type SubscriptionsOptions = { readonly format: "text" | "json" };

/** `parley subscriptions`: who gets what and when, one line a subscription. */
export const subscriptionsCommand = (
  terminal: Terminal,
  config: Config,
  { format }: SubscriptionsOptions,
): Promise<ExitCode> =>
  withStore(terminal, config, async ({ subscriptions }) => {
    if (format === "json") {
      for await (const each of allOf(subscriptions)) terminal.out(JSON.stringify(each));
      return EXIT.ok;
    }
    let count = 0;
    for await (const each of allOf(subscriptions)) {
      if (count === 0) terminal.out(row(HEAD));
      terminal.out(row(cellsOf(each)));
      count += 1;
    }
    terminal.out(summaryOf(count));
    return EXIT.ok;
  });

function summaryOf(count: number): string {
  if (count === 0) return "Nobody has subscribed yet.";
  return count === 1 ? "1 subscription" : `${count} subscriptions`;
}

const PAGE = 500;

async function* allOf(store: SubscriptionStore): AsyncGenerator<Subscription> {
  let after: SubscriptionId | null = null;
  for (;;) {
    const page = await store.all(after, PAGE);
    yield* page;
    after = page.at(-1)?.id ?? null;
    if (page.length < PAGE) return;
  }
}

type Cells = readonly [address: string, talks: string, to: string, status: string, next: string];

const HEAD: Cells = ["address", "talks", "lang, zone", "status", "next briefing"];
/** With a space between them they fill 80 columns. */
const WIDTHS = [28, 9, 16, 7, 16] as const;

const cellsOf = (subscription: Subscription): Cells => [
  formatAddress(subscription.address),
  subscription.talks,
  `${subscription.language}, ${subscription.timeZone.split("/").at(-1) ?? ""}`,
  subscription.status.kind,
  subscription.nextAt?.toISOString().slice(0, 16) ?? "-",
];

const row = (cells: Cells): string =>
  cells
    .map((cell, at) => padded(cell, WIDTHS[at] ?? 0))
    .join(" ")
    .trimEnd();

/** What is too long keeps its end, which tells ids apart. */
function padded(cell: string, width: number): string {
  const short = stringWidth(cell) <= width ? cell : `\u2026${cell.slice(1 - width)}`;
  return short + " ".repeat(Math.max(0, width - stringWidth(short)));
}
