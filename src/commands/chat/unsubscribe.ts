import { z } from "zod";
import type { Subscription } from "../../deliveries/subscription.ts";
import { withdrawOwed } from "../../deliveries/withdraw-owed.ts";
import { defineCommand, type Reply } from "../command.ts";
import { button, paragraph } from "../say.ts";
import { danger, oneTapRows } from "./controls.ts";
import { describe } from "./describe.ts";
import { FORMS } from "./forms.ts";
import { ALL, chooseRows, meantBy } from "./own-or-all.ts";
import { completeSubscription, ownSubscriptions } from "./own-subscriptions.ts";
import { showList } from "./panel.ts";
import { answer, titled, type Tools, toolsFor } from "./tools.ts";

const options = z.object({ id: z.string().optional(), sure: z.literal("yes").optional() });

/** Ends one subscription or all, after asking. */
export const unsubscribeCommand = defineCommand({
  form: FORMS.unsubscribe,
  options,
  answer: async ({ id, sure }, asked, context) => {
    const tools = toolsFor(asked, context);
    const own = await ownSubscriptions(asked, context);
    if (own.length === 0) return tellNobody(tools);
    const meant = meantBy(id, own);
    if (meant === null) return askWhich(own, tools);
    if (meant.length === 0) return tellGone(own, tools);
    if (sure === undefined) return askSure(meant, id ?? meant[0]?.id ?? ALL, tools);
    await end(meant, own, tools);
    return tellEnded(meant.length, tools);
  },
  complete: async ({ option }, asked, context) =>
    option === "id" ? completeSubscription(toolsFor(asked, context)) : [],
});

/**
 * What waits on behalf of a subscription goes with it, and all that waits for the chat with its last one;
 * what waits for threads of a group is theirs.
 */
const end = (
  meant: readonly Subscription[],
  own: readonly Subscription[],
  { asked, context: { store } }: Tools,
): Promise<void> =>
  store.transaction(async (stores) => {
    const { subscriptions, outbox } = stores;
    await withdrawOwed(stores, meant, "ended", asked.now);
    for (const { id } of meant) await subscriptions.remove(id);
    const isAlone = asked.place === "private" || asked.from.thread !== null;
    if (isAlone && meant.length === own.length) await outbox.withdraw(asked.from, asked.now, ENDED);
  });

const ENDED = "the subscription was ended";

const tellNobody = (tools: Tools): Reply => {
  const { asked, phrases } = tools;
  const blocks = [paragraph(phrases["unsubscribe.nothing"])];
  return answer(asked, titled(phrases["unsubscribe.title"], blocks), {
    controls: oneTapRows(tools),
  });
};

const askWhich = (own: readonly Subscription[], tools: Tools): Reply =>
  showList(tools.phrases["unsubscribe.which"], own, {
    tools,
    rows: [
      ...chooseRows(own, "unsubscribe", tools),
      [danger(tools.phrases["unsubscribe.all"], "unsubscribe", { id: ALL })],
    ],
  });

const tellGone = (own: readonly Subscription[], tools: Tools): Reply =>
  showList(tools.phrases["settings.gone"], own, {
    tools,
    rows: chooseRows(own, "unsubscribe", tools),
  });

function askSure(meant: readonly Subscription[], id: string, tools: Tools): Reply {
  const { asked, phrases } = tools;
  const [one] = meant;
  const question =
    meant.length === 1 && one !== undefined
      ? phrases["unsubscribe.question"]({ what: describe(one, tools) })
      : phrases["unsubscribe.questionAll"]({ count: meant.length });
  return answer(asked, titled(phrases["unsubscribe.title"], [paragraph(question)]), {
    controls: [
      [
        danger(phrases["unsubscribe.confirm"], "unsubscribe", { id, sure: "yes" }),
        button(phrases["unsubscribe.keep"], "settings", { id }),
      ],
    ],
  });
}

function tellEnded(count: number, tools: Tools): Reply {
  const { asked, phrases } = tools;
  const blocks = [paragraph(phrases["unsubscribe.done"]({ count }))];
  return answer(asked, titled(phrases["unsubscribe.title"], blocks), {
    controls: [
      [
        button(phrases["unsubscribe.again"], "subscribe", {
          talks: asked.talks.names.dossier.id,
        }),
      ],
    ],
  });
}
