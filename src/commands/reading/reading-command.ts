import type { z } from "zod";
import { inEveryLanguage } from "../../i18n/commands/catalog.ts";
import type { CommandCatalog } from "../../i18n/commands/en.ts";
import type { Message } from "../../messages/message.ts";
import type { OptionForm } from "../../platform/command-form.ts";
import {
  type Asked,
  type Command,
  type CommandDefinition,
  defineCommand,
  type Reply,
} from "../command.ts";
import type { TalksDesk } from "../desk.ts";

type Described = keyof CommandCatalog["command"];
type DescribedOption = keyof CommandCatalog["option"];

/** An option that need not be given. */
export const optionOf = (name: DescribedOption, input: OptionForm["input"]): OptionForm => ({
  name,
  description: inEveryLanguage((phrases) => phrases.option[name]),
  required: false,
  input,
});

/** A choice of page, the first when none is given. */
export const PAGE: OptionForm = optionOf("page", { kind: "integer", min: 1, max: 9_999 });

type Reading<S extends z.ZodObject> = Omit<CommandDefinition<S>, "form"> & {
  readonly name: Described;
  readonly forms?: readonly OptionForm[];
  readonly isSlow?: boolean;
};

/** A command that everyone may give and that changes nothing; it is about some talks. */
export function defineReading<S extends z.ZodObject>(
  { name, forms = [], isSlow = false, ...definition }: Reading<S>,
  followed: readonly TalksDesk[],
): Command {
  const bare = [...(definition.bare ?? [])];
  const command = defineCommand({
    ...definition,
    bare: followed.length > 1 ? ["talks", ...bare] : bare,
    form: {
      name,
      description: inEveryLanguage((phrases) => phrases.command[name]),
      options: [...forms, ...talksForms(followed)],
      audience: "everyone",
      ...(isSlow ? { isSlow } : {}),
    },
  });
  const ids = new Set(followed.map(({ names }) => names.dossier.id));
  return {
    ...command,
    reads: (option, words) => (option === "talks" ? ids.has(words) : command.reads(option, words)),
  };
}

/** Discord offers no more. */
const MOST_CHOICES = 25;

/** Which talks, where several are followed. */
function talksForms(followed: readonly TalksDesk[]): OptionForm[] {
  if (followed.length < 2) return [];
  const choices = followed.slice(0, MOST_CHOICES).map(({ names: { dossier } }) => ({
    value: dossier.id,
    label: dossier.names,
  }));
  return [optionOf("talks", { kind: "choice", choices })];
}

/** The option that keeps a control about the same talks. */
export const sameTalks = ({ talks }: Pick<Asked, "talks">): { readonly talks: string } => ({
  talks: talks.names.dossier.id,
});

/** A message in answer, in place of the one whose control turned its page. */
export const answerWith = (message: Message, placement: "new" | "here" = "new"): Reply => ({
  kind: "answer",
  message,
  audience: "everyone",
  placement,
});
