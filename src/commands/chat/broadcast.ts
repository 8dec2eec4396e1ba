import { z } from "zod";
import { LANGUAGES, type Language } from "../../lib/language.ts";
import { formatNumber } from "../../i18n/locale.ts";
import type { Block } from "../../messages/message.ts";
import { composeBroadcast } from "../../messages/alerts/compose-broadcast.ts";
import { defineCommand, type Reply } from "../command.ts";
import { paragraph } from "../say.ts";
import { type BroadcastWords, draftBroadcast, sendBroadcast } from "./broadcast-draft.ts";
import { type Reach, reachOf } from "./broadcast-reach.ts";
import { completeTalks } from "./complete-talks.ts";
import { danger } from "./controls.ts";
import { FORMS } from "./forms.ts";
import { answer, titled, type Tools, toolsFor } from "./tools.ts";

const options = z.object({
  en: z.string().optional(),
  ar: z.string().optional(),
  fa: z.string().optional(),
  talks: z.string().optional(),
  /** The draft to send, as the confirming press names it. */
  send: z.string().optional(),
});

/** Less than the smallest message of any platform, title included. */
const LONGEST = 1_500;

/** Sends operators' words to all who follow some talks: shows them and their reach first, sends on a press. */
export const broadcastCommand = defineCommand({
  form: FORMS.broadcast,
  options,
  answer: async ({ send, en, ar, fa }, asked, context) => {
    const tools = toolsFor(asked, context);
    if (send !== undefined) return tellSent(await sendBroadcast(send, asked, context), tools);
    const words = trimmed({ en, ar, fa });
    const { phrases } = tools;
    if (words.en === undefined) return answer(asked, [paragraph(phrases["broadcast.usage"])]);
    if (Object.values(words).some((each) => each.length > LONGEST)) {
      const most = formatNumber(asked.language, LONGEST);
      return answer(asked, [paragraph(phrases["broadcast.tooLong"]({ most }))]);
    }
    const reach = await reachOf(asked.talks.names.dossier.id, context);
    if (reach.chats === 0) return answer(asked, [paragraph(phrases["broadcast.nobody"])]);
    const draft = await draftBroadcast(words, asked, context);
    return answer(asked, titled(phrases["broadcast.title"], dryRun(words, reach, tools)), {
      controls: [[danger(phrases["broadcast.send"], "broadcast", { send: draft })]],
    });
  },
  complete: completeTalks,
});

function trimmed(words: Readonly<Record<Language, string | undefined>>): BroadcastWords {
  const given = LANGUAGES.flatMap((language) => {
    const said = words[language]?.trim() ?? "";
    return said === "" ? [] : [[language, said] as const];
  });
  return Object.fromEntries(given);
}

/** How many would get it, and what each would read. */
function dryRun(words: BroadcastWords, reach: Reach, { asked, phrases }: Tools): readonly Block[] {
  const { language } = asked;
  const counts = reach.lines.map((line) =>
    phrases["broadcast.reachLine"]({
      platform: line.platform,
      language: phrases["language.name"][line.language],
      count: formatNumber(language, line.chats),
    }),
  );
  const texts = LANGUAGES.filter((each) => words[each] !== undefined).flatMap((each): Block[] => [
    { kind: "heading", text: phrases["language.name"][each] },
    ...composeBroadcast(words, each).blocks.slice(1),
  ]);
  return [
    paragraph(phrases["broadcast.reach"]({ count: reach.chats })),
    { kind: "list", items: counts.map((line) => [{ kind: "text", text: line }]) },
    ...texts,
  ];
}

const tellSent = (
  outcome: Awaited<ReturnType<typeof sendBroadcast>>,
  { asked, phrases }: Tools,
): Reply => answer(asked, [paragraph(phrases[`broadcast.${outcome}`])]);
