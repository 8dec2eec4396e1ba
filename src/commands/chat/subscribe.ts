import { z } from "zod";
import type { Subscription } from "../../deliveries/subscription.ts";
import type { Control } from "../../messages/control.ts";
import { type Span, strong, text } from "../../messages/message.ts";
import { LanguageSchema } from "../../lib/language.ts";
import {
  type Asked,
  type Command,
  type CommandContext,
  defineCommand,
  type Reply,
} from "../command.ts";
import type { TalksDesk } from "../desk.ts";
import { button, paragraph, paragraphWithCommands } from "../say.ts";
import { changeButton } from "./controls.ts";
import { describe, instantSpans } from "./describe.ts";
import { completeField } from "./fields/complete-field.ts";
import { readsAsDays } from "./fields/days-field.ts";
import { FIELD_NAMES, type FieldReading } from "./fields/field.ts";
import { FIELDS } from "./fields/fields.ts";
import { aboutTalks, FORMS, talksAmong } from "./forms.ts";
import { ALL } from "./own-or-all.ts";
import { newSubscription } from "./new-subscription.ts";
import { ownSubscriptions } from "./own-subscriptions.ts";
import { looksLikeTime } from "./read-time.ts";
import { readWord } from "./read-word.ts";
import { replanned } from "./scheduling.ts";
import { factsOf } from "./panel.ts";
import { anew, answer, chatOf, titled, type Tools, toolsFor } from "./tools.ts";

const PICTURE_SAID = ["on", "off"] as const;
const FORMS_SAID = ["brief", "full"] as const;

const optionsAbout = (followed: readonly TalksDesk[]) =>
  z.object({
    talks: talksAmong(followed).optional(),
    at: z.string().refine(looksLikeTime).optional(),
    days: z.string().refine(readsAsDays).optional(),
    language: LanguageSchema.optional(),
    form: z.enum(FORMS_SAID).optional(),
    picture: z.string().refine(readsAsPicture).optional(),
    city: z.string().refine(readsAsPlace).optional(),
    alerts: z.string().optional(),
    moments: z.string().optional(),
    /** Adds one beside another of the same talks. */
    more: z.literal("yes").optional(),
  });

type Wanted = z.output<ReturnType<typeof optionsAbout>>;

const readsAsPicture = (said: string): boolean => readWord(said, PICTURE_SAID) !== null;

/** Whether words name one place and nothing else: in "new york 9:00 full" only two do. */
function readsAsPlace(said: string): boolean {
  const words = said.trim().split(/\s+/u);
  return (
    words.length === 1 ||
    !words.some(
      (word) => looksLikeTime(word) || readsAsDays(word) || readWord(word, FORMS_SAID) !== null,
    )
  );
}

/** Has briefings and alerts sent to the chat. */
export const subscribeCommand = (followed: readonly TalksDesk[]): Command =>
  defineCommand({
    form: aboutTalks(FORMS.subscribe, followed),
    options: optionsAbout(followed),
    // Days come before the time: a cron expression begins with what could be an hour.
    bare: ["talks", "form", "language", "days", "at", "city"],
    answer: (wanted, asked, context) => {
      const { talks: _, ...more } = wanted;
      const isOfPanel = Object.values(more).some((said) => said !== undefined);
      return subscribe(wanted, isOfPanel ? asked : anew(asked), context);
    },
    complete: ({ option, typed }, asked, context) => {
      const name = FIELD_NAMES.find((each) => each === option);
      const found = name === undefined ? [] : completeField(name, typed, toolsFor(asked, context));
      return Promise.resolve(found);
    },
  });

/** As many as a chat can keep track of. */
const MOST = 10;

/** Subscribes the chat that asks; a subscription of the same talks is shown first, never changed unasked. */
export async function subscribe(
  wanted: Wanted,
  asked: Asked,
  context: CommandContext,
): Promise<Reply> {
  const tools = toolsFor(asked, context);
  const own = await ownSubscriptions(asked, context);
  const same = sameTalks(own, asked);
  const resumes = same?.status.kind === "ended" && wanted.more === undefined;
  const base = resumes ? resumed(same, asked) : newSubscription(asked, context);
  const read = apply(base, wanted, tools);
  if (read.kind === "unreadable") return answer(asked, [paragraph(read.says)]);
  if (same !== undefined && !resumes && wanted.more === undefined)
    return showExisting(same, wanted, { tools, isFull: own.length >= MOST });
  if (!resumes && own.length >= MOST) return tellFull(tools);
  const isKept = await keep(read.to, { wanted, tools, seen: own.length });
  // Someone was quicker, as by pressing twice: look again at what there is now.
  if (!isKept) return subscribe(wanted, asked, context);
  return tellSubscribed(read.to, tools, resumes);
}

