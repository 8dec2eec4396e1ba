import { type RawFile, Routes } from "discord.js";
import { z } from "zod";
import type { Address } from "../../src/platform/address.ts";
import type { DeliveryKey } from "../../src/platform/adapter.ts";
import type { SendOutcome } from "../../src/platform/outcome.ts";
import { outcomeOf } from "./outcome.ts";
import {
  type PaintedPart,
  paintPart,
  type PaintingDeps,
  withPictureOrWithout,
} from "./paint-part.ts";
import type { DiscordBody, DiscordPart } from "./part.ts";
import { descriptionOf, PICTURE_FILE } from "./picture.ts";
import type { DiscordRest } from "./rest.ts";

const SentMessage = z.object({ id: z.string() });

/** What sending needs. */
export type SendingDeps = PaintingDeps & { readonly rest: DiscordRest };

/**
 * Sends a part once; a repeat under the same key within some minutes gives the first message again. Without its
 * picture where that cannot be drawn or Discord refuses it.
 */
export async function sendPart(
  deps: SendingDeps,
  to: Address,
  part: DiscordPart,
  { key, signal }: { readonly key: DeliveryKey; readonly signal: AbortSignal },
): Promise<SendOutcome> {
  const route = Routes.channelMessages(placeOf(to));
  return settled(deps, part, (painted) => {
    const body = { ...payloadOf(painted.part), nonce: key, enforce_nonce: true };
    return deps.rest.ready().post(route, { body, files: rawFiles(painted), signal });
  });
}

/** Puts a part in the place of a message of ours, whose files and picture go. */
export async function editPart(
  deps: SendingDeps,
  to: Address,
  part: DiscordPart,
  { messageId, signal }: { readonly messageId: string; readonly signal: AbortSignal },
): Promise<SendOutcome> {
  const route = Routes.channelMessage(placeOf(to), messageId);
  return settled(deps, part, (painted) => {
    const body = replacementOf(painted.part);
    return deps.rest.ready().patch(route, { body, files: rawFiles(painted), signal });
  });
}

/** A thread is a channel of its own to Discord. */
const placeOf = (to: Address): string => to.thread ?? to.channel;

/** What a part says, with the promise that nobody is called by it. */
export const payloadOf = (part: DiscordPart): DiscordBody & Payload => ({
  ...part.body,
  allowed_mentions: { parse: [] },
  attachments: attachmentsOf(part).map((about, id) => ({ id: String(id), ...about })),
});

type About = { readonly filename: string; readonly description?: string };

/** What is said of files, in the order in which they are uploaded. */
const attachmentsOf = ({ picture, files }: DiscordPart): About[] => [
  ...(picture === undefined ? [] : [{ filename: PICTURE_FILE, ...descriptionOf(picture) }]),
  ...files.map(({ name }) => ({ filename: name })),
];

type Payload = {
  readonly allowed_mentions: { readonly parse: readonly [] };
  readonly attachments: readonly (About & { readonly id: string })[];
};

/** The same to put over another message: what the two forms do not share is emptied. */
export const replacementOf = (part: DiscordPart): DiscordBody & Payload & { content: null } => ({
  ...payloadOf(part),
  content: null,
  embeds: part.body.embeds ?? [],
});

/** The files of a part as the library uploads them. */
export const rawFiles = ({ part, png }: PaintedPart): RawFile[] => [
  ...(png === null ? [] : [{ name: PICTURE_FILE, contentType: "image/png", data: png }]),
  ...part.files.map(({ name, mediaType, content }) => ({
    name,
    contentType: mediaType,
    data: content.toWellFormed(),
  })),
];

async function settled(
  deps: SendingDeps,
  part: DiscordPart,
  request: (painted: PaintedPart) => Promise<unknown>,
): Promise<SendOutcome> {
  const painted = await paintPart(deps, part);
  let answer: unknown;
  try {
    answer = await withPictureOrWithout(painted, deps.log, request);
  } catch (error) {
    return outcomeOf(error);
  }
  const sent = SentMessage.safeParse(answer);
  if (sent.success) return { kind: "sent", messageId: sent.data.id };
  return { kind: "retry", reason: "an answer that cannot be read", maybeSent: true };
}
