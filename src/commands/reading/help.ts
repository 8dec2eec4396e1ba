import { z } from "zod";
import { commandCatalogOf } from "../../i18n/commands/catalog.ts";
import type { CommandForm } from "../../platform/command-form.ts";
import type { Command } from "../command.ts";
import type { TalksDesk } from "../desk.ts";
import { helpBlocks } from "../help-blocks.ts";
import { paragraph, statusButton } from "../say.ts";
import { defineReading } from "./reading-command.ts";

/** `/help`: what can be asked; `forms` gives every command that there is. */
export const helpCommand = (
  followed: readonly TalksDesk[],
  forms: () => readonly CommandForm[],
): Command =>
  defineReading(
    {
      name: "help",
      options: z.object({}),
      answer: (_, { language, isOperator }) =>
        Promise.resolve({
          kind: "answer",
          audience: "asker",
          placement: "new",
          message: {
            language,
            blocks: [
              paragraph(commandCatalogOf(language).greeting),
              ...helpBlocks(
                forms().filter(({ audience }) => isOperator || audience !== "operators"),
                language,
              ),
            ],
            controls: [statusButton(language)],
          },
        }),
    },
    followed,
  );
