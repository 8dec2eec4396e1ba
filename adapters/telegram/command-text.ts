import type { Place } from "../../src/platform/conversation.ts";
import type { TelegramChat } from "./updates.ts";

/** A command that was typed. */
export type TypedCommand = { readonly name: string; readonly line: string };

/** Who we are, and what we are asked. */
export type Hearing = {
  /** Our name without `@`; null while it is not known. */
  readonly username: string | null;
  readonly commands: ReadonlySet<string>;
};

const WORD_JOINER = "\u2060";

/** A command as it is written: its name in small letters, the bot that it names, and what follows. */
export function commandWords(
  text: string,
): (TypedCommand & { readonly addressed: string | null }) | null {
  // A command copied from a message of ours may hold what made it nothing to press.
  const words = text.replaceAll(WORD_JOINER, "");
  const [, said = "", line = ""] = /^\/(\S+)\s*([^]*)$/u.exec(words) ?? [];
  if (said === "") return null;
  const at = said.indexOf("@");
  const name = (at < 0 ? said : said.slice(0, at)).toLowerCase();
  return { name, addressed: at < 0 ? null : said.slice(at + 1).toLowerCase(), line: line.trim() };
}

/** What sort of place a Telegram chat is. */
export function placeOf({ type }: TelegramChat): Place {
  return type === "private" || type === "channel" ? type : "group";
}

/**
 * The command that a text gives, or null where it is none for us: in private every text is one, `help`
 * if it names none; elsewhere only our own commands, or any that names us, for other bots live there too.
 */
export function readCommand(text: string, place: Place, hearing: Hearing): TypedCommand | null {
  const words = commandWords(text);
  if (words === null) return place === "private" ? { name: "help", line: "" } : null;
  const { name, addressed, line } = words;
  if (addressed !== null && addressed !== hearing.username?.toLowerCase()) return null;
  const isOurs = place === "private" || addressed !== null || hearing.commands.has(name);
  return isOurs && name !== "" ? { name, line } : null;
}
