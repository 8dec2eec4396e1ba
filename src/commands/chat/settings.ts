import { z } from "zod";
import type { Subscription } from "../../deliveries/subscription.ts";
import type { ControlRow } from "../../messages/control.ts";
import { strong, text } from "../../messages/message.ts";
import { type CommandContext, defineCommand, type Asked, type Reply } from "../command.ts";
import type { Completion } from "../../platform/conversation.ts";
import { zoneFor } from "../asked.ts";
import { button, paragraph } from "../say.ts";
import { languageRow, oneTapRows } from "./controls.ts";
import { describe } from "./describe.ts";
import { completeField, holding } from "./fields/complete-field.ts";
import { FIELD_NAMES, type FieldName } from "./fields/field.ts";
import { FIELDS } from "./fields/fields.ts";
import { FORMS } from "./forms.ts";
import { meantBy } from "./own-or-all.ts";
import { completeSubscription, ownSubscriptions } from "./own-subscriptions.ts";
import { showField, showList, showPanel } from "./panel.ts";
import { anew, answer, chatOf, titled, type Tools, toolsFor } from "./tools.ts";
import { LanguageSchema } from "../../lib/language.ts";

const options = z.object({
  id: z.string().optional(),
  set: z.enum(FIELD_NAMES).optional(),
  to: z.string().optional(),
  /** The language of the chat itself, where nothing is subscribed yet. */
  language: LanguageSchema.optional(),
});

type Wanted = z.output<typeof options>;

/** Shows what the chat gets and changes it; every control carries the subscription, the setting and the value. */
export const settingsCommand = defineCommand({
  form: FORMS.settings,
  options,
  bare: ["set", "to"],
  answer: (wanted, asked, context) => {
    const isOfPanel = wanted.id !== undefined || wanted.language !== undefined;
    return settings(wanted, isOfPanel ? asked : anew(asked), context);
  },
  complete: async ({ option, typed, given }, asked, context) => {
    if (option === "to") return completions(typed, given["set"], toolsFor(asked, context));
    return option === "id" ? completeSubscription(toolsFor(asked, context)) : [];
  },
});

/** The values of the setting that is chosen; while none is, what may follow any of the likeliest. */
function completions(typed: string, set: string | undefined, tools: Tools): readonly Completion[] {
  const chosen = FIELD_NAMES.find((name) => name === set);
  if (chosen !== undefined) return completeField(chosen, typed, tools);
  const named = LIKELIEST.flatMap((name) => holding(typed, completeField(name, typed, tools)));
  return typed.trim() === "" ? named : [...named, ...completeField("city", typed, tools)];
}

const LIKELIEST: readonly FieldName[] = ["at", "days", "language", "form"];

async function settings(wanted: Wanted, asked: Asked, context: CommandContext): Promise<Reply> {
  if (wanted.language !== undefined) return switchLanguage(wanted.language, asked, context);
  const tools = toolsFor(asked, context);
  const own = await ownSubscriptions(asked, context);
  const [first] = own;
  if (first === undefined) return showNothing(tools);
  const meant = wanted.id === undefined ? own : (meantBy(wanted.id, own) ?? own);
  const [one] = meant;
  if (one === undefined)
    return askWhich({}, own, { tools, news: [tools.phrases["settings.gone"]] });
  if (meant.length > 1) return askWhich(wanted, own, { tools, news: [] });
  if (wanted.set === undefined) return showPanel(one, tools);
  if (wanted.to === undefined) return showField(wanted.set, one, tools);
  return change(one, { name: wanted.set, to: wanted.to }, tools);
}

type Change = { readonly name: FieldName; readonly to: string };

async function change(one: Subscription, { name, to }: Change, tools: Tools): Promise<Reply> {
  const { asked, context } = tools;
  const field = FIELDS[name];
  const read = field.read(to, one, tools);
  if (read.kind === "unreadable")
    return answer(asked, [paragraph(read.says)], { controls: [backRow(one, tools)] });
  await context.store.transaction(async ({ subscriptions, chats }) => {
    await subscriptions.keep(read.to);
    if (asked.place !== "private") return;
    // In private the chat and its reader are one.
    const chat = chatOf(asked);
    if (name === "language") await chats.keep({ ...chat, language: read.to.language });
    if (name === "city") await chats.keep({ ...chat, timeZone: read.to.timeZone });
  });
  const isReader = asked.place === "private" && name === "language";
  const after = isReader ? toolsFor({ ...asked, language: read.to.language }, context) : tools;
  const news = after.phrases["settings.changed"]({
    field: after.phrases["field.label"][name],
    value: field.show(read.to, after),
  });
  return showPanel(read.to, after, [news]);
}

const backRow = ({ id }: Subscription, { phrases }: Tools): ControlRow => [
  button(phrases["settings.back"], "settings", { id }),
];

type Asking = { readonly tools: Tools; readonly news: readonly string[] };

/** Each with what was asked for carried along. */
function askWhich(wanted: Wanted, own: readonly Subscription[], { tools, news }: Asking): Reply {
  const { set, to } = wanted;
  const carried = { ...(set === undefined ? {} : { set }), ...(to === undefined ? {} : { to }) };
  const rows = own.map((each): ControlRow => [
    button(describe(each, tools), "settings", { id: each.id, ...carried }),
  ]);
  return showList([...news, tools.phrases["settings.several"]].join(" "), own, { tools, rows });
}

async function switchLanguage(
  language: Asked["language"],
  asked: Asked,
  context: CommandContext,
): Promise<Reply> {
  const chat = { ...chatOf(asked), language };
  await context.store.chats.keep(chat);
  const chosen = { ...asked, chat, language };
  return settings({}, { ...chosen, timeZone: zoneFor(context, chosen) }, context);
}

function showNothing(tools: Tools): Reply {
  const { asked, phrases } = tools;
  const language =
    asked.chat?.language === undefined || asked.chat.language === null
      ? phrases["settings.chatLanguageOpen"]
      : phrases["language.name"][asked.chat.language];
  const blocks = titled(phrases["settings.title"], [
    paragraph(phrases["settings.nothing"]),
    {
      kind: "paragraph",
      spans: [strong(phrases["settings.chatLanguage"]), text(language)],
    },
  ]);
  return answer(asked, blocks, {
    controls: [...oneTapRows(tools), languageRow("settings", tools)],
  });
}
