import { z } from "zod";
import type { Subscription } from "../../deliveries/subscription.ts";
import { withdrawOwed } from "../../deliveries/withdraw-owed.ts";
import type { ControlRow } from "../../messages/control.ts";
import { type Block, text } from "../../messages/message.ts";
import { defineCommand, type Reply } from "../command.ts";
import { echo } from "../refusals.ts";
import { button, paragraph } from "../say.ts";
import { instantSpans } from "./describe.ts";
import { FORMS } from "./forms.ts";
import { ALL, meantBy, tellNothing } from "./own-or-all.ts";
import { completeSubscription, ownSubscriptions } from "./own-subscriptions.ts";
import { readUntil, type Until } from "./read-until.ts";
import { replanned } from "./scheduling.ts";
import { answer, titled, type Tools, toolsFor } from "./tools.ts";

const options = z.object({ until: z.string().optional(), id: z.string().optional() });

/** Lets one subscription or all rest, or resumes them. */
export const pauseCommand = defineCommand({
  form: FORMS.pause,
  options,
  bare: ["until"],
  answer: async ({ until, id }, asked, context) => {
    const tools = toolsFor(asked, context);
    const own = await ownSubscriptions(asked, context);
    const meant = meantBy(id, own) ?? own;
    const [first] = meant;
    if (first === undefined) return tellNothing(tools.phrases["pause.title"], tools);
    if (until === undefined) return ask(meant, id ?? ALL, tools);
    const read = readUntil(until, first.timeZone, asked.now);
    const refusal = refuse(read, until, tools);
    if (refusal !== null)
      return answer(asked, [paragraph(refusal)], { controls: lengths(id ?? ALL, tools) });
    await keepRested(meant, read, tools);
    return tell(first, read, tools);
  },
  complete: async ({ option }, asked, context) => {
    const tools = toolsFor(asked, context);
    if (option === "id") return completeSubscription(tools);
    return LENGTHS.map(({ until, phrase }) => ({ label: tools.phrases[phrase], value: until }));
  },
});

const LENGTHS = [
  { until: "1d", phrase: "pause.day" },
  { until: "1w", phrase: "pause.week" },
  { until: "open", phrase: "pause.open" },
  { until: "resume", phrase: "pause.resume" },
] as const;

/** What waits already is not sent into a pause. */
const keepRested = (meant: readonly Subscription[], read: Until, tools: Tools): Promise<void> =>
  tools.context.store.transaction(async (stores) => {
    const { now } = tools.asked;
    const rest = meant.map((each) => rested(each, read, now));
    await stores.subscriptions.keepAll(rest);
    const paused = rest.filter(({ status }) => status.kind === "paused");
    await withdrawOwed(stores, paused, "paused", now);
  });

/** What the platform ended stays ended: only subscribing again resumes it. */
function rested(subscription: Subscription, read: Until, now: Date): Subscription {
  if (subscription.status.kind === "ended") return subscription;
  switch (read.kind) {
    case "until":
      return replanned({ ...subscription, status: { kind: "paused", until: read.at } }, now);
    case "open":
      return { ...subscription, status: { kind: "paused", until: null } };
    case "resume":
      return replanned({ ...subscription, status: { kind: "active" } }, now);
    case "past":
    case "far":
    case "unreadable":
      return subscription;
  }
}

function refuse({ kind }: Until, said: string, { asked, phrases }: Tools): string | null {
  const value = echo(said, asked.language);
  switch (kind) {
    case "past":
      return phrases["pause.past"]({ value });
    case "far":
      return phrases["pause.far"];
    case "unreadable":
      return phrases["pause.unreadable"]({ value });
    case "until":
    case "open":
    case "resume":
      return null;
  }
}

function lengths(id: string, { phrases }: Tools): readonly ControlRow[] {
  const to = ({ until, phrase }: (typeof LENGTHS)[number]) =>
    button(phrases[phrase], "pause", { until, id });
  const [day, week, open, resume] = LENGTHS;
  return [
    [to(day), to(week)],
    [to(open), to(resume)],
  ];
}

const ask = (meant: readonly Subscription[], id: string, tools: Tools): Reply => {
  const { asked, phrases } = tools;
  const blocks = [paragraph(phrases["pause.question"]({ count: meant.length }))];
  return answer(asked, titled(phrases["pause.title"], blocks), { controls: lengths(id, tools) });
};

function tell(first: Subscription, read: Until, tools: Tools): Reply {
  const { asked, phrases } = tools;
  const spans: Block =
    read.kind === "until"
      ? {
          kind: "paragraph",
          spans: [text(phrases["pause.done"]), ...instantSpans(read.at, first.timeZone, tools)],
        }
      : paragraph(phrases[read.kind === "open" ? "pause.doneOpen" : "pause.resumed"]);
  const resume = button(phrases["pause.resume"], "pause", { until: "resume", id: first.id });
  const settings = button(phrases["settings.title"], "settings", { id: ALL });
  return answer(asked, titled(phrases["pause.title"], [spans]), {
    controls: [read.kind === "resume" ? [settings] : [resume, settings]],
  });
}
