import { z } from "zod";
import { commandCatalogOf } from "../../i18n/commands/catalog.ts";
import type { CommandCatalog } from "../../i18n/commands/en.ts";
import { composePart, type TellPart } from "../../messages/compose-part.ts";
import { pressureBlocks } from "../../messages/digest/events.ts";
import { delegationBlocks } from "../../messages/digest/sides.ts";
import type { Command } from "../command.ts";
import type { TalksDesk } from "../desk.ts";
import { paragraph } from "../say.ts";
import { nextControls } from "./next-controls.ts";
import { answerWith, defineReading } from "./reading-command.ts";

/** `/delegations`: who sits at the table for each side. */
export const delegationsCommand = (followed: readonly TalksDesk[]): Command =>
  sectionCommand("delegations", delegationBlocks, followed);

/** `/pressure`: what presses on the talks, and the tension now against a week ago. */
export const pressureCommand = (followed: readonly TalksDesk[]): Command =>
  sectionCommand("pressure", pressureBlocks, followed);

type Section = "delegations" | "pressure";

/** A command that tells one section of the digest. */
function sectionCommand(name: Section, tell: TellPart, followed: readonly TalksDesk[]): Command {
  return defineReading(
    {
      name,
      options: z.object({}),
      answer: async (_, { talks, now, language, timeZone }) => {
        const digest = await talks.digest(now, null);
        const phrases: CommandCatalog = commandCatalogOf(language);
        const message = composePart(
          talks.names,
          digest,
          { language, timeZone },
          (part, wording) => {
            const blocks = tell(part, wording);
            return blocks.length > 0 ? blocks : [paragraph(phrases[`${name}.none`])];
          },
        );
        return answerWith({ ...message, controls: nextControls(digest.talks, language, name) });
      },
    },
    followed,
  );
}
