import { z } from "zod";
import type { Abilities } from "./behaviour.ts";

const Message = z.strictObject({
  role: z.enum(["system", "developer", "user", "assistant"]),
  content: z.string(),
});

const ResponseFormat = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("text") }),
  z.strictObject({ type: z.literal("json_object") }),
  z.strictObject({
    type: z.literal("json_schema"),
    json_schema: z.strictObject({
      name: z.string().regex(/^[\w-]{1,64}$/),
      schema: z.record(z.string(), z.unknown()),
      strict: z.boolean().optional(),
      description: z.string().optional(),
    }),
  }),
]);

/** https://platform.openai.com/docs/api-reference/chat/create, what of it Parley may use. */
const ChatRequest = z.strictObject({
  model: z.string(),
  messages: z.array(Message).min(1),
  temperature: z.number().min(0).max(2).optional(),
  seed: z.int().optional(),
  max_tokens: z.int().positive().optional(),
  max_completion_tokens: z.int().positive().optional(),
  response_format: ResponseFormat.optional(),
  stream: z.boolean().optional(),
  stream_options: z.strictObject({ include_usage: z.boolean() }).optional(),
});

/** A request for a chat completion. */
export type ChatRequest = z.output<typeof ChatRequest>;

/** An error as the API tells it. */
export type Refusal = {
  readonly status: number;
  readonly message: string;
  readonly code: string | null;
  readonly param: string | null;
};

/** What is asked of a server: the key and the model it knows, and what it takes. */
export type Expected = {
  readonly key: string | null;
  readonly model: string;
  readonly abilities: Abilities;
};

const refusal = (status: number, message: string, code: string | null = null): Refusal => ({
  status,
  message,
  code,
  param: null,
});

/** Whether a request brings the key. Like real servers, it repeats a wrong one. */
export function checkKey(header: string | undefined, { key }: Expected): Refusal | null {
  if (key === null || header === `Bearer ${key}`) return null;
  if (header === undefined) return refusal(401, "You didn't provide an API key.");
  return refusal(401, `Incorrect API key provided: ${header}.`, "invalid_api_key");
}

/** A request that a server takes, or why it does not. */
export function checkRequest(body: string, expected: Expected): ChatRequest | Refusal {
  const read = ChatRequest.safeParse(parse(body));
  if (!read.success)
    return refusal(400, `Invalid request: ${z.prettifyError(read.error)}`, "invalid_request");
  const request = read.data;
  if (request.model !== expected.model)
    return refusal(404, `The model '${request.model}' does not exist`, "model_not_found");
  return unsupported(request, expected.abilities) ?? request;
}

function unsupported(request: ChatRequest, { formats, refused }: Abilities): Refusal | null {
  const format = request.response_format?.type;
  if (format !== undefined && format !== "text" && !formats.includes(format))
    return {
      ...refusal(400, `'response_format' of type '${format}' is not supported`),
      param: "response_format",
    };
  const given = refused.find((name) => name in request);
  if (given === undefined) return null;
  const instead = given === "max_tokens" ? " Use 'max_completion_tokens' instead." : "";
  return {
    ...refusal(
      400,
      `Unsupported parameter: '${given}' is not supported with this model.${instead}`,
    ),
    code: "unsupported_parameter",
    param: given,
  };
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