/** The one of the same talks that a person would mean. */
function sameTalks(own: readonly Subscription[], { talks }: Asked): Subscription | undefined {
  const same = own.filter((each) => each.talks === talks.names.dossier.id);
  return same.find(({ status }) => status.kind !== "ended") ?? same[0];
}

/** One that the platform ended goes on for whoever came back. */
const resumed = (ended: Subscription, { now, asker }: Asked): Subscription =>
  replanned({ ...ended, owner: asker.id, status: { kind: "active" }, releaseAt: null }, now);

/** The subscription with every option that was given, or what is wrong with the first that cannot be read. */
function apply(base: Subscription, wanted: Wanted, tools: Tools): FieldReading {
  let current = base;
  for (const name of FIELD_NAMES) {
    const said = valueOf(wanted, name);
    if (said === undefined) continue;
    const read = FIELDS[name].read(said, current, tools);
    if (read.kind === "unreadable") return read;
    current = read.to;
  }
  return { kind: "set", to: current };
}

const valueOf = (wanted: Readonly<Record<string, string | undefined>>, name: string) =>
  wanted[name];

type Keeping = { readonly wanted: Wanted; readonly tools: Tools; readonly seen: number };

/**
 * Keeps a subscription, unless there are not as many as were seen. A zone chosen here is that of the
 * chat's other answers, too, where it has none.
 */
const keep = (
  subscription: Subscription,
  { wanted: { city }, tools: { asked, context }, seen }: Keeping,
): Promise<boolean> =>
  context.store.transaction(async ({ chats, subscriptions }) => {
    if ((await subscriptions.of(asked.from)).length !== seen) return false;
    await subscriptions.keep(subscription);
    const chat = chatOf(asked);
    const timeZone = chat.timeZone ?? (city === undefined ? null : subscription.timeZone);
    await chats.keep({ ...chat, timeZone });
    return true;
  });

function tellSubscribed(subscription: Subscription, tools: Tools, resumes: boolean): Reply {
  const { asked, phrases } = tools;
  const { id, nextAt, timeZone } = subscription;
  const next: readonly Span[] =
    nextAt === null
      ? [text(phrases["subscribed.noBriefings"])]
      : [strong(phrases["subscribed.next"]), ...instantSpans(nextAt, timeZone, tools)];
  const blocks = titled(phrases["subscribed.title"], [
    ...(resumes ? [paragraph(phrases["subscribed.resumed"])] : []),
    paragraph(phrases["subscribed.line"]({ what: describe(subscription, tools) })),
    { kind: "paragraph", spans: next },
    factsOf(subscription, ["picture", "alerts", "quiet", "moments"], tools),
  ]);
  return answer(asked, blocks, {
    controls: [
      [sampleButton(subscription, tools)],
      [
        changeButton(subscription, tools),
        ...(resumes
          ? []
          : [button(phrases["subscribed.undo"], "unsubscribe", { id, sure: "yes" })]),
      ],
    ],
  });
}

/** What briefings look like, at once; where none come, how the talks stand. */
function sampleButton({ talks, form, schedule }: Subscription, { phrases }: Tools): Control {
  if (schedule === null) return button(phrases["start.status"], "status", { talks });
  const call = { command: "digest", options: { talks, form } };
  return { kind: "button", label: phrases["subscribed.sample"], call, weight: "primary" };
}

type Showing = { readonly tools: Tools; readonly isFull: boolean };

function showExisting(same: Subscription, wanted: Wanted, { tools, isFull }: Showing): Reply {
  const { asked, phrases } = tools;
  const lines = [
    phrases["subscribed.exists"]({ what: describe(same, tools) }),
    ...(isFull ? [] : [phrases["subscribed.existsAdvice"]]),
  ].map(paragraph);
  const another = button(phrases["subscribed.another"], "subscribe", anotherCall(wanted, asked));
  const change = changeButton(same, tools);
  return answer(asked, titled(phrases["subscribed.already"], lines), {
    controls: [isFull ? [change] : [change, another]],
  });
}

const anotherCall = (wanted: Wanted, { talks }: Asked): Readonly<Record<string, string>> => ({
  talks: talks.names.dossier.id,
  ...Object.fromEntries(
    Object.entries(wanted).filter((entry): entry is [string, string] => entry[1] !== undefined),
  ),
  more: "yes",
});

const tellFull = ({ asked, phrases }: Tools): Reply =>
  answer(asked, [paragraphWithCommands(phrases["subscribed.full"]({ count: MOST }))], {
    controls: [[button(phrases["settings.title"], "settings", { id: ALL })]],
  });
