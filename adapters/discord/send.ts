import { type RawFile, Routes } from "discord.js";
import { z } from "zod";
import type { Address } from "../../src/platform/address.ts";
import type { DeliveryKey } from "../../src/platform/adapter.ts";
import type { SendOutcome } from "../../src/platform/outcome.ts";
import { outcomeOf } from "./outcome.ts";
import type { DiscordBody, DiscordPart } from "./part.ts";
import type { DiscordRest } from "./rest.ts";

const SentMessage = z.object({ id: z.string() });

/** Sends a part once; a repeat under the same key within some minutes gives the first message again. */
export async function sendPart(
  rest: DiscordRest,
  to: Address,
  part: DiscordPart,
  { key, signal }: { readonly key: DeliveryKey; readonly signal: AbortSignal },
): Promise<SendOutcome> {
  const body = { ...payloadOf(part), nonce: key, enforce_nonce: true };
  const request = () =>
    rest.ready().post(Routes.channelMessages(placeOf(to)), { body, files: rawFiles(part), signal });
  return settled(request);
}

/** Puts a part in the place of a message of ours. */
export async function editPart(
  rest: DiscordRest,
  to: Address,
  part: DiscordPart,
  { messageId, signal }: { readonly messageId: string; readonly signal: AbortSignal },
): Promise<SendOutcome> {
  const route = Routes.channelMessage(placeOf(to), messageId);
  const request = () =>
    rest.ready().patch(route, { body: replacementOf(part), files: rawFiles(part), signal });
  return settled(request);
}

/** A thread is a channel of its own to Discord. */
const placeOf = (to: Address): string => to.thread ?? to.channel;

/** What a part says, with the promise that nobody is called by it. */
export const payloadOf = (part: DiscordPart): DiscordBody & Payload => ({
  ...part.body,
  allowed_mentions: { parse: [] },
  attachments: part.files.map(({ name }, id) => ({ id: String(id), filename: name })),
});

type Payload = {
  readonly allowed_mentions: { readonly parse: readonly [] };
  readonly attachments: readonly { readonly id: string; readonly filename: string }[];
};

/** The same to put over another message: what the two forms do not share is emptied. */
export const replacementOf = (part: DiscordPart): DiscordBody & Payload & { content: null } => ({
  ...payloadOf(part),
  content: null,
  embeds: part.body.embeds ?? [],
});

/** The files of a part as the library uploads them. */
export const rawFiles = (part: DiscordPart): RawFile[] =>
  part.files.map(({ name, mediaType, content }) => ({
    name,
    contentType: mediaType,
    data: content.toWellFormed(),
  }));

async function settled(request: () => Promise<unknown>): Promise<SendOutcome> {
  let answer: unknown;
  try {
    answer = await request();
  } catch (error) {
    return outcomeOf(error);
  }
  const sent = SentMessage.safeParse(answer);
  if (sent.success) return { kind: "sent", messageId: sent.data.id };
  return { kind: "retry", reason: "an answer that cannot be read", maybeSent: true };
}
