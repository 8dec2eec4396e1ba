import type { ServerResponse } from "node:http";
import type { Behaviour } from "./behaviour.ts";
import type { ChatRequest } from "./check-request.ts";
import { readPrompt } from "./claims.ts";
import { type Draft, inShape, type Translate, writeHonestly } from "./draft.ts";
import { lie, type PlantedLie } from "./lie.ts";
import { obey } from "./obey.ts";
import { type Extent, refuse, reply, replyHugely, type Said, usageOf } from "./reply.ts";

/** What a model is made of. */
export type Model = {
  readonly random: () => number;
  readonly translate: Translate;
  readonly plant: (lie: PlantedLie) => void;
  readonly usage: boolean;
  /** Hears how many tokens an answer takes. */
  readonly spend: (use: ReturnType<typeof usageOf>) => void;
};

/** Answers a request as the behaviour would; resolves when nothing more will come. */
export async function perform(
  model: Model,
  behaviour: Behaviour,
  request: ChatRequest,
  response: ServerResponse,
): Promise<void> {
  const send = (said: Said, extent: Extent = "all") => {
    model.spend(usageOf(request, said));
    return reply(response, { request, said, usage: model.usage, extent });
  };
  const honest = () => stopped(write(model, request));
  switch (behaviour.kind) {
    case "honest":
    case "obeys":
    case "lies":
      return send(stopped(write(model, request, behaviour)));
    case "says":
      return send(stopped(behaviour.content));
    case "fenced":
      return send(
        stopped(`Here is the JSON:\n\`\`\`json\n${write(model, request)}\n\`\`\`\nDone.`),
      );
    case "thinks":
      return send(stopped(`<think>The {claims} say {"so": 1}.</think>\n${write(model, request)}`));
    case "malformed":
      return send(stopped("The talks go on, {as the claims say}."));
    case "misshapen":
      return send(stopped('{"headline":"Talks go on"}'));
    case "cut-off":
      return send({ content: half(write(model, request)), finish: "length" });
    case "refuses":
      return send(
        behaviour.by === "refusal"
          ? { content: null, refusal: "I can't help with that.", finish: "stop" }
          : { content: "", finish: "content_filter" },
      );
    case "slow":
      await new Promise((resolve) => setTimeout(resolve, behaviour.ms));
      return response.destroyed ? undefined : send(honest());
    case "stalls":
      return behaviour.after === "half" ? send(honest(), "half") : undefined;
    case "breaks":
      if (behaviour.after === "half") await send(honest(), "half");
      response.destroy();
      return;
    case "huge":
      return replyHugely(response, request, behaviour.bytes);
    case "error":
    case "redirects":
    case "no-api":
      return failAsServer(behaviour, response);
  }
}

type OfServer = Extract<Behaviour, { kind: "error" | "redirects" | "no-api" }>;

function failAsServer(behaviour: OfServer, response: ServerResponse): void {
  switch (behaviour.kind) {
    case "error": {
      const { status, message = "Something went wrong", code = null, retryAfter } = behaviour;
      const headers = retryAfter === undefined ? {} : { "retry-after": retryAfter };
      refuse(response, { status, message, code, param: null }, headers);
      return;
    }
    case "redirects":
      response.writeHead(307, { location: behaviour.to }).end();
      return;
    case "no-api":
      response.writeHead(200, { "content-type": "text/html" });
      response.end("<html><title>Sign in</title></html>");
  }
}

const stopped = (content: string): Said => ({ content, finish: "stop" });
const half = (text: string): string => text.slice(0, Math.floor(text.length / 2));

function write(
  model: Model,
  request: ChatRequest,
  behaviour: Behaviour = { kind: "honest" },
): string {
  const said = request.messages.filter(({ role }) => role === "user").map(({ content }) => content);
  const prompt = readPrompt(said.join("\n"));
  const honest = writeHonestly(prompt, model.translate);
  const drafted = (): Draft => {
    if (behaviour.kind === "obeys") return obey(prompt, honest);
    if (behaviour.kind === "lies") return lie(prompt, honest, { ...model, share: behaviour.share });
    return honest;
  };
  return JSON.stringify(inShape(drafted(), schemaOf(request)));
}

/** The schema of the response format, or the one that the instructions have for a line. */
function schemaOf({ response_format: format, messages }: ChatRequest): unknown {
  if (format?.type === "json_schema") return format.json_schema.schema;
  const lines = messages.flatMap(({ role, content }) =>
    role === "user" ? [] : content.split("\n"),
  );
  const line = lines.findLast((one) => one.startsWith("{") && one.includes('"properties"'));
  return line === undefined ? {} : JSON.parse(line);
}
