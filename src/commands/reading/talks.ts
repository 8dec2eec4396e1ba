import { z } from "zod";
import { commandCatalogOf } from "../../i18n/commands/catalog.ts";
import type { ControlRow } from "../../messages/control.ts";
import { type Span, strong, text } from "../../messages/message.ts";
import type { Asked, Command, CommandContext, Reply } from "../command.ts";
import type { TalksDesk } from "../desk.ts";
import { statusButton } from "../say.ts";
import { answerWith, defineReading, sameTalks } from "./reading-command.ts";

/** `/talks`: which talks are followed; administrators choose what commands in their chat are about. */
export const talksCommand = (followed: readonly TalksDesk[]): Command =>
  defineReading(
    {
      name: "talks",
      options: z.object({ talks: z.string().optional() }),
      answer: ({ talks }, asked, context) =>
        talks === undefined ? Promise.resolve(list(asked, context)) : choose(asked, context),
    },
    followed,
  );

function list(asked: Asked, { talks: followed }: CommandContext): Reply {
  const { language, talks: here } = asked;
  const phrases = commandCatalogOf(language);
  const items = followed.map(({ names: { dossier } }): Span[] =>
    dossier.id === here.names.dossier.id
      ? [strong(dossier.names[language]), text(` (${phrases["talks.here"]})`)]
      : [text(dossier.names[language])],
  );
  return answerWith({
    language,
    blocks: [
      { kind: "title", text: phrases["talks.title"] },
      { kind: "list", items },
    ],
    controls: [...selectRow(asked, followed), statusButton(language, sameTalks(asked))],
  });
}

/** Nothing to choose where one is followed. */
function selectRow({ language, talks: here }: Asked, followed: readonly TalksDesk[]): ControlRow[] {
  if (followed.length < 2) return [];
  const choices = followed.map(({ names: { dossier } }) => ({
    label: dossier.names[language],
    value: dossier.id,
    chosen: dossier.id === here.names.dossier.id,
  }));
  const label = commandCatalogOf(language)["talks.choose"];
  return [
    [{ kind: "select", label, call: { command: "talks", options: {} }, fills: "talks", choices }],
  ];
}

/** What a chat's commands are about is for all who are in it. */
async function choose(asked: Asked, { store }: CommandContext): Promise<Reply> {
  const { from, place, language, talks, chat, isOperator, mayAdminister } = asked;
  if (place !== "private" && !isOperator && !(await mayAdminister()))
    return { kind: "forbidden", to: "administrators" };
  const before = chat ?? { address: from, place, language: null, timeZone: null, talks: null };
  await store.chats.keep({ ...before, talks: sameTalks(asked).talks });
  const name = talks.names.dossier.names[language];
  return answerWith({
    language,
    blocks: [
      {
        kind: "paragraph",
        spans: [text(commandCatalogOf(language)["talks.chosen"]({ talks: name }))],
      },
    ],
    controls: [statusButton(language, sameTalks(asked))],
  });
}
