import { deflateSync, constants, createDeflate } from "node:zlib";
import type { WebSocket } from "ws";
import type { Json } from "./json.ts";
import type { GatewayEvent } from "./world.ts";

/** Opcodes. Source: https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway */
export const OP = {
  dispatch: 0,
  heartbeat: 1,
  identify: 2,
  presence: 3,
  resume: 6,
  reconnect: 7,
  requestMembers: 8,
  invalid: 9,
  hello: 10,
  ack: 11,
} as const;

/** A connection that was opened, whoever speaks on it. */
export type Line = { readonly socket: WebSocket; send(payload: Json): void; compressEach: boolean };

/** How payloads go over a connection: as text, each compressed, or as one compressed stream. */
export function createLine(socket: WebSocket, stream: boolean): Line {
  const deflate = stream ? createDeflate() : null;
  deflate?.on("data", (chunk: Buffer) => socket.send(chunk));
  const line: Line = {
    socket,
    compressEach: false,
    send: (payload) => {
      const text = JSON.stringify(payload);
      if (deflate !== null) {
        deflate.write(text);
        deflate.flush(constants.Z_SYNC_FLUSH);
      } else if (line.compressEach) {
        socket.send(deflateSync(text));
      } else {
        socket.send(text);
      }
    },
  };
  return line;
}

/** One identified session, which outlives its connection. */
export type Session = {
  readonly id: string;
  readonly intents: number;
  readonly shard: readonly [number, number];
  /** Numbered payloads, kept for who resumes. */
  readonly told: { readonly s: number; readonly payload: Json }[];
  s: number;
  line: Line | null;
};

/** How many events are kept for who resumes. */
const KEPT = 1000;

/** Tells a session something, now or when it resumes. */
export function dispatch(session: Session, name: string, data: Json): void {
  session.s += 1;
  const payload = { op: OP.dispatch, t: name, s: session.s, d: data };
  session.told.push({ s: session.s, payload });
  if (session.told.length > KEPT) session.told.shift();
  session.line?.send(payload);
}

/** Whether an event is for a session, by its intents and its shard. */
export function concerns({ intents, shard }: Session, { guildId, intent }: GatewayEvent): boolean {
  const [number, count] = shard;
  const own = guildId === null ? 0 : Number((BigInt(guildId) >> 22n) % BigInt(count));
  return own === number && (intent === null || (intents & (1 << intent)) !== 0);
}
