import { z } from "zod";
import type { ModelRequest } from "../summarize/language-model.ts";
import { estimateTokens, type TokenUse } from "./token-use.ts";

/** What a model is told, with the shape in words, for servers that do not hold a model to it. */
export function instructionsOf({ system, schema }: ModelRequest<unknown>): string {
  const shape = JSON.stringify(z.toJSONSchema(schema));
  return `${system}\n\nAnswer with one JSON object and nothing else. Its JSON Schema:\n${shape}`;
}

/** How many tokens a request may use, about. */
export const tokensAtMost = (request: ModelRequest<unknown>): TokenUse => ({
  inputTokens: estimateTokens(instructionsOf(request) + request.prompt),
  outputTokens: request.maxTokens,
});
