import { checkRequest, methodFinder } from "./check-request.ts";
import type { Definitions } from "./definitions.ts";
import { listOf, numberOf } from "./json.ts";
import type { Json, JsonObject } from "./json.ts";
import { METHODS, PACED } from "./methods/table.ts";
import type { Gate } from "./rate-limits.ts";
import type { Request } from "./read-request.ts";
import { Refusal } from "./refusal.ts";
import type { ResponseParameters } from "./refusal.ts";
import { readLimit } from "./webhook.ts";
import type { Webhook } from "./webhook.ts";
import type { World } from "./world.ts";

/** An answer of the server before it is written. */
export type Answer = { readonly status: number; readonly body: JsonObject };

/** Parts of the server that a call may meet. */
export type Server = {
  readonly world: World;
  readonly definitions: Definitions;
  readonly webhook: Webhook;
  /** Null: everything goes through. */
  gate: Gate | null;
  /** False: as a server of before Bot API 10.1. */
  knowsRichMessages: boolean;
};

/** Carries out one method call; `closed` tells that the client has gone. */
export type Dispatch = (
  method: string,
  request: Request,
  closed: AbortSignal,
) => Answer | Promise<Answer>;

const failure = (status: number, description: string, parameters?: ResponseParameters): Answer => ({
  status,
  body: {
    ok: false,
    error_code: status,
    description,
    ...(parameters === undefined ? {} : { parameters }),
  },
});

const success = (result: Json): Answer => ({ status: 200, body: { ok: true, result } });

/** Answers a path that is no method of the API. */
export const NOT_FOUND = failure(404, "Not Found");

/** Answers a wrong token. */
export const UNAUTHORIZED = failure(401, "Unauthorized");

function refused(error: unknown): Answer {
  if (!(error instanceof Refusal)) throw error;
  return failure(error.status, error.message, error.parameters);
}

/** Checks a call against the definitions and the limits, and carries it out. */
export function createDispatch(server: Server): Dispatch {
  const { world, definitions } = server;
  const find = methodFinder(definitions);
  return (given, request, closed) => {
    const method = find(given);
    const isTooNew = !server.knowsRichMessages && method?.startsWith("sendRichMessage") === true;
    if (method === null || isTooNew) {
      if (method === null) world.violations.push(`there is no method ${given}`);
      return NOT_FOUND;
    }
    const checked = checkRequest(definitions, method, withoutNews(server, method, request));
    if (!checked.ok) {
      world.violations.push(checked.problem);
      return failure(400, checked.description);
    }
    try {
      const held = holdBack(server, method, checked.parameters);
      if (held !== null) return held;
      if (method === "getUpdates") return getUpdates(server, checked.parameters, closed);
      return success(carryOut(server, method, { ...request, parameters: checked.parameters }));
    } catch (error) {
      return refused(error);
    }
  };
}

// An older server does not know the parameter and takes no notice of it.
function withoutNews(server: Server, method: string, request: Request): Request {
  if (server.knowsRichMessages || method !== "editMessageText") return request;
  const { rich_message: _, ...parameters } = request.parameters;
  return { ...request, parameters };
}

function holdBack({ world, gate }: Server, method: string, parameters: JsonObject): Answer | null {
  if (gate === null || !PACED.has(method)) return null;
  const chat = Number(parameters["chat_id"] ?? 0);
  const seconds = gate(chat, chat < 0, parameters["allow_paid_broadcast"] === true);
  if (seconds === 0) return null;
  world.counters.tooManyRequests += 1;
  return failure(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds });
}

function carryOut({ world, webhook }: Server, method: string, request: Request): Json {
  switch (method) {
    case "setWebhook":
      webhook.set(request.parameters);
      return true;
    case "deleteWebhook":
      webhook.remove(request.parameters);
      return true;
    case "getWebhookInfo":
      return webhook.info();
    default: {
      const run = METHODS.get(method);
      if (run !== undefined) return run({ world, ...request });
      world.violations.push(`the double does not carry out ${method}`);
      throw new Refusal(501, `the double does not carry out ${method}`);
    }
  }
}

async function getUpdates(
  { world, webhook }: Server,
  parameters: JsonObject,
  closed: AbortSignal,
): Promise<Answer> {
  if (webhook.url !== "") {
    const description =
      "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first";
    return failure(409, description);
  }
  if (parameters["allowed_updates"] !== undefined) {
    world.updates.allow(listOf(parameters, "allowed_updates").map(String));
  }
  const poll = {
    offset: numberOf(parameters, "offset") ?? 0,
    limit: readLimit(parameters),
    waitMs: Math.min(numberOf(parameters, "timeout") ?? 0, 50) * 1000,
  };
  return await world.updates.poll(poll, closed).then(success, refused);
}
