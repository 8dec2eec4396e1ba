import { Agent as HttpAgent, type ClientRequest, type IncomingMessage } from "node:http";
import { Agent as HttpsAgent } from "node:https";

/** Far more than any answer to what we call is long, in bytes. */
const LONGEST_ANSWER = 8_000_000;
/** As long as telegraf's own agent keeps an idle connection. */
const KEEP_ALIVE_MS = 10_000;

/** An answer that no server of the Bot API gives; its code stands for it in logs. */
class AnswerRefused extends Error {
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.name = "AnswerRefused";
    this.code = code;
  }
}

/** What Node's agents do for each request, which their types leave out. */
type Adding = { addRequest(request: ClientRequest, ...rest: readonly unknown[]): void };

/**
 * Connections to a server that need not be trusted: its answers come uncompressed, end when they grow
 * beyond any use, and lead to no other address, as telegraf's client would else let them.
 */
export function createBoundedAgent(apiRoot: string): HttpAgent {
  const options = { keepAlive: true, keepAliveMsecs: KEEP_ALIVE_MS };
  const agent = apiRoot.startsWith("http://") ? new HttpAgent(options) : new HttpsAgent(options);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- all of Node's agents have it
  const adding = agent as unknown as Adding;
  const add = adding.addRequest.bind(agent);
  adding.addRequest = (request, ...rest) => {
    request.removeHeader("accept-encoding");
    request.once("response", (response) => watch(request, response));
    add(request, ...rest);
  };
  return agent;
}

function watch(request: ClientRequest, response: IncomingMessage): void {
  const refusal = refusalOf(response);
  // The client would be on its way there before it hears that the request has ended.
  delete response.headers.location;
  if (refusal !== null) request.destroy(new AnswerRefused(refusal));
  let bytes = 0;
  response.on("data", (chunk: Buffer) => {
    bytes += chunk.byteLength;
    if (bytes > LONGEST_ANSWER) request.destroy(new AnswerRefused("ANSWER_TOO_LONG"));
  });
}

function refusalOf({ statusCode = 0, headers }: IncomingMessage): string | null {
  if (statusCode >= 300 && statusCode < 400) return "ANSWER_REDIRECTS";
  return (headers["content-encoding"] ?? "identity") === "identity" ? null : "ANSWER_ENCODED";
}
