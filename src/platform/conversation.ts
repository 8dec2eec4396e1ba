import type { Message } from "../messages/message.ts";
import type { Address } from "./address.ts";

/** What sort of place a chat is: `channel` is one where only its administrators post. */
export type Place = "private" | "group" | "channel";

/** The person who asks; ids are as the platform writes them. */
export type Asker = {
  /** Such as `telegram:42`. A channel's anonymous posts come from the channel itself. */
  readonly id: string;
  /** BCP 47 tag of the client's language, when the platform tells. */
  readonly languageHint: string | null;
};

/** What was given with a command: words that stood after its name, or options of a form or control. */
export type CommandInput =
  | { readonly kind: "line"; readonly text: string }
  | { readonly kind: "options"; readonly options: Readonly<Record<string, string>> };

/** A command someone gave, with the platform's syntax already taken off. */
export type CommandCall = {
  readonly name: string;
  readonly input: CommandInput;
  readonly from: Address;
  readonly place: Place;
  readonly asker: Asker;
  /** Given by a control under a message of ours, not typed. */
  readonly pressed: boolean;
  /** Asks the platform whether the asker may change what this chat gets; always true in private. */
  readonly mayAdminister: () => Promise<boolean>;
};

/** What is said in return. */
export type Answer = {
  readonly message: Message;
  /** `asker`: shown to nobody else where the platform can. */
  readonly audience: "everyone" | "asker";
  /** `here`: in place of the message whose control was pressed. */
  readonly placement: "new" | "here";
};

/** Words typed so far into one option of a command. */
export type CompletionCall = {
  readonly name: string;
  readonly option: string;
  readonly typed: string;
  /** The other options, as far as they are given already. */
  readonly given: Readonly<Record<string, string>>;
  readonly from: Address;
  readonly asker: Asker;
};

/** A value that may complete an option. */
export type Completion = { readonly label: string; readonly value: string };

/** What someone typed after the bot's name in any chat. */
export type InlineCall = { readonly typed: string; readonly asker: Asker };

/** What may be put into that chat: a message of ours, or words as if the person had typed them. */
export type InlineResult = {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly content:
    | { readonly kind: "message"; readonly message: Message }
    | { readonly kind: "words"; readonly words: string };
};

/** What happened to a chat that we are in. */
export type ChatChange =
  | { readonly kind: "joined"; readonly at: Address; readonly place: Place; readonly asker: Asker }
  | { readonly kind: "left"; readonly at: Address }
  | { readonly kind: "moved"; readonly from: Address; readonly to: Address };

/** The core's side of talking with people. None of it rejects: trouble becomes an answer that says so. */
export type Conversation = {
  /** Answers a command; null when nothing is to be said, as to someone who floods. */
  answer(call: CommandCall): Promise<Answer | null>;
  complete(call: CompletionCall): Promise<readonly Completion[]>;
  inline(call: InlineCall): Promise<readonly InlineResult[]>;
  /** What is to be said of the change where it happened, if anything. */
  changed(change: ChatChange): Promise<Message | null>;
  /** Counts a message that an answer took against the pace of all that is sent. */
  spoke(to: Address): void;
};
