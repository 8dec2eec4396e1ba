import type { Subscription, SubscriptionId } from "../../deliveries/subscription.ts";
import type { Language } from "../../lib/language.ts";
import { formatAddress } from "../../platform/address.ts";
import type { CommandContext } from "../command.ts";

/** How many chats would get a broadcast, by platform and language. */
export type Reach = {
  readonly chats: number;
  readonly lines: readonly ReachLine[];
};

export type ReachLine = {
  readonly platform: string;
  readonly language: Language;
  readonly chats: number;
};

const PAGE = 1_000;

/** Counts the chats that follow some talks; one with several subscriptions counts once in each language. */
export async function reachOf(talks: string, context: CommandContext): Promise<Reach> {
  const chats = new Set<string>();
  const lines = new Map<string, { readonly line: ReachLine; readonly chats: Set<string> }>();
  for await (const { address, language } of followers(talks, context)) {
    const chat = formatAddress(address);
    chats.add(chat);
    const key = `${address.platform} ${language}`;
    const known = lines.get(key) ?? {
      line: { platform: address.platform, language, chats: 0 },
      chats: new Set<string>(),
    };
    known.chats.add(chat);
    lines.set(key, known);
  }
  return {
    chats: chats.size,
    lines: [...lines.values()].map(({ line, chats: own }) => ({ ...line, chats: own.size })),
  };
}

async function* followers(talks: string, { store }: CommandContext): AsyncGenerator<Subscription> {
  let after: SubscriptionId | null = null;
  for (;;) {
    const page: readonly Subscription[] = await store.subscriptions.following(talks, after, PAGE);
    yield* page;
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return;
    after = last.id;
  }
}
