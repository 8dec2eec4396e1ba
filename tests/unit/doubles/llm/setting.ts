import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import type { ModelRequest } from "../../../../src/summarize/language-model.ts";

/** Three claims as a prompt has them, the second with a text that turns to whoever reads it. */
export const promptWith = (text: string): string =>
  [
    "Write of these claims.",
    JSON.stringify({ id: "c1", kind: "phase", told: "The talks are under way in Muscat." }),
    JSON.stringify({
      id: "c2",
      kind: "statement",
      party: "IRN",
      told: "Iran: “we are serious”.",
      originals: [{ lang: "ar", text }],
    }),
    JSON.stringify({ id: "c3", kind: "change", told: "The date moved to 6 February 2026." }),
  ].join("\n");

/** A request of a prompt. */
export const requestOf = <T>(
  prompt: string,
  schema: ModelRequest<T>["schema"],
): ModelRequest<T> => ({
  purpose: "digest",
  spentOn: () => "briefing",
  wanted: new AbortController().signal,
  system: "Write.",
  prompt,
  schema,
  maxTokens: 500,
});

/** A model of a double as the SDK has it. */
export const sdkModel = (baseURL: string, apiKey: string) =>
  createOpenAICompatible({ name: "double", baseURL, apiKey, includeUsage: true }).chatModel(
    "small",
  );
