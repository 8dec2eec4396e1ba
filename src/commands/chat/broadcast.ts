import { z } from "zod";
import { LANGUAGES, type Language } from "../../lib/language.ts";
import { formatNumber } from "../../i18n/locale.ts";
import type { Block } from "../../messages/message.ts";
import { composeBroadcast } from "../../messages/alerts/compose-broadcast.ts";
import {
  type Asked,
  type Command,
  type CommandContext,
  defineCommand,
  type Reply,
} from "../command.ts";
import type { TalksDesk } from "../desk.ts";
import { paragraph } from "../say.ts";
import { type BroadcastWords, draftBroadcast, sendBroadcast } from "./broadcast-draft.ts";
import { type Reach, reachOf } from "./broadcast-reach.ts";
import { danger } from "./controls.ts";
import { aboutTalks, FORMS, talksAmong } from "./forms.ts";
import { answer, titled, type Tools, toolsFor } from "./tools.ts";

const optionsAbout = (followed: readonly TalksDesk[]) =>
  z.object({
    en: z.string().optional(),
    ar: z.string().optional(),
    fa: z.string().optional(),
    talks: talksAmong(followed).optional(),
    /** The draft to send, as the confirming press names it. */
    send: z.string().optional(),
  });

type Wanted = z.output<ReturnType<typeof optionsAbout>>;

/** Less than the smallest message of any platform, title included. */
const LONGEST = 1_500;

/** Sends operators' words to all who follow some talks: shows them and their reach first, sends on a press. */
export const broadcastCommand = (followed: readonly TalksDesk[]): Command =>
  defineCommand({
    form: aboutTalks(FORMS.broadcast, followed),
    options: optionsAbout(followed),
    answer: broadcast,
  });

async function broadcast(wanted: Wanted, asked: Asked, context: CommandContext): Promise<Reply> {
  const tools = toolsFor(asked, context);
  if (wanted.send !== undefined)
    return tellSent(await sendBroadcast(wanted.send, asked, context), tools);
  const words = trimmed(wanted);
  const refusal = refuse(words, tools);
  if (refusal !== null) return answer(asked, [paragraph(refusal)]);
  const { phrases } = tools;
  const reach = await reachOf(asked.talks.names.dossier.id, context);
  if (reach.chats === 0) return answer(asked, [paragraph(phrases["broadcast.nobody"])]);
  const draft = await draftBroadcast(words, asked, context);
  return answer(asked, titled(phrases["broadcast.title"], dryRun(words, reach, tools)), {
    controls: [[danger(phrases["broadcast.send"], "broadcast", { send: draft })]],
  });
}

function refuse(words: BroadcastWords, { asked, phrases }: Tools): string | null {
  if (words.en === undefined) return phrases["broadcast.usage"];
  if (Object.values(words).every((each) => each.length <= LONGEST)) return null;
  return phrases["broadcast.tooLong"]({ most: formatNumber(asked.language, LONGEST) });
}

function trimmed(words: Readonly<Partial<Record<Language, string | undefined>>>): BroadcastWords {
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
