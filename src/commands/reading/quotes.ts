import { z } from "zod";
import type { StatementPage } from "../../digest/find-statements.ts";
import { commandCatalogOf } from "../../i18n/commands/catalog.ts";
import { createWording, onWhoseClock } from "../../messages/digest/wording.ts";
import type { Message } from "../../messages/message.ts";
import type { Asked, Command } from "../command.ts";
import type { TalksDesk } from "../desk.ts";
import { paragraph, statusButton } from "../say.ts";
import { foundQuote } from "./found-quote.ts";
import { speakersIn } from "./known-names.ts";
import { namedOption } from "./known-option.ts";
import { PageNumber, pageButtons, pageLine } from "./pages.ts";
import { answerWith, defineReading, optionOf, PAGE, sameTalks } from "./reading-command.ts";

const PAGE_SIZE = 5;
/** A question longer than this finds nothing. */
const LONGEST_WORDS = 200;

/** `/quotes`: what was said, by whom or with which words, newest first. */
export function quotesCommand(followed: readonly TalksDesk[]): Command {
  const speakers = speakersIn(followed);
  return defineReading(
    {
      name: "quotes",
      forms: [
        optionOf("speaker", { kind: "completed" }),
        optionOf("words", { kind: "text" }),
        PAGE,
      ],
      bare: ["speaker", "words"],
      options: z.object({
        speaker: namedOption(speakers).optional(),
        words: z.string().trim().max(LONGEST_WORDS).optional(),
        page: PageNumber,
      }),
      answer: async ({ page, ...wanted }, asked) => {
        const words = wanted.words === undefined || wanted.words === "" ? null : wanted.words;
        const speaker = wanted.speaker ?? null;
        const number = page ?? 1;
        const found = await asked.talks.statements({
          ...EVERYONE,
          speaker,
          words,
          offset: (number - 1) * PAGE_SIZE,
          limit: PAGE_SIZE,
        });
        const message = tellQuotes(found, asked, { speaker, words, number });
        return answerWith(message, page !== undefined && asked.pressed ? "here" : "new");
      },
      complete: ({ option, typed }, { language }) =>
        Promise.resolve(option === "speaker" ? speakers.complete(typed, language) : []),
    },
    followed,
  );
}

const EVERYONE = { party: null, topic: null } as const;

type Wanted = {
  readonly speaker: string | null;
  readonly words: string | null;
  readonly number: number;
};

function tellQuotes(
  { statements, total }: StatementPage,
  asked: Asked,
  { speaker, words, number }: Wanted,
): Message {
  const { language, timeZone, talks, now } = asked;
  const phrases = commandCatalogOf(language);
  const wording = createWording(talks.names, { sources: [] }, language, timeZone);
  const page = { number, pages: Math.max(1, Math.ceil(total / PAGE_SIZE)) };
  const line = statements.length === 0 ? null : pageLine(page, language);
  const options = {
    ...sameTalks(asked),
    ...(speaker === null ? {} : { speaker }),
    ...(words === null ? {} : { words }),
  };
  return {
    language,
    blocks: [
      { kind: "title", text: phrases["quotes.title"] },
      paragraph(onWhoseClock(talks.names.dossier.names[language], now, wording)),
      paragraph(
        statements.length === 0
          ? phrases["quotes.none"]
          : phrases["quotes.found"]({ count: total }),
      ),
      ...statements.map((found) => foundQuote(found, now, wording)),
      ...(line === null ? [] : [paragraph(line)]),
    ],
    controls: [
      ...pageButtons(page, { command: "quotes", options }, language),
      statusButton(language, sameTalks(asked)),
    ],
  };
}
