import type { Clock } from "../lib/clock.ts";
import type { Language } from "../lib/language.ts";
import type { Log } from "../lib/log.ts";
import type { Address } from "../platform/address.ts";
import type { Command, CommandContext } from "./command.ts";
import type { CommandEvent } from "./command-event.ts";

/** What talking with people needs. */
export type ConversationDeps = {
  readonly context: CommandContext;
  /** What can be asked; see `commandTable`. */
  readonly commands: readonly Command[];
  /** Ids of the people who run this program, as {@link Asker.id} gives them. */
  readonly operators: ReadonlySet<string>;
  /** Spoken where neither the chat nor the asker's client names one of ours. */
  readonly language: Language;
  readonly clock: Clock;
  readonly log: Log;
  /** Whether an error means that the store cannot be used just now. */
  readonly isStoreTrouble: (error: unknown) => boolean;
  /** Counts a message that an answer took; see {@link Conversation.spoke}. */
  readonly spoke: (to: Address) => void;
  readonly observe?: (event: CommandEvent) => void;
};
