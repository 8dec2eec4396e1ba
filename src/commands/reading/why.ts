import { z } from "zod";
import type { Grounds, PhaseVersion, PhaseWord } from "../../digest/grounds.ts";
import { commandCatalogOf } from "../../i18n/commands/catalog.ts";
import { formatMoment } from "../../i18n/dates.ts";
import { formatNumber } from "../../i18n/locale.ts";
import { sourceBlocks } from "../../messages/digest/footer.ts";
import { confirmationText } from "../../messages/digest/status.ts";
import { createWording, onWhoseClock, type Wording } from "../../messages/digest/wording.ts";
import { type Block, type Message, strong, text } from "../../messages/message.ts";
import type { Asked, Command } from "../command.ts";
import type { TalksDesk } from "../desk.ts";
import { paragraph } from "../say.ts";
import { nextControls } from "./next-controls.ts";
import { answerWith, defineReading, sameTalks } from "./reading-command.ts";
import { toldOnce } from "./told-once.ts";
import { wordBlock } from "./why-words.ts";

/** `/why`: the phase with the very sentences that it rests on, their weight, and what is said against it. */
export const whyCommand = (followed: readonly TalksDesk[]): Command =>
  defineReading(
    {
      name: "why",
      options: z.object({}),
      answer: async (_, asked) => {
        const grounds = await asked.talks.grounds(asked.now);
        return answerWith(toldOnce(grounds, "why", asked, () => tellWhy(grounds, asked)));
      },
    },
    followed,
  );

function tellWhy({ versions }: Grounds, asked: Asked): Message {
  const { language, timeZone, talks, now } = asked;
  const phrases = commandCatalogOf(language);
  const sources = versions.flatMap(({ words }) => words.map(({ source }) => source));
  const wording = createWording(talks.names, { sources }, language, timeZone);
  const [current, ...rivals] = versions;
  const told = current === undefined ? null : standingBlocks(current, wording);
  return {
    language,
    blocks: [
      { kind: "title", text: phrases["why.title"] },
      paragraph(onWhoseClock(talks.names.dossier.names[language], now, wording)),
      ...(told ?? [paragraph(wording.phrases.phaseUnknown)]),
      ...rivals.flatMap((rival) => rivalBlocks(rival, wording)),
      {
        kind: "details",
        summary: phrases["why.rule"],
        blocks: [paragraph(phrases["why.rule.text"])],
      },
      ...sourceBlocks({ at: now.toISOString(), sources }, wording),
    ],
    controls: nextControls(sameTalks(asked).talks, language, "why"),
  };
}

function standingBlocks(version: PhaseVersion, wording: Wording): Block[] {
  const { language, timeZone } = wording;
  const phrases = commandCatalogOf(language);
  const phase = wording.phrases["phase.label"][version.phase];
  const since = version.since;
  const line =
    since === null
      ? phase
      : phrases["why.stands"]({ phase, since: formatMoment(language, since, timeZone) });
  return [
    { kind: "paragraph", spans: [strong(line)] },
    ...groundBlocks(version, wording),
    { kind: "heading", text: phrases["why.words"] },
    ...wordBlocks(version.words, wording),
  ];
}

function rivalBlocks(version: PhaseVersion, wording: Wording): Block[] {
  const phrases = commandCatalogOf(wording.language);
  const phase = wording.phrases["phase.label"][version.phase];
  return [
    { kind: "heading", text: phrases["why.rival"]({ phase }) },
    ...groundBlocks(version, wording),
    ...wordBlocks(version.words, wording),
  ];
}

/** Nothing that is only told is certain. */
const SUREST = 0.99;

/** The step of the ladder, and how much the voices come to together. */
function groundBlocks(version: PhaseVersion, wording: Wording): Block[] {
  const { language } = wording;
  const phrases = commandCatalogOf(language);
  const ground = confirmationText(version, wording);
  const support = formatNumber(language, Math.floor(Math.min(version.support, SUREST) * 100));
  const voices = phrases["why.voices"]({ count: version.voices });
  return [
    {
      kind: "paragraph",
      spans: [
        text(`${phrases["why.step"]({ ground })} ${phrases["why.support"]({ support, voices })}`),
      ],
    },
  ];
}

const wordBlocks = (words: readonly PhaseWord[], wording: Wording): Block[] =>
  words.flatMap((word) => wordBlock(word, wording));
