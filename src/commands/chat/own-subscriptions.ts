import type { Subscription } from "../../deliveries/subscription.ts";
import type { Completion } from "../../platform/conversation.ts";
import type { Asked, CommandContext } from "../command.ts";
import { describe } from "./describe.ts";
import type { Tools } from "./tools.ts";

/** The subscriptions of the chat that asks, oldest first; another chat's are as unknown as none. */
export const ownSubscriptions = (
  { from }: Asked,
  { store }: CommandContext,
): Promise<readonly Subscription[]> => store.subscriptions.of(from);

/** The chat's own subscriptions, to choose one from. */
export async function completeSubscription(tools: Tools): Promise<readonly Completion[]> {
  const own = await ownSubscriptions(tools.asked, tools.context);
  return own.map((each) => ({ label: describe(each, tools), value: each.id }));
}
