import { commandCatalogOf } from "../i18n/commands/catalog.ts";
import { embed } from "../i18n/direction.ts";
import { closestName } from "../lib/closest-name.ts";
import type { Language } from "../lib/language.ts";
import type { Answer, CommandCall } from "../platform/conversation.ts";
import type { ConversationDeps } from "./conversation-deps.ts";
import { helpBlocks } from "./help-blocks.ts";
import { echo } from "./refusals.ts";
import { button, paragraph, paragraphWithCommands, privately } from "./say.ts";

/** Who knows it from elsewhere is told why it is not here. */
const NEEDS_MODEL = "ask";

/** A command that there is not: the nearest there is, and help. */
export function tellUnknown(
  { commands, operators }: ConversationDeps,
  { name, asker }: CommandCall,
  language: Language,
): Answer {
  const phrases = commandCatalogOf(language);
  const isOperator = operators.has(asker.id);
  const offered = commands
    .filter(({ form }) => isOperator || form.audience !== "operators")
    .map(({ form }) => form);
  if (name.toLowerCase() === NEEDS_MODEL)
    return privately({
      language,
      blocks: [paragraphWithCommands(phrases["ask.off"]), ...helpBlocks(offered, language)],
    });
  const nearest = closestName(
    name.toLowerCase(),
    offered.map((form) => form.name),
  );
  const slash = (command: string) => embed(`/${command}`, language);
  return privately({
    language,
    blocks: [
      paragraph(phrases.unknown({ name: echo(`/${name.slice(0, 200)}`, language) })),
      ...(nearest === null
        ? []
        : [paragraph(phrases["unknown.nearest"]({ name: slash(nearest) }))]),
      ...helpBlocks(offered, language),
    ],
    ...(nearest === null ? {} : { controls: [[button(`/${nearest}`, nearest)]] }),
  });
}
