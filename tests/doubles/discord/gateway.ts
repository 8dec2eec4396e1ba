import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocketServer } from "ws";
import type { WebSocket } from "ws";
import { concerns, createLine, dispatch, OP } from "./gateway-session.ts";
import type { Line, Session } from "./gateway-session.ts";
import { isObject, words } from "./json.ts";
import type { Json, JsonObject } from "./json.ts";
import { withoutContent } from "./messages.ts";
import { guildCreateShape, userShape } from "./shapes.ts";
import { secretOf } from "./world.ts";
import type { GatewayEvent, World } from "./world.ts";

/** Intents that need an approval the double's application has not: members, presences, content. */
const PRIVILEGED = (1 << 1) | (1 << 8) | (1 << 15);
const KNOWN = 0x1_ffff | 0x30_0000 | 0x300_0000;
const CONTENT = 15;
const GUILDS = 1;
const HEARTBEAT_MS = 41_250;

/** Close codes. Source: https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway */
const CLOSE = {
  unknownOpcode: 4001,
  decode: 4002,
  notAuthenticated: 4003,
  authenticationFailed: 4004,
  alreadyAuthenticated: 4005,
  invalidShard: 4010,
  invalidIntents: 4013,
  disallowedIntents: 4014,
} as const;

/** What tests do to the gateway. */
export type Gateway = {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  emit(event: GatewayEvent): void;
  /** Sessions that are connected now. */
  connected(): number;
  /** Waits until somebody is connected and was told of every guild. */
  ready(): Promise<void>;
  /** Asks every client to come back and resume. */
  reconnect(): void;
  /** Tells every client that its session is over, or may be resumed. */
  invalidate(resumable: boolean): void;
  /** Breaks every connection; with a code, closes it so. */
  drop(code?: number): void;
  /** Ends every connection and the server. */
  close(): Promise<void>;
  /** How often clients identified and resumed. */
  readonly counts: { identified: number; resumed: number };
  /** Which of how many connections identified, and when, oldest first. */
  readonly identities: readonly Identity[];
};

/** A connection that identified, in milliseconds of the double's clock. */
export type Identity = { readonly shard: number; readonly of: number; readonly at: number };

function intentsProblem(intents: number): number | null {
  if (!Number.isInteger(intents) || (intents & ~KNOWN) !== 0) return CLOSE.invalidIntents;
  return (intents & PRIVILEGED) === 0 ? null : CLOSE.disallowedIntents;
}

function shardOf(given: Json | undefined): readonly [number, number] | null {
  if (given === undefined) return [0, 1];
  if (!Array.isArray(given)) return null;
  const [number, count] = given.map(Number);
  const fits = number !== undefined && count !== undefined && number >= 0 && number < count;
  return fits ? [number, count] : null;
}

function parse(text: string): JsonObject | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

function welcome(world: World, session: Session, url: string): void {
  const mine = [...world.guilds.values()].filter(
    (guild) =>
      guild.botIsIn && concerns(session, { name: "", data: {}, guildId: guild.id, intent: null }),
  );
  dispatch(session, "READY", {
    v: 10,
    user: { ...userShape(world.bot), verified: true, mfa_enabled: true, email: null, flags: 0 },
    guilds: mine.map(({ id }) => ({ id, unavailable: true })),
    session_id: session.id,
    session_type: "normal",
    resume_gateway_url: url,
    shard: session.shard,
    application: { id: world.bot.id, flags: 0 },
  });
  if ((session.intents & GUILDS) === 0) return;
  for (const guild of mine) dispatch(session, "GUILD_CREATE", guildCreateShape(guild, world));
}

/** What others wrote, as a bot may read it that was not granted content. */
function asAllowed(event: GatewayEvent, session: Session, world: World): JsonObject {
  const { name, data, guildId } = event;
  const author = data["author"];
  const foreign = isObject(author) && author["id"] !== world.bot.id;
  const hidden = foreign && guildId !== null && (session.intents & (1 << CONTENT)) === 0;
  return hidden && name.startsWith("MESSAGE_") ? withoutContent(data) : data;
}

