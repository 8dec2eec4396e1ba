import { z } from "zod";
import type { FoundStatement } from "../../digest/find-statements.ts";
import { commandCatalogOf } from "../../i18n/commands/catalog.ts";
import { composePart } from "../../messages/compose-part.ts";
import { positionBlocks } from "../../messages/digest/sides.ts";
import { createWording } from "../../messages/digest/wording.ts";
import { type Block, strong } from "../../messages/message.ts";
import type { Asked, Command, Reply } from "../command.ts";
import type { TalksDesk } from "../desk.ts";
import { paragraph } from "../say.ts";
import { foundQuote } from "./found-quote.ts";
import { partiesIn, topicsIn } from "./known-names.ts";
import { namedOption } from "./known-option.ts";
import { nextControls } from "./next-controls.ts";
import { glanceBlocks } from "./positions-glance.ts";
import { answerWith, defineReading, optionOf, sameTalks } from "./reading-command.ts";

/** As many of each side as can be told side by side. */
const MOST_OF_A_SIDE = 4;

/** `/positions`: what each side says, of all or on one topic. */
export function positionsCommand(followed: readonly TalksDesk[]): Command {
  const known = { party: partiesIn(followed), topic: topicsIn(followed) };
  return defineReading(
    {
      name: "positions",
      forms: [optionOf("party", { kind: "completed" }), optionOf("topic", { kind: "completed" })],
      bare: ["party", "topic"],
      options: z.object({
        party: namedOption(known.party).optional(),
        topic: namedOption(known.topic).optional(),
      }),
      answer: ({ party, topic }, asked) =>
        party === undefined && topic === undefined
          ? tellAll(asked)
          : tellSome(asked, { party: party ?? null, topic: topic ?? null }),
      complete: ({ option, typed }, { language }) =>
        Promise.resolve(
          option === "party" || option === "topic" ? known[option].complete(typed, language) : [],
        ),
    },
    followed,
  );
}

async function tellAll({ talks, now, language, timeZone }: Asked): Promise<Reply> {
  const digest = await talks.digest(now, null);
  const message = composePart(talks.names, digest, { language, timeZone }, (part, wording) => {
    const blocks = [...glanceBlocks(part, wording), ...positionBlocks(part, wording)];
    return blocks.length > 0 ? blocks : [paragraph(commandCatalogOf(language)["positions.none"])];
  });
  return answerWith({ ...message, controls: nextControls(digest.talks, language, "positions") });
}

type Wanted = { readonly party: string | null; readonly topic: string | null };

/** Of a side that is not asked for alone, only what parties and mediators say. */
async function tellSome(asked: Asked, { party, topic }: Wanted): Promise<Reply> {
  const { talks, language, timeZone, now } = asked;
  const { dossier } = talks.names;
  const wording = createWording(talks.names, { sources: [] }, language, timeZone);
  const phrases = commandCatalogOf(language);
  const sides = dossier.actors
    .filter(({ code, standing }) =>
      party === null ? standing === "party" || standing === "mediator" : code === party,
    )
    .map(({ code }) => code);
  const said = await Promise.all(
    sides.map(async (code) => ({ code, statements: await wordsOf(talks, code, topic) })),
  );
  const blocks = said.flatMap(({ code, statements }): Block[] =>
    statements.length === 0
      ? []
      : [
          { kind: "paragraph", spans: [strong(wording.actor(code))] },
          ...statements.map((found) => foundQuote(found, now, wording)),
        ],
  );
  const subject = topic === null ? null : wording.topic(topic);
  const heading = wording.phrases["heading.positions"];
  return answerWith({
    language,
    blocks: [
      {
        kind: "title",
        text: subject === null ? heading : `${wording.phrases.label({ name: heading })}${subject}`,
      },
      ...(blocks.length > 0 ? blocks : [paragraph(phrases["positions.none"])]),
    ],
    controls: nextControls(sameTalks(asked).talks, language, "positions"),
  });
}

async function wordsOf(
  talks: TalksDesk,
  party: string,
  topic: string | null,
): Promise<readonly FoundStatement[]> {
  const { statements } = await talks.statements({
    party,
    topic,
    speaker: null,
    words: null,
    offset: 0,
    limit: MOST_OF_A_SIDE,
  });
  return statements;
}
