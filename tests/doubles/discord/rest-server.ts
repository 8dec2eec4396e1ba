import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import type { Call, Handlers } from "./call.ts";
import { requestProblems } from "./check-request.ts";
import { failure, invalidForm } from "./failure.ts";
import type { Reply } from "./failure.ts";
import type { Fault, Faults } from "./faults.ts";
import type { Json } from "./json.ts";
import type { RateLimiter } from "./rate-limits.ts";
import { readBody } from "./read-body.ts";
import { createRouter } from "./route.ts";
import type { Route } from "./route.ts";
import { callbackHandlers } from "./routes/callbacks.ts";
import { channelHandlers } from "./routes/channels.ts";
import { commandHandlers } from "./routes/commands.ts";
import { guildHandlers } from "./routes/guilds.ts";
import { messageHandlers } from "./routes/messages.ts";
import { selfHandlers } from "./routes/self.ts";
import { webhookHandlers } from "./routes/webhooks.ts";
import type { World } from "./world.ts";

const HANDLERS: Handlers = {
  ...selfHandlers,
  ...guildHandlers,
  ...channelHandlers,
  ...commandHandlers,
  ...messageHandlers,
  ...callbackHandlers,
  ...webhookHandlers,
};

const VERSION = /\/v10(\/.*)$/u;
const AGENT = /^DiscordBot \(\S+, \S+\)/u;
/** Bytes of files that a message takes where nobody pays. */
const LARGEST_UPLOAD = 10 * 1024 * 1024;
const GARBAGE = "<html><head><title>502 Bad Gateway</title></head><body>cloudflare</body></html>";

/** A request as a test may look at it. */
export type SeenRequest = {
  readonly operation: string;
  readonly path: string;
  readonly body: Json;
};

/** What answering requests needs. */
export type RestContext = {
  readonly world: World;
  readonly limiter: RateLimiter;
  readonly faults: Faults;
  readonly gatewayUrl: () => string;
  /** How far the `Date` header is off, in milliseconds. */
  readonly skewMs: () => number;
  readonly seen: (request: SeenRequest) => void;
};

function record(world: World, operation: string, lines: readonly string[]): void {
  world.violations.push({ operation, lines });
}

function send(context: RestContext, response: ServerResponse, reply: Reply): void {
  const { world } = context;
  if ([401, 403, 429].includes(reply.status)) world.counters.invalidRequests += 1;
  if (reply.status === 429) world.counters.tooManyRequests += 1;
  const now = new Date(world.clock.now().getTime() + context.skewMs());
  response.writeHead(reply.status, {
    date: now.toUTCString(),
    ...(reply.body === undefined ? {} : { "content-type": "application/json" }),
    ...reply.headers,
  });
  response.end(reply.body === undefined ? undefined : JSON.stringify(reply.body));
}

function handled(call: Call, world: World): Reply {
  const problems = requestProblems(call);
  if (problems.length > 0) return invalidForm(problems);
  const handler = HANDLERS[call.operation.operation];
  if (handler === undefined) throw new TypeError(`no handler for ${call.operation.operation}`);
  return handler(call, world);
}

/** Why a request is not looked at; null when it is. */
function turnedAway({ world }: RestContext, request: IncomingMessage, route: Route): Reply | null {
  const { authorization, "user-agent": agent = "" } = request.headers;
  const { operation, needsToken } = route.operation;
  if (needsToken && authorization !== `Bot ${world.token}`) {
    return { status: 401, body: { message: "401: Unauthorized", code: 0 } };
  }
  if (!AGENT.test(agent))
    record(world, operation, [`User-Agent is not as the reference asks: ${agent}`]);
  return null;
}

async function replyTo(
  context: RestContext,
  request: IncomingMessage,
  route: Route,
): Promise<Reply> {
  const away = turnedAway(context, request, route);
  const carried = await readBody(request);
  if (away !== null) return away;
  const passed = context.limiter.take(route.operation, route.params);
  if (passed.refusal !== null) {
    return { ...passed.refusal, headers: { ...passed.headers, ...passed.refusal.headers } };
  }
  const size = carried?.uploads.reduce((sum, { bytes }) => sum + bytes.length, 0) ?? 0;
  if (size > LARGEST_UPLOAD) {
    const body = { message: "Request entity too large", code: 40_005 };
    return { status: 413, body, violation: [`${size} bytes of files`] };
  }
  if (carried === null) {
    const violation = ["the body is neither JSON nor a form with payload_json and files[n]"];
    return {
      status: 400,
      body: { message: "The request body contains invalid JSON.", code: 50109 },
      violation,
    };
  }
  const query = new URL(request.url ?? "/", "http://localhost").searchParams;
  const call = { ...route, query, ...carried, gatewayUrl: context.gatewayUrl() };
  context.seen({
    operation: route.operation.operation,
    path: request.url ?? "",
    body: carried.body,
  });
  const reply = handled(call, context.world);
  return { ...reply, headers: { ...passed.headers, ...reply.headers } };
}

/** Does what a fault says instead of handling the request; whether it did. */
function struck(context: RestContext, response: ServerResponse, fault: Fault | null): boolean {
  if (fault?.kind === "drop-before") response.destroy();
  if (fault?.kind === "garbage") {
    response.writeHead(502, { "content-type": "text/html" });
    response.end(GARBAGE);
  }
  if (fault?.kind === "answer") {
    const { status, body, headers = {} } = fault;
    send(context, response, { status, headers, ...(body === undefined ? {} : { body }) });
  }
  return fault !== null && fault.kind !== "drop-after" && fault.kind !== "delay";
}

/** Answers REST requests under any root that ends in `/v10`. */
export function createRestServer(context: RestContext) {
  const router = createRouter();
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { world, faults } = context;
    world.counters.requests += 1;
    const { method = "", url = "/" } = request;
    const [path = ""] = url.split("?");
    const route = router(method, VERSION.exec(path)?.[1] ?? "");
    if (route === null) {
      record(world, `${method} ${path}`, ["no such route in the definitions"]);
      request.resume();
      send(context, response, failure(0));
      return;
    }
    const { operation } = route.operation;
    const fault = faults.take(operation);
    if (struck(context, response, fault)) {
      request.resume();
      return;
    }
    const reply = await replyTo(context, request, route);
    if (reply.violation !== undefined) record(world, operation, reply.violation);
    if (fault?.kind === "delay") await pause(fault.ms);
    if (fault?.kind === "drop-after") response.destroy();
    else send(context, response, reply);
  };
}
