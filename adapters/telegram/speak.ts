import type { Log } from "../../src/lib/log.ts";
import type { Message } from "../../src/messages/message.ts";
import type { RenderStyle } from "../../src/platform/adapter.ts";
import type { Address } from "../../src/platform/address.ts";
import type { Conversation } from "../../src/platform/conversation.ts";
import type { SendOutcome } from "../../src/platform/outcome.ts";
import type { PhotoPart, TelegramPart } from "./part.ts";

/** What answers are sent with. */
export type Speaker = {
  readonly render: (
    message: Message,
    style: RenderStyle,
    inline: boolean,
  ) => readonly [TelegramPart, ...TelegramPart[]];
  readonly send: (to: Address, part: TelegramPart, signal: AbortSignal) => Promise<SendOutcome>;
  readonly edit: (
    at: Address,
    messageId: string,
    part: TelegramPart,
    signal: AbortSignal,
  ) => Promise<SendOutcome>;
  readonly conversation: Pick<Conversation, "spoke">;
  readonly log: Log;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly signal: AbortSignal;
};

/** What is said and where: in place of a message, when it is one's turn to be replaced. */
export type Speech = {
  readonly message: Message;
  readonly to: Address;
  readonly replaces: string | null;
  /** Whether people can type there. */
  readonly inline: boolean;
};

/** Says a message now, outside the outbox: what cannot be said is logged and let go. */
export async function speak(speaker: Speaker, speech: Speech): Promise<void> {
  if ((await sayIn("rich", speaker, speech)) === "refused") {
    await sayIn("simple", speaker, speech);
  }
}

async function sayIn(
  style: RenderStyle,
  speaker: Speaker,
  { message, to, replaces, inline }: Speech,
): Promise<"said" | "refused"> {
  const parts = speaker.render(message, style, inline);
  // What takes a message's place has no place before it.
  if (replaces === null) await showPhoto(speaker, to, parts.find(isPhoto));
  const [first, ...rest] = parts.filter((part) => !isPhoto(part));
  if (first === undefined) return "said";
  const opening = await sayFirst(speaker, first, { to, replaces });
  if (opening.kind === "refused" && style === "rich" && first.kind === "rich") return "refused";
  let failed = opening.kind === "sent" ? null : opening;
  for (const part of failed === null ? rest : []) {
    const outcome = await trySaying(speaker, to, (at) => speaker.send(at, part, speaker.signal));
    failed = outcome.kind === "sent" ? null : outcome;
    if (failed !== null) break;
  }
  if (failed !== null) tell(speaker, to, failed);
  return "said";
}

const isPhoto = (part: TelegramPart): part is PhotoPart => part.kind === "photo";

/** The words say all that the picture does, so they follow whatever becomes of it. */
async function showPhoto(
  speaker: Speaker,
  to: Address,
  photo: PhotoPart | undefined,
): Promise<void> {
  if (photo === undefined) return;
  const outcome = await trySaying(speaker, to, (at) => speaker.send(at, photo, speaker.signal));
  if (outcome.kind !== "sent") tell(speaker, to, outcome, "picture not sent");
}

/** An edit that cannot be made, as of a message that is gone or too old, becomes a new message. */
async function sayFirst(
  speaker: Speaker,
  part: TelegramPart,
  { to, replaces }: Pick<Speech, "to" | "replaces">,
): Promise<SendOutcome> {
  if (replaces !== null) {
    const edited = await trySaying(speaker, to, (at) =>
      speaker.edit(at, replaces, part, speaker.signal),
    );
    if (edited.kind === "sent" || (edited.kind === "refused" && part.kind === "rich"))
      return edited;
    if (edited.kind !== "gone" && edited.kind !== "refused") return edited;
  }
  return trySaying(speaker, to, (at) => speaker.send(at, part, speaker.signal));
}

/** A person waits, so flood control is waited out only when it is short. */
const LONGEST_WAIT_MS = 5_000;
const PAUSE_MS = 500;

/** Tries once, and once more after what a moment mends. */
async function trySaying(
  { conversation, sleep, signal }: Speaker,
  to: Address,
  attempt: (to: Address) => Promise<SendOutcome>,
): Promise<SendOutcome> {
  const first = await attempt(to);
  const pause = pauseBeforeNext(first);
  if (pause > 0) await sleep(pause, signal);
  const at = first.kind === "moved" ? first.to : to;
  const last = pause < 0 || signal.aborted ? first : await attempt(at);
  if (last.kind === "sent") conversation.spoke(at);
  return last;
}

/** How long to wait before trying again, in milliseconds; negative for not at all. */
function pauseBeforeNext(outcome: SendOutcome): number {
  if (outcome.kind === "wait") return outcome.ms <= LONGEST_WAIT_MS ? outcome.ms : -1;
  if (outcome.kind === "retry") return outcome.maybeSent ? -1 : PAUSE_MS;
  return outcome.kind === "moved" ? 0 : -1;
}

function tell(
  { log }: Speaker,
  to: Address,
  outcome: Exclude<SendOutcome, { kind: "sent" }>,
  event = "answer not sent",
): void {
  const fields = {
    ...to,
    outcome: outcome.kind,
    ...("reason" in outcome ? { reason: outcome.reason } : {}),
  };
  if (outcome.kind === "gone") log.info(event, fields);
  else log.warn(event, fields);
}
