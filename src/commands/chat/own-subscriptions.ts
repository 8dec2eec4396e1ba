import type { Subscription } from "../../deliveries/subscription.ts";
import { formatAddress } from "../../platform/address.ts";
import type { Completion } from "../../platform/conversation.ts";
import type { Asked, CommandContext } from "../command.ts";
import { describe } from "./describe.ts";
import type { Tools } from "./tools.ts";

/** The subscriptions of the chat that asks, oldest first. */
export const ownSubscriptions = (
  { from }: Asked,
  { store }: CommandContext,
): Promise<readonly Subscription[]> => store.subscriptions.of(from);

/** One of the chat's own subscriptions; another chat's is as unknown as one that never was. */
export async function ownSubscription(
  id: string,
  asked: Asked,
  context: CommandContext,
): Promise<Subscription | null> {
  const own = await ownSubscriptions(asked, context);
  const here = formatAddress(asked.from);
  return own.find((each) => String(each.id) === id && formatAddress(each.address) === here) ?? null;
}

/** The chat's own subscriptions, to choose one from. */
export async function completeSubscription(tools: Tools): Promise<readonly Completion[]> {
  const own = await ownSubscriptions(tools.asked, tools.context);
  return own.map((each) => ({ label: describe(each, tools), value: each.id }));
}
