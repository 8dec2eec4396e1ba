import type { JsonObject } from "./json.ts";
import type { SeenMessage } from "./seen-message.ts";
import type { Channel, StoredMessage } from "./world.ts";

/** Types of interactions. Source: https://discord.com/developers/docs/interactions/receiving-and-responding */
export const INTERACTION = { command: 2, component: 3, autocomplete: 4, modal: 5 } as const;

/** Types of first answers. */
export const CALLBACK = {
  pong: 1,
  message: 4,
  deferredMessage: 5,
  deferredUpdate: 6,
  update: 7,
  choices: 8,
  modal: 9,
} as const;

/** The first answer must come within this many milliseconds. */
export const ANSWER_WITHIN_MS = 3000;

/** Later answers must come within this many milliseconds. */
export const TOKEN_LIVES_MS = 15 * 60_000;

/** One choice of a command's option. */
export type OfferedChoice = { readonly name: string; readonly value: string | number };

/** What someone sees after doing something. */
export type Outcome =
  | { readonly kind: "message"; readonly message: SeenMessage; readonly ephemeral: boolean }
  /** The message whose control was used, as it is now. */
  | { readonly kind: "updated"; readonly message: SeenMessage }
  /** Nothing changed and nothing is awaited. */
  | { readonly kind: "acknowledged" }
  | { readonly kind: "modal"; readonly modal: JsonObject }
  | { readonly kind: "choices"; readonly choices: readonly OfferedChoice[] }
  /** What the client shows as "The application did not respond". */
  | { readonly kind: "failed"; readonly reason: "no answer" | "still thinking" };

/** Something that someone did and the bot has to answer. */
export type Interaction = {
  readonly id: string;
  readonly token: string;
  readonly type: number;
  readonly atMs: number;
  readonly channel: Channel;
  readonly userId: string;
  /** The message whose control was used, or that the modal came from. */
  readonly source: StoredMessage | null;
  /** Type of the first answer. */
  answered: number | null;
  /** Whether the first answer only promised one. */
  loading: boolean;
  ephemeral: boolean;
  /** What `@original` is. */
  original: StoredMessage | null;
  readonly followUps: StoredMessage[];
  readonly settle: (outcome: Outcome) => void;
};
