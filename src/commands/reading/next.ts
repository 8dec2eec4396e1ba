import { z } from "zod";
import type { Digest } from "../../digest/digest.ts";
import { awaitsRound } from "../../digest/next-round.ts";
import { commandCatalogOf } from "../../i18n/commands/catalog.ts";
import type { Reader } from "../../messages/compose-digest.ts";
import { composePart } from "../../messages/compose-part.ts";
import { type RoundHistory, uidOf } from "../../digest/rounds.ts";
import type { CalendarDate } from "../../lib/calendar-date.ts";
import { roundBlocks } from "../../messages/digest/round.ts";
import { createWording, type Names } from "../../messages/digest/wording.ts";
import type { Message, MessageFile } from "../../messages/message.ts";
import { calendarFile } from "../calendar-file.ts";
import { roundEntry } from "../round-entry.ts";
import type { Command } from "../command.ts";
import type { TalksDesk } from "../desk.ts";
import { paragraph } from "../say.ts";
import { countdownBlocks } from "./countdown.ts";
import { nextControls } from "./next-controls.ts";
import { answerWith, defineReading } from "./reading-command.ts";
import { toldOnce } from "./told-once.ts";

/** `/next`: the next round, how long until then, on whose word, and a file for the calendar. */
export const nextCommand = (followed: readonly TalksDesk[]): Command =>
  defineReading(
    {
      name: "next",
      options: z.object({}),
      answer: async (_, { talks, now, language, timeZone }) => {
        const digest = await talks.digest(now, null);
        const rounds = await talks.rounds(now);
        const reader = { language, timeZone };
        const compose = () => composeNext(talks.names, digest, rounds, reader);
        return answerWith(toldOnce(digest, "next", reader, compose));
      },
    },
    followed,
  );

function composeNext(
  names: Names,
  digest: Digest,
  rounds: readonly RoundHistory[],
  reader: Reader,
): Message {
  const message = composePart(names, digest, reader, (part, wording) => [
    // Here the round's ground is told in any case, not only where it differs from the phase's.
    ...roundBlocks({ ...part, confirmation: null }, wording),
    ...countdownBlocks(part, wording),
    ...(part.nextRound === null && !awaitsRound(part.phase)
      ? [paragraph(commandCatalogOf(reader.language)["next.none"])]
      : []),
  ]);
  const file = roundFile(names, digest, rounds, reader);
  return {
    ...message,
    controls: nextControls(digest.talks, reader.language, "next"),
    ...(file === null ? {} : { files: [file] }),
  };
}

/** Null while no day is known. */
function roundFile(
  names: Names,
  digest: Digest,
  rounds: readonly RoundHistory[],
  reader: Reader,
): MessageFile | null {
  const { nextRound: round, talks } = digest;
  if (round === null || round.date === null) return null;
  const wording = createWording(names, digest, reader.language, reader.timeZone);
  const sources = digest.sources.filter(({ n }) => round.citations.includes(n));
  const uid = uidOf(talks, firstDateOf(rounds, round.date));
  const kept = { uid, round: { ...round, date: round.date }, met: false, sources };
  const entry = roundEntry(kept, digest, wording, names.dossier.names[reader.language]);
  return calendarFile(`${talks}-${round.date}.ics`, entry);
}

/** The day a round was first announced for. */
const firstDateOf = (rounds: readonly RoundHistory[], date: CalendarDate): CalendarDate =>
  rounds.findLast((known) => known.date === date)?.firstDate ?? date;
