import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { seededRandom } from "../telegram/faults.ts";
import type { Abilities, Behaviour } from "./behaviour.ts";
import { type ChatRequest, checkKey, checkRequest, type Expected } from "./check-request.ts";
import type { Translate } from "./draft.ts";
import type { PlantedLie } from "./lie.ts";
import { type Model, perform } from "./perform.ts";
import { refuse } from "./reply.ts";

/** A request that came, and what is known of its end. */
export type LlmCall = {
  readonly path: string;
  /** Null where it was refused before it was read. */
  readonly request: ChatRequest | null;
  /** The words with which it was refused. */
  readonly refused: string | null;
  /** Whether the asker hung up before the answer was whole. */
  readonly abandoned: boolean;
};

/** A server that speaks as OpenAI-compatible ones do, on loopback. */
export type LlmDouble = {
  /** For `LLM_BASE_URL`. */
  readonly baseUrl: string;
  readonly calls: readonly LlmCall[];
  /** Requests that were taken and will get no answer, or no whole one, while their asker waits. */
  held(): number;
  /** Tokens of all answers, by the double's own count. */
  readonly spent: { readonly input: number; readonly output: number };
  /** What the behaviour `lies` has changed. */
  readonly planted: readonly PlantedLie[];
  /** From now on. */
  behave(behaviour: Behaviour): void;
  /** The next calls, one each, before the behaviour goes on. */
  next(...behaviours: readonly Behaviour[]): void;
  /** Changes what the server takes. */
  able(abilities: Partial<Abilities>): void;
  close(): Promise<void>;
};

/** How a double is made; `key` is null for a server that asks for none. */
export type LlmDoubleOptions = {
  readonly key: string | null;
  readonly model: string;
  readonly seed?: number;
  readonly translate?: Translate;
  readonly behaviour?: Behaviour;
};

const EVERYTHING: Abilities = { formats: ["json_schema", "json_object"], refused: [], usage: true };

type State = {
  readonly options: LlmDoubleOptions;
  readonly calls: LlmCall[];
  readonly planted: PlantedLie[];
  readonly random: () => number;
  readonly queue: Behaviour[];
  readonly spent: { input: number; output: number };
  held: number;
  behaviour: Behaviour;
  abilities: Abilities;
};

/** Starts a double; close it. */
export async function createLlmDouble(options: LlmDoubleOptions): Promise<LlmDouble> {
  const state: State = {
    options,
    calls: [],
    planted: [],
    random: seededRandom(options.seed ?? 1),
    queue: [],
    spent: { input: 0, output: 0 },
    held: 0,
    behaviour: options.behaviour ?? { kind: "honest" },
    abilities: EVERYTHING,
  };
  const server = createServer((request, response) => {
    response.on("error", () => {});
    serve(state, request, response).catch(() => response.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it listens on a port
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    calls: state.calls,
    held: () => state.held,
    spent: state.spent,
    planted: state.planted,
    behave: (behaviour) => void (state.behaviour = behaviour),
    next: (...behaviours) => void state.queue.push(...behaviours),
    able: (abilities) => void (state.abilities = { ...state.abilities, ...abilities }),
    async close() {
      if (!server.listening) return;
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}

async function serve(
  state: State,
  message: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = `${message.method} ${message.url}`;
  const { key, model } = state.options;
  const expected: Expected = { key, model, abilities: state.abilities };
  const body = await text(message);
  const wrongKey = checkKey(message.headers.authorization, expected);
  if (wrongKey !== null) {
    record(state, response, { path, request: null, refused: wrongKey.message });
    refuse(response, wrongKey);
  } else if (path === "GET /v1/models") {
    record(state, response, { path, request: null, refused: null });
    const data = [{ id: model, object: "model", created: 1, owned_by: "double" }];
    response.writeHead(200, { "content-type": "application/json" });
    response.end(JSON.stringify({ object: "list", data }));
  } else if (path === "POST /v1/chat/completions") {
    await chat(state, path, checkRequest(body, expected), response);
  } else {
    record(state, response, { path, request: null, refused: "not found" });
    response.writeHead(404).end();
  }
}

async function chat(
  state: State,
  path: string,
  request: ReturnType<typeof checkRequest>,
  response: ServerResponse,
): Promise<void> {
  if ("status" in request) {
    record(state, response, { path, request: null, refused: request.message });
    refuse(response, request);
    return;
  }
  record(state, response, { path, request, refused: null });
  const model: Model = {
    random: state.random,
    translate: state.options.translate ?? (() => null),
    plant: (lie) => void state.planted.push(lie),
    usage: state.abilities.usage,
    spend(use) {
      state.spent.input += use.prompt_tokens;
      state.spent.output += use.completion_tokens;
    },
  };
  await perform(model, state.queue.shift() ?? state.behaviour, request, response);
  if (response.writableEnded || response.destroyed) return;
  state.held += 1;
  response.on("close", () => void (state.held -= 1));
}

function record(state: State, response: ServerResponse, call: Omit<LlmCall, "abandoned">): void {
  const at = state.calls.push({ ...call, abandoned: false }) - 1;
  response.on("close", () => {
    state.calls[at] = { ...call, abandoned: !response.writableFinished };
  });
}
