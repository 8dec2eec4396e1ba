import { z } from "zod";
import type { Subscription } from "../../deliveries/subscription.ts";
import { LanguageSchema } from "../../lib/language.ts";
import { confidenceLine, statusBlocks } from "../../messages/digest/status.ts";
import { createWording } from "../../messages/digest/wording.ts";
import type { ControlRow } from "../../messages/control.ts";
import { type Block, text } from "../../messages/message.ts";
import { numberCitations } from "../../messages/number-citations.ts";
import { type Asked, type CommandContext, defineCommand, type Reply } from "../command.ts";
import { zoneFor } from "../asked.ts";
import { button, paragraph, paragraphWithCommands } from "../say.ts";
import { changeButton, languageRow, oneTapRows } from "./controls.ts";
import { describe } from "./describe.ts";
import { FORMS } from "./forms.ts";
import { ownSubscriptions } from "./own-subscriptions.ts";
import { subscribe } from "./subscribe.ts";
import { answer, chatOf, titled, type Tools, toolsFor } from "./tools.ts";

const options = z.object({
  /** What a deep link carries: talks to choose, or `sub_` and talks to subscribe to. */
  payload: z.string().optional(),
  language: LanguageSchema.optional(),
});

/** Greets: what this is, where the talks stand, and one press to subscribe. */
export const startCommand = defineCommand({
  form: FORMS.start,
  options,
  bare: ["payload"],
  answer: async ({ payload, language }, asked, context) => {
    const followed = talksOf(payload ?? "", asked, context);
    const here = followed === null ? asked : { ...asked, talks: followed.talks };
    if (followed?.subscribes === true && (await mayChange(asked)))
      return subscribe({}, here, context);
    if (language !== undefined && !(await mayChange(asked)))
      return { kind: "forbidden", to: "administrators" };
    const chosen = await choose(here, context, { language, talks: followed !== null });
    return greet(toolsFor(chosen, context));
  },
});

const SUBSCRIBES = "sub_";

function talksOf(payload: string, { talks }: Asked, context: CommandContext) {
  const subscribes = payload.startsWith(SUBSCRIBES);
  const id = subscribes ? payload.slice(SUBSCRIBES.length) : payload;
  const found = context.talks.find(({ names }) => names.dossier.id === id);
  if (found !== undefined) return { talks: found, subscribes };
  return payload === "subscribe" ? { talks, subscribes: true } : null;
}

const mayChange = async ({ place, mayAdminister }: Asked): Promise<boolean> =>
  place === "private" || (await mayAdminister());

type Choice = { readonly language: Asked["language"] | undefined; readonly talks: boolean };

/** Keeps a language that was pressed, and talks that a link chose; a mere greeting keeps nothing. */
async function choose(
  asked: Asked,
  context: CommandContext,
  { language, talks }: Choice,
): Promise<Asked> {
  const id = asked.talks.names.dossier.id;
  const isTalksNew = talks && (await mayChange(asked)) && asked.chat?.talks !== id;
  if (language === undefined && !isTalksNew) return asked;
  const before = chatOf(asked);
  const chat = {
    ...before,
    language: language ?? before.language,
    talks: isTalksNew ? id : before.talks,
  };
  await context.store.chats.keep(chat);
  const chosen = { ...asked, chat, language: language ?? asked.language };
  return { ...chosen, timeZone: zoneFor(context, chosen) };
}

async function greet(tools: Tools): Promise<Reply> {
  const { asked, phrases } = tools;
  const talks = asked.talks.names.dossier.names[asked.language];
  const phase = await phaseBlocks(tools);
  if (asked.place !== "private") {
    const blocks = [paragraphWithCommands(phrases["start.group"]({ talks })), ...phase];
    return answer(asked, numberCitations(titled(phrases["start.title"], blocks)), {
      controls: [[statusButton(tools)]],
    });
  }
  const own = await ownSubscriptions(asked, tools.context);
  const here = own.find((each) => each.talks === asked.talks.names.dossier.id);
  const blocks = [
    paragraph(phrases["start.hello"]({ talks })),
    ...phase,
    paragraph(
      here === undefined
        ? phrases["start.oneTap"]
        : phrases["start.subscribed"]({ what: describe(here, tools) }),
    ),
  ];
  const message = numberCitations(titled(phrases["start.title"], blocks));
  return answer(asked, message, { controls: rows(here, tools) });
}

const rows = (here: Subscription | undefined, tools: Tools): readonly ControlRow[] => [
  ...(here === undefined ? oneTapRows(tools) : [[changeButton(here, tools)] as const]),
  [statusButton(tools)],
  languageRow("start", tools),
];

const statusButton = ({ asked, phrases }: Tools) =>
  button(phrases["start.status"], "status", { talks: asked.talks.names.dossier.id });

/** Where the talks stand in one line, with its sources, how sure that is, and whether they agree. */
async function phaseBlocks({ asked, phrases }: Tools): Promise<readonly Block[]> {
  const { talks, now, language, timeZone } = asked;
  const digest = await talks.digest(now, null);
  const wording = createWording(talks.names, digest, language, timeZone);
  const [line] = statusBlocks(digest, wording);
  const contested: Block[] = digest.contested
    ? [{ kind: "paragraph", spans: [text(phrases["start.contested"])] }]
    : [];
  if (line === undefined || digest.phase === null) return line === undefined ? contested : [line];
  return [line, paragraph(confidenceLine(digest, wording)), ...contested];
}
