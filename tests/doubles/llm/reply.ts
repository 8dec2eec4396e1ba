import type { ServerResponse } from "node:http";
import type { ChatRequest, Refusal } from "./check-request.ts";

/** What a model says, and why it ends. */
export type Said = {
  readonly content: string | null;
  readonly refusal?: string;
  readonly finish: "stop" | "length" | "content_filter";
};

/** How much of an answer comes. */
export type Extent = "all" | "half";

/** Sends an error as the API tells it. */
export function refuse(
  response: ServerResponse,
  { status, message, code, param }: Refusal,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end(JSON.stringify({ error: { message, type: "error", code, param } }));
}

const BYTES_A_TOKEN = 4;
const tokensOf = (text: string): number => Math.ceil(Buffer.byteLength(text) / BYTES_A_TOKEN);

/** What a server counts of a request and what it says. */
export function usageOf({ messages }: ChatRequest, { content }: Said) {
  const given = tokensOf(messages.map((message) => message.content).join("\n"));
  const written = tokensOf(content ?? "");
  return { prompt_tokens: given, completion_tokens: written, total_tokens: given + written };
}

/** Sends what a model says: in one piece, or as events where that was asked for. */
export async function reply(
  response: ServerResponse,
  {
    request,
    said,
    usage,
    extent,
  }: {
    readonly request: ChatRequest;
    readonly said: Said;
    readonly usage: boolean;
    readonly extent: Extent;
  },
): Promise<void> {
  const used = usage ? { usage: usageOf(request, said) } : {};
  const head = { id: "chatcmpl-1", created: 1_770_000_000, model: request.model };
  const whole =
    request.stream === true ? events(head, request, said, used) : piece(head, said, used);
  const type = request.stream === true ? "text/event-stream" : "application/json";
  response.writeHead(200, { "content-type": type });
  const text = extent === "all" ? whole : whole.slice(0, Math.floor(whole.length / 2));
  if (!response.write(text)) await roomIn(response);
  if (extent === "all") response.end();
}

type Head = { readonly id: string; readonly created: number; readonly model: string };

function piece(head: Head, { content, refusal, finish }: Said, used: object): string {
  const message = { role: "assistant", content, ...(refusal === undefined ? {} : { refusal }) };
  const choices = [{ index: 0, message, finish_reason: finish }];
  return JSON.stringify({ ...head, object: "chat.completion", choices, ...used });
}

const CHUNK = 24;

/** https://platform.openai.com/docs/api-reference/chat-streaming */
function events(head: Head, request: ChatRequest, said: Said, used: object): string {
  const chunk = (choices: readonly object[], more: object = {}) =>
    `data: ${JSON.stringify({ ...head, object: "chat.completion.chunk", choices, ...more })}\n\n`;
  const delta = (value: object, finish: string | null) =>
    chunk([{ index: 0, delta: value, finish_reason: finish }]);
  const words = said.content ?? "";
  const pieces = Array.from({ length: Math.ceil(words.length / CHUNK) }, (_, n) =>
    delta({ content: words.slice(n * CHUNK, (n + 1) * CHUNK) }, null),
  );
  const refused = said.refusal === undefined ? [] : [delta({ refusal: said.refusal }, null)];
  const counted = request.stream_options?.include_usage === true ? [chunk([], used)] : [];
  return [
    delta({ role: "assistant", content: "" }, null),
    ...pieces,
    ...refused,
    delta({}, said.finish),
    ...counted,
    "data: [DONE]\n\n",
  ].join("");
}

const HUGE_PIECE = "a".repeat(64 * 1024);

/** Sends an answer of so many bytes, as fast as they are taken. */
export async function replyHugely(
  response: ServerResponse,
  { stream }: ChatRequest,
  bytes: number,
): Promise<void> {
  const type = stream === true ? "text/event-stream" : "application/json";
  response.writeHead(200, { "content-type": type });
  response.write('{"choices":[{"index":0,"message":{"role":"assistant","content":"');
  for (let sent = 0; sent < bytes && !response.destroyed; sent += HUGE_PIECE.length)
    if (!response.write(HUGE_PIECE)) await roomIn(response);
  response.end('"},"finish_reason":"stop"}]}');
}

/** Settles when more may be sent, or nobody listens. */
const roomIn = (response: ServerResponse): Promise<void> =>
  new Promise((resolve) => {
    const end = () => {
      response.off("drain", end).off("close", end);
      resolve();
    };
    response.on("drain", end).on("close", end);
  });