/** A gateway of version 10 in JSON. */
export function createGateway(world: World, url: () => string): Gateway {
  const server = new WebSocketServer({ noServer: true });
  const sessions = new Map<string, Session>();
  const lines = new Set<Line>();
  const counts = { identified: 0, resumed: 0 };
  const identities: Identity[] = [];
  let waiting: (() => void)[] = [];
  const live = (): readonly Session[] => [...sessions.values()].filter(({ line }) => line !== null);

  function announce(): void {
    for (const resolve of waiting) resolve();
    waiting = [];
  }

  function identify(line: Line, data: JsonObject): Session | number {
    if (data["token"] !== world.token) return CLOSE.authenticationFailed;
    const intents = Number(data["intents"]);
    const problem = intentsProblem(intents);
    if (problem !== null) return problem;
    const shard = shardOf(data["shard"]);
    if (shard === null) return CLOSE.invalidShard;
    line.compressEach = data["compress"] === true;
    const id = secretOf(world.random, 32);
    const session: Session = { id, intents, shard, told: [], s: 0, line };
    sessions.set(id, session);
    counts.identified += 1;
    identities.push({ shard: shard[0], of: shard[1], at: world.clock.now().getTime() });
    welcome(world, session, url());
    announce();
    return session;
  }

  function resume(line: Line, data: JsonObject): Session | number | null {
    if (data["token"] !== world.token) return CLOSE.authenticationFailed;
    const session = sessions.get(words(data["session_id"]));
    if (session === undefined) return null;
    session.line = line;
    const seq = Number(data["seq"]);
    for (const { s, payload } of session.told) if (s > seq) line.send(payload);
    dispatch(session, "RESUMED", {});
    counts.resumed += 1;
    announce();
    return session;
  }

  function begin(line: Line, op: Json | undefined, data: JsonObject): Session | null {
    if (op !== OP.identify && op !== OP.resume) {
      line.socket.close(CLOSE.notAuthenticated);
      return null;
    }
    const begun = op === OP.identify ? identify(line, data) : resume(line, data);
    if (typeof begun === "number") line.socket.close(begun);
    if (begun === null) line.send({ op: OP.invalid, d: false });
    return typeof begun === "number" ? null : begun;
  }

  function connect(socket: WebSocket, request: IncomingMessage): void {
    const { searchParams } = new URL(request.url ?? "/", "http://localhost");
    const line = createLine(socket, searchParams.get("compress") === "zlib-stream");
    lines.add(line);
    let session: Session | null = null;
    socket.on("message", (raw: Buffer) => {
      const payload = parse(raw.toString("utf8"));
      if (payload === null) return socket.close(CLOSE.decode);
      const { op, d } = payload;
      if (op === OP.heartbeat) return line.send({ op: OP.ack });
      if (session !== null) {
        if (op === OP.identify || op === OP.resume) socket.close(CLOSE.alreadyAuthenticated);
        else if (op !== OP.presence && op !== OP.requestMembers) socket.close(CLOSE.unknownOpcode);
        return;
      }
      session = begin(line, op, isObject(d) ? d : {});
    });
    socket.on("close", (code) => {
      lines.delete(line);
      if (session?.line === line) session.line = null;
      if (session !== null && (code === 1000 || code === 1001)) sessions.delete(session.id);
    });
    if (searchParams.get("v") !== "10")
      world.violations.push({ operation: "gateway", lines: ["asks for another version than 10"] });
    line.send({ op: OP.hello, d: { heartbeat_interval: HEARTBEAT_MS } });
  }

  return {
    upgrade: (request, socket, head) =>
      server.handleUpgrade(request, socket, head, (opened) => connect(opened, request)),
    emit: (event) => {
      for (const session of sessions.values()) {
        if (concerns(session, event))
          dispatch(session, event.name, asAllowed(event, session, world));
      }
    },
    connected: () => live().length,
    ready: () =>
      live().length > 0
        ? Promise.resolve()
        : new Promise((resolve) => {
            waiting.push(resolve);
          }),
    reconnect: () => {
      for (const { line } of live()) line?.send({ op: OP.reconnect, d: null });
    },
    invalidate: (resumable) => {
      for (const { id, line } of live()) {
        line?.send({ op: OP.invalid, d: resumable });
        if (!resumable) sessions.delete(id);
      }
    },
    drop: (code) => {
      for (const { socket } of lines) {
        if (code === undefined) socket.terminate();
        else socket.close(code);
      }
    },
    close: async () => {
      for (const { socket } of lines) socket.terminate();
      await Promise.resolve();
    },
    counts,
    identities,
  };
}
