import type { Clock } from "../../../src/lib/clock.ts";
import type { Upload } from "./call.ts";
import type { Interaction } from "./interaction.ts";
import type { JsonObject } from "./json.ts";
import type { SeenMessage } from "./seen-message.ts";
import type { Snowflakes } from "./snowflake.ts";

/** A person or a bot. */
export type Account = { readonly id: string; readonly name: string; readonly bot: boolean };

export type Guild = {
  readonly id: string;
  readonly name: string;
  readonly locale: string;
  /** What the bot may do where no channel says otherwise. */
  botPermissions: bigint;
  /** False once the bot was put out. */
  botIsIn: boolean;
  readonly members: Map<string, { readonly account: Account; readonly permissions: bigint }>;
};

export type ChannelKind = "text" | "announcement" | "thread" | "dm";

export type Channel = {
  readonly id: string;
  readonly kind: ChannelKind;
  readonly name: string;
  readonly guild: Guild | null;
  readonly parent: Channel | null;
  /** The other side of a direct conversation. */
  readonly recipient: Account | null;
  /** What is denied to the bot here. */
  botLacks: bigint;
  archived: boolean;
  locked: boolean;
  /** Whether the other side takes direct messages. */
  open: boolean;
  deleted: boolean;
  /** By id, oldest first. */
  readonly messages: Map<string, StoredMessage>;
  /** The messages as people see them, oldest first. */
  readonly seen: readonly SeenMessage[];
};

/** A message as the API tells it, with who alone sees it. */
export type StoredMessage = {
  body: JsonObject;
  uploads: readonly Upload[];
  readonly ephemeralFor: string | null;
  /** The account that wrote it. */
  readonly authorId: string;
};

/** A request that Discord's definitions or rules do not allow. */
export type Violation = { readonly operation: string; readonly lines: readonly string[] };

/** A mention that would have notified someone. */
export type Ping = {
  readonly channelId: string;
  readonly messageId: string;
  readonly mention: string;
};

/** Something that the gateway tells. */
export type GatewayEvent = {
  readonly name: string;
  readonly data: JsonObject;
  readonly guildId: string | null;
  /** Bit of the intent that is needed; null when all are told. */
  readonly intent: number | null;
};

export type Counters = {
  requests: number;
  messagesCreated: number;
  messagesEdited: number;
  /** Creates that gave back an earlier message with the same nonce. */
  repeats: number;
  tooManyRequests: number;
  /** Answers of 401, 403 and 429, which Discord counts against a bot. */
  invalidRequests: number;
};

/** All that the double holds. */
export type World = {
  readonly clock: Clock;
  readonly snowflakes: Snowflakes;
  /** Numbers in [0, 1) by the seed. */
  readonly random: () => number;
  readonly token: string;
  readonly bot: Account;
  readonly keepMessages: boolean;
  /** How many shards the gateway advises. */
  readonly shards: number;
  /** How many of them may identify within five seconds. */
  readonly maxConcurrency: number;
  readonly guilds: Map<string, Guild>;
  readonly channels: Map<string, Channel>;
  readonly accounts: Map<string, Account>;
  /** By scope (`global` or a guild's id), then by id. */
  readonly commands: Map<string, Map<string, JsonObject>>;
  /** By id, and by token. */
  readonly interactions: Map<string, Interaction>;
  /** By author and nonce. */
  readonly nonces: Map<string, { readonly message: JsonObject; readonly atMs: number }>;
  readonly violations: Violation[];
  readonly pings: Ping[];
  readonly counters: Counters;
  emit: (event: GatewayEvent) => void;
};

/** Numbers in [0, 1), the same for the same seed (mulberry32, public domain). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** What nobody can guess, the same for the same seed. */
export const secretOf = (random: () => number, length: number): string =>
  Array.from({ length }, () => Math.floor(random() * 36).toString(36)).join("");
