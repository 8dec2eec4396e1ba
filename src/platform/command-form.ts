import type { Language } from "../lib/language.ts";

/** Words in each language. */
export type Localized = Readonly<Record<Language, string>>;

/** How a command is offered, for a platform to show in its own way. */
export type CommandForm = {
  /** `a-z` only, at most 32 characters. */
  readonly name: string;
  /** At most 100 characters. */
  readonly description: Localized;
  readonly options: readonly OptionForm[];
  /** Who is offered it; the core checks again. */
  readonly audience: "everyone" | "administrators" | "operators";
  /** Its answer may be long in coming, so a platform lets what is asked after it overtake it. */
  readonly isSlow?: boolean;
};

/** One option of a command. */
export type OptionForm = {
  /** `a-z` only. */
  readonly name: string;
  readonly description: Localized;
  readonly required: boolean;
  readonly input:
    | { readonly kind: "text" }
    | { readonly kind: "integer"; readonly min: number; readonly max: number }
    | { readonly kind: "choice"; readonly choices: readonly OptionChoice[] }
    /** Text with suggestions while typing. */
    | { readonly kind: "completed" };
};

/** One value of an option; at most 25 an option. */
export type OptionChoice = { readonly value: string; readonly label: Localized };
