import { z } from "zod";
import type { Address } from "../../src/platform/address.ts";
import type { Asker, Place } from "../../src/platform/conversation.ts";
import { type Act, labelOf, readAct } from "./act.ts";

/** Something a person did in Discord, and what an answer to it needs. */
export type Interaction = {
  readonly id: string;
  /** Lets whoever holds it answer for 15 minutes. */
  readonly token: string;
  readonly from: Address;
  readonly place: Place;
  readonly asker: Asker;
  /** Whether the person may manage the server; always in a direct message. */
  readonly administers: boolean;
  /** The message of ours whose control was used; null where there is none. */
  readonly on: { readonly isPrivate: boolean; readonly label: string } | null;
  readonly act: Act;
};

/** Discord leaves out what there is none of, or gives null. */
const absentOr = <S extends z.ZodType>(schema: S) =>
  schema.nullish().transform((value) => value ?? null);

const User = z.object({ id: z.string() });

const Received = z.object({
  id: z.string(),
  token: z.string(),
  type: z.int(),
  locale: absentOr(z.string()),
  guild_id: absentOr(z.string()),
  channel_id: absentOr(z.string()),
  channel: absentOr(z.object({ id: z.string(), type: z.int(), parent_id: absentOr(z.string()) })),
  member: absentOr(z.object({ user: User, permissions: z.string().regex(/^\d{1,20}$/) })),
  user: absentOr(User),
  message: absentOr(z.object({ flags: absentOr(z.int()), components: z.unknown() })),
  data: z.unknown(),
});
type Received = z.output<typeof Received>;

/** Reads an interaction as the gateway gives it; null for kinds and shapes that we do not know. */
export function readInteraction(payload: unknown): Interaction | null {
  const read = Received.safeParse(payload);
  if (!read.success) return null;
  const received = read.data;
  const user = received.member?.user ?? received.user;
  const from = addressOf(received);
  const act = readAct(received.type, received.data);
  if (user === null || from === null || act === null) return null;
  return {
    id: received.id,
    token: received.token,
    from,
    place: placeOf(received),
    asker: { id: `discord:${user.id}`, languageHint: received.locale },
    administers: received.guild_id === null || mayManage(received.member?.permissions ?? "0"),
    on: messageOf(received, act),
    act,
  };
}

function messageOf({ message }: Received, act: Act): Interaction["on"] {
  if (message === null) return null;
  const label = act.kind === "press" ? labelOf(message.components, act.customId) : "";
  return { isPrivate: ((message.flags ?? 0) & EPHEMERAL) !== 0, label };
}

const EPHEMERAL = 1 << 6;

/** Administrator or Manage Server. https://docs.discord.com/developers/topics/permissions */
const MANAGING = (1n << 3n) | (1n << 5n);

const mayManage = (permissions: string): boolean => (BigInt(permissions) & MANAGING) !== 0n;

/** Types of channels: announcements, and the threads under them, under others, and private ones. */
const ANNOUNCEMENT = 5;
const ANNOUNCEMENT_THREAD = 10;
const THREADS: ReadonlySet<number> = new Set([ANNOUNCEMENT_THREAD, 11, 12]);

function addressOf({ channel, channel_id: id }: Received): Address | null {
  const parent = channel?.parent_id ?? null;
  if (channel !== null && parent !== null && THREADS.has(channel.type))
    return { platform: "discord", channel: parent, thread: channel.id };
  const here = channel?.id ?? id;
  return here === null ? null : { platform: "discord", channel: here, thread: null };
}

function placeOf({ guild_id: guild, channel }: Received): Place {
  if (guild === null) return "private";
  const isAnnouncement = channel?.type === ANNOUNCEMENT || channel?.type === ANNOUNCEMENT_THREAD;
  return isAnnouncement ? "channel" : "group";
}
