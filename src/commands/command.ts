import type { z } from "zod";
import type { Cities } from "../config/cities.ts";
import type { Chat } from "../deliveries/chat.ts";
import type { DeliveryStore } from "../deliveries/delivery-stores.ts";
import type { Language } from "../lib/language.ts";
import type { Address } from "../platform/address.ts";
import type { CommandForm } from "../platform/command-form.ts";
import type { Answer, Asker, Completion, CompletionCall, Place } from "../platform/conversation.ts";
import type { Narrator } from "../summarize/narrator.ts";
import type { OperatorDesk, TalksDesk } from "./desk.ts";

/** What commands work with. */
export type CommandContext = {
  readonly store: DeliveryStore;
  /** The talks that are followed; the first is what commands are about when nothing else is chosen. */
  readonly talks: readonly [TalksDesk, ...TalksDesk[]];
  readonly operator: OperatorDesk;
  /** By which people name their time zone. */
  readonly cities: Cities;
  /** IANA zone that operators chose for chats that chose none; null guesses one by the reader's language. */
  readonly timeZone: string | null;
  /** Writes of what is known, and answers questions; null where no language model is used. */
  readonly narrator: Narrator | null;
  /** Numbers in [0, 1), for ids. */
  readonly random: () => number;
};

/** Who asks, where, and how they are answered. */
export type Asked = {
  readonly from: Address;
  readonly place: Place;
  readonly asker: Asker;
  readonly isOperator: boolean;
  readonly mayAdminister: () => Promise<boolean>;
  readonly pressed: boolean;
  readonly now: Date;
  /** What is kept of the chat; null before anything was chosen in it. */
  readonly chat: Chat | null;
  readonly language: Language;
  readonly timeZone: string;
  /** The talks the command is about. */
  readonly talks: TalksDesk;
};

/** What a command comes to. */
export type Reply =
  | ({ readonly kind: "answer" } & Answer)
  /** An option that cannot be read; the person is told which values can. */
  | { readonly kind: "unreadable"; readonly option: string; readonly value: string }
  /** Only administrators of the chat, or operators, may do this. */
  | { readonly kind: "forbidden"; readonly to: "administrators" | "operators" };

/** Options as texts, by name. */
export type RawOptions = Readonly<Record<string, string>>;

/** Words typed so far into one option, and the other options given. */
export type Typing = Pick<CompletionCall, "option" | "typed" | "given">;

/** One line of the command table. */
export type Command = {
  readonly form: CommandForm;
  /** Options that words without a name fill on a typed line; each word goes to the first that reads it. */
  readonly bare: readonly string[];
  readonly run: (raw: RawOptions, asked: Asked, context: CommandContext) => Promise<Reply>;
  readonly complete: (
    typing: Typing,
    asked: Asked,
    context: CommandContext,
  ) => Promise<readonly Completion[]>;
  /** Whether an option can be read from a text. */
  readonly reads: (option: string, text: string) => boolean;
};

/** A command as it is written: its options as a zod schema over texts. */
export type CommandDefinition<S extends z.ZodObject> = {
  readonly form: CommandForm;
  readonly options: S;
  readonly bare?: readonly string[];
  readonly answer: (options: z.output<S>, asked: Asked, context: CommandContext) => Promise<Reply>;
  readonly complete?: Command["complete"];
  /** Which words without a name an option takes, where its schema takes more. */
  readonly reads?: Readonly<Record<string, (text: string) => boolean>>;
};

/** Makes a line of the table: options are checked before the command sees them. */
export function defineCommand<S extends z.ZodObject>(definition: CommandDefinition<S>): Command {
  const { form, options, bare = [], answer, complete, reads = {} } = definition;
  return {
    form,
    bare,
    run: async (raw, asked, context) => {
      const read = options.safeParse(raw);
      if (read.success) return answer(read.data, asked, context);
      const option = String(read.error.issues[0]?.path[0] ?? "");
      return { kind: "unreadable", option, value: raw[option] ?? "" };
    },
    complete: complete ?? (() => Promise.resolve([])),
    reads: (option, text) =>
      reads[option]?.(text) ?? options.shape[option]?.safeParse(text).success === true,
  };
}
