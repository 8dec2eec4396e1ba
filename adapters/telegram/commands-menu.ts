import { isDeepStrictEqual } from "node:util";
import { LANGUAGES, type Language } from "../../src/lib/language.ts";
import type { Log } from "../../src/lib/log.ts";
import type { CommandForm, Localized } from "../../src/platform/command-form.ts";
import type { CallApi } from "./api.ts";

/** What the bot says of itself before anyone writes to it. */
export type Descriptions = {
  /** In an empty chat: at most 512 characters. */
  readonly long: Localized;
  /** On its page and when it is shared: at most 120 characters. */
  readonly short: Localized;
};

/** What a menu is made of. */
export type Menu = {
  readonly call: CallApi;
  readonly commands: readonly CommandForm[];
  readonly descriptions: Descriptions;
  readonly log: Log;
};

/** One call that reads what stands, one that writes it, and what should stand. */
type Entry = {
  readonly read: string;
  readonly write: string;
  readonly where: Readonly<Record<string, unknown>>;
  readonly wanted: unknown;
  /** The field of the answer that holds it; null for the answer itself. */
  readonly field: string | null;
  readonly given: string;
};

/** Writes commands and descriptions where Telegram shows others; what fails is logged and left. */
export async function keepMenu(menu: Menu, signal: AbortSignal): Promise<void> {
  for (const entry of [
    ...commandEntries(menu.commands),
    ...descriptionEntries(menu.descriptions),
  ]) {
    if (signal.aborted) return;
    if (!(await keepEntry(menu, entry, signal))) return;
  }
}

/** False when the server does not answer, and asking on is no use. */
async function keepEntry({ call, log }: Menu, entry: Entry, signal: AbortSignal): Promise<boolean> {
  const { read, write, where, wanted, field, given } = entry;
  const standing = await call(read, where, { signal });
  if (standing.kind === "ok" && isDeepStrictEqual(fieldOf(standing.result, field), wanted))
    return true;
  const written =
    standing.kind === "ok"
      ? await call(write, { ...where, [given]: wanted }, { signal })
      : standing;
  if (written.kind === "ok") return true;
  if (signal.aborted) return false;
  const { failure } = written;
  const reason = failure.kind === "answered" ? failure.description : failure.reason;
  log.warn("Telegram's menu not written", { method: write, reason });
  return failure.kind === "answered";
}

const fieldOf = (result: unknown, field: string | null): unknown =>
  field === null || typeof result !== "object" || result === null
    ? result
    : Object.entries(result).find(([name]) => name === field)?.[1];

/** English stands for every language that has no words of its own. */
const languageFields = (language: Language) =>
  language === "en" ? {} : { language_code: language };

/**
 * In private everyone administers his own chat; in groups each is offered what he may give. Operators'
 * commands are offered to nobody: only they need to know them.
 */
const SCOPES = [
  { scope: "default", audiences: ["everyone", "administrators"] },
  { scope: "all_group_chats", audiences: ["everyone"] },
  { scope: "all_chat_administrators", audiences: ["everyone", "administrators"] },
] as const;

const LONGEST_DESCRIPTION = 256;

const commandEntries = (commands: readonly CommandForm[]): readonly Entry[] =>
  SCOPES.flatMap(({ scope, audiences }) =>
    LANGUAGES.map((language) => ({
      read: "getMyCommands",
      write: "setMyCommands",
      where: { scope: { type: scope }, ...languageFields(language) },
      wanted: commands
        .filter(({ audience }) => audiences.some((offered) => offered === audience))
        .map(({ name, description }) => ({
          command: name,
          description: description[language].slice(0, LONGEST_DESCRIPTION),
        })),
      field: null,
      given: "commands",
    })),
  );

const descriptionEntries = ({ long, short }: Descriptions): readonly Entry[] =>
  LANGUAGES.flatMap((language) => [
    {
      read: "getMyDescription",
      write: "setMyDescription",
      where: languageFields(language),
      wanted: long[language].slice(0, 512),
      field: "description",
      given: "description",
    },
    {
      read: "getMyShortDescription",
      write: "setMyShortDescription",
      where: languageFields(language),
      wanted: short[language].slice(0, 120),
      field: "short_description",
      given: "short_description",
    },
  ]);
