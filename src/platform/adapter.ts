import type { Message } from "../messages/message.ts";
import type { Address } from "./address.ts";
import type { Conversation } from "./conversation.ts";
import type { TellHearing } from "./hearing.ts";
import type { SendOutcome } from "./outcome.ts";
import type { Pace } from "./pace.ts";

/**
 * How much of a platform's markup a rendering uses: `rich` all of it, `simple` only what every server
 * and every chat takes.
 */
export type RenderStyle = "rich" | "simple";

/**
 * Names one part of one delivery, the same at each attempt: at most 25 characters of `A-Z a-z 0-9 - _`,
 * so that a platform can recognise a repeat.
 */
export type DeliveryKey = string & { readonly __brand: "DeliveryKey" };

/**
 * A chat platform, as the core sees it.
 *
 * `Part` is one platform payload and must survive JSON: the outbox stores parts, so that a crash between
 * two parts never repeats the first.
 */
export interface PlatformAdapter<Part = unknown> {
  readonly platform: string;
  readonly pace: Pace;
  /**
   * Whether one node alone may listen at a time, since the platform tells each thing once, or everything to
   * everybody; where it is left out, all may.
   */
  readonly listensAlone?: boolean;

  /** Turns a message into parts that each fit one send. Pure. Controls stand under the last part. */
  render(message: Message, style: RenderStyle): readonly [Part, ...Part[]];

  /** Whether a part is a picture alone, before the words that say the same; where it is left out, none is. */
  isPicture?(part: Part): boolean;

  /**
   * Sends one part, once: no retry, no waiting. What the platform answers is an outcome, not an
   * exception; a rejection means a bug.
   */
  send(to: Address, part: Part, key: DeliveryKey, signal: AbortSignal): Promise<SendOutcome>;

  /** Puts a part in the place of one that was sent; `gone` when that message no longer exists. */
  edit(to: Address, messageId: string, part: Part, signal: AbortSignal): Promise<SendOutcome>;

  /** Answers people until the signal aborts, and tells how well it hears; resolves once fully stopped. */
  listen(conversation: Conversation, signal: AbortSignal, tell?: TellHearing): Promise<void>;

  /** Asks the platform who we are, for `doctor` and `/readyz`. */
  probe(signal: AbortSignal): Promise<Probe>;
}

/** What a platform says of our credentials. */
export type Probe =
  | { readonly ok: true; readonly account: string; readonly remarks: readonly string[] }
  | { readonly ok: false; readonly problem: string; readonly advice: string };
