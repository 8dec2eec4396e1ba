import { z } from "zod";
import type { Digest } from "../../digest/digest.ts";
import { commandCatalogOf } from "../../i18n/commands/catalog.ts";
import { formatNearMoment } from "../../i18n/dates.ts";
import { plainLine } from "../../i18n/direction.ts";
import { formatNumber } from "../../i18n/locale.ts";
import { composePart, type TellPart } from "../../messages/compose-part.ts";
import { quoteBlock } from "../../messages/digest/sides.ts";
import type { Wording } from "../../messages/digest/wording.ts";
import { type Block, type Message, type Span, text } from "../../messages/message.ts";
import type { AnswerFailure, Answered, Narrator } from "../../summarize/narrator.ts";
import type { Asked, Command } from "../command.ts";
import type { TalksDesk } from "../desk.ts";
import { createFloodGuard, floodKey, type FloodLimit } from "../flood.ts";
import { button, paragraph, paragraphWithCommands, say, statusButton } from "../say.ts";
import { answerWith, defineReading, optionOf, sameTalks } from "./reading-command.ts";

/** A longer question is several. */
const LONGEST_QUESTION = 300;

/** Each question costs a call of the model; one person may ask so many an hour. */
const BOUND: FloodLimit = { commands: 20, ms: 3_600_000, askers: 10_000 };

/** People wait a while for an answer, and no longer: then they get the words that bear on it. */
const DEADLINE_MS = 20_000;

/** `/ask`: an answer out of what is known, written by a language model and checked, with its sources. */
export function askCommand(followed: readonly TalksDesk[], narrator: Narrator): Command {
  const guard = createFloodGuard(BOUND);
  const answer = (question: string, asked: Asked): Promise<Message> | Message => {
    if (question === "") return howToAsk(asked);
    const isWelcome = guard(floodKey(asked), asked.now) === "welcome";
    return isWelcome ? answerTo(question, asked, narrator) : enough(asked);
  };
  return defineReading(
    {
      name: "ask",
      forms: [optionOf("question", { kind: "text" })],
      bare: ["question"],
      isSlow: true,
      options: z.object({ question: z.string().trim().max(LONGEST_QUESTION).default("") }),
      answer: async ({ question }, asked) => answerWith(await answer(question, asked)),
    },
    followed,
  );
}

const howToAsk = ({ language }: Asked): Message => {
  const phrases = commandCatalogOf(language);
  return {
    language,
    blocks: [paragraphWithCommands(phrases["ask.how"]), paragraph(phrases["ask.bounds"])],
  };
};

const enough = ({ language }: Asked): Message => {
  const count = formatNumber(language, BOUND.commands);
  return say(language, [commandCatalogOf(language)["ask.enough"]({ count })]);
};

async function answerTo(question: string, asked: Asked, narrator: Narrator): Promise<Message> {
  const { talks, language, now } = asked;
  const known = await talks.bearing(question, language, now);
  const answered = await narrator.answer(
    { names: talks.names, words: question, digest: known, language },
    DEADLINE_MS,
  );
  return tellAnswer(answered, known, asked);
}

function tellAnswer(answered: Answered, known: Digest, asked: Asked): Message {
  const { language, timeZone, talks } = asked;
  const phrases = commandCatalogOf(language);
  const controls = [statusButton(language, sameTalks(asked))];
  if (answered.kind === "silent") {
    const search = button(phrases["button.quotes"], "quotes", sameTalks(asked));
    return say(language, [phrases["ask.silent"]], [[search, ...(controls[0] ?? [])]]);
  }
  const tell =
    answered.kind === "answered" ? sentencesOf(answered) : nearestWords(answered.why, asked);
  const message = composePart(talks.names, known, { language, timeZone }, tell);
  return { ...message, controls };
}

/** What was checked, with its sources, words in other languages that it rests on, and who wrote it. */
const sentencesOf =
  ({ sentences, quoted }: Extract<Answered, { kind: "answered" }>): TellPart =>
  (_, wording): readonly Block[] => [
    {
      kind: "paragraph",
      spans: sentences.flatMap(({ text: words, citations }, at): Span[] => [
        text(`${at === 0 ? "" : " "}${words} `),
        ...wording.citations(citations),
      ]),
    },
    ...quoted.flatMap(({ statement, translation }) => [
      quoteBlock(statement, wording),
      ...(translation === null ? [] : [translationBlock(translation, wording)]),
    ]),
    paragraph(commandCatalogOf(wording.language)["ask.written"]),
  ];

function translationBlock(words: string, { phrases }: Wording): Block {
  const label = phrases.label({ name: phrases["narration.translation"] });
  return paragraph(`${label}${plainLine(words)}`);
}

const MOST_WORDS = 5;

/** Where no model answers: why, and what was said that bears on the question, best first. */
const nearestWords =
  (why: AnswerFailure, { now, timeZone }: Asked): TellPart =>
  ({ positions }, wording) => {
    const phrases = commandCatalogOf(wording.language);
    const said = positions.flatMap(({ statements }) => statements.slice(0, 2)).slice(0, MOST_WORDS);
    const until = formatNearMoment(wording.language, nextDay(now), now, timeZone);
    return [
      paragraph(why === "spent" ? phrases["ask.spent"]({ until }) : phrases[`ask.${why}`]),
      paragraph(said.length === 0 ? phrases["ask.nothing"] : phrases["ask.nearest"]),
      ...said.map((statement) => quoteBlock(statement, wording)),
    ];
  };

const DAY_MS = 86_400_000;

/** When the next day begins by UTC, and with it another budget. */
const nextDay = (now: Date): Date => new Date((Math.floor(now.getTime() / DAY_MS) + 1) * DAY_MS);
