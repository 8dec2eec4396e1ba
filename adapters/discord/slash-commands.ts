import type { CommandForm, Localized, OptionForm } from "../../src/platform/command-form.ts";
import { shorten } from "../../src/messages/quotation.ts";
import { MOST_CHOICES } from "./limits.ts";

/** A slash command, as Discord's API writes it. */
export type SlashCommand = {
  readonly type: 1;
  readonly name: string;
  readonly description: string;
  readonly description_localizations: Localizations;
  readonly options: readonly SlashOption[];
  /** Bits; null for everyone, "0" for administrators of the server alone. */
  readonly default_member_permissions: string | null;
  /** Where it is offered: 0 servers, 1 direct messages with us. Only where it is registered for all. */
  readonly contexts?: readonly number[];
  readonly integration_types?: readonly number[];
};

/** One option of a slash command. */
export type SlashOption = {
  /** 3 text, 4 integer. */
  readonly type: 3 | 4;
  readonly name: string;
  readonly description: string;
  readonly description_localizations: Localizations;
  readonly required: boolean;
  readonly autocomplete: boolean;
  readonly min_value?: number;
  readonly max_value?: number;
  readonly choices?: readonly SlashChoice[];
};

type SlashChoice = {
  readonly name: string;
  readonly name_localizations: Localizations;
  readonly value: string;
};

/** Texts by Discord's locale. English is what stands without one; Discord has Arabic but no Persian. */
type Localizations = Readonly<Record<string, string>>;

/** Manage Server. */
const MANAGE_GUILD = "32";
const NOBODY = "0";

const LONGEST_DESCRIPTION = 100;

/** Commands as Discord's: `everywhere` for all servers and direct messages, else for one server. */
export const slashCommands = (
  forms: readonly CommandForm[],
  scope: "everywhere" | "server",
): readonly SlashCommand[] => forms.map((form) => slashCommand(form, scope));

function slashCommand(form: CommandForm, scope: "everywhere" | "server"): SlashCommand {
  return {
    type: 1,
    name: form.name,
    ...described(form.description),
    options: requiredFirst(form.options).map(slashOption),
    default_member_permissions: permissionsOf(form.audience),
    ...(scope === "everywhere" ? { contexts: [0, 1], integration_types: [0] } : {}),
  };
}

function permissionsOf(audience: CommandForm["audience"]): string | null {
  switch (audience) {
    case "everyone":
      return null;
    case "administrators":
      return MANAGE_GUILD;
    case "operators":
      return NOBODY;
  }
}

/** Discord refuses a required option behind one that is not. */
const requiredFirst = (options: readonly OptionForm[]): readonly OptionForm[] => [
  ...options.filter(({ required }) => required),
  ...options.filter(({ required }) => !required),
];

function slashOption(option: OptionForm): SlashOption {
  const { name, description, required, input } = option;
  const shared = { name, ...described(description), required, autocomplete: false };
  switch (input.kind) {
    case "text":
      return { type: 3, ...shared };
    case "integer":
      return { type: 4, ...shared, min_value: input.min, max_value: input.max };
    case "completed":
      return { type: 3, ...shared, autocomplete: true };
    case "choice":
      return {
        type: 3,
        ...shared,
        choices: input.choices.slice(0, MOST_CHOICES).map(({ value, label }) => ({
          name: shorten(label.en, LONGEST_DESCRIPTION),
          name_localizations: { ar: shorten(label.ar, LONGEST_DESCRIPTION) },
          value,
        })),
      };
  }
}

const described = (words: Localized) => ({
  description: shorten(words.en, LONGEST_DESCRIPTION),
  description_localizations: { ar: shorten(words.ar, LONGEST_DESCRIPTION) },
});
