/** What a server takes; OpenAI-compatible ones differ. */
export type ServerTraits = {
  /** How it is told to answer in JSON: by a schema, that it be JSON, or in words alone. */
  readonly shape: "schema" | "json" | "words";
  /** What it calls the longest answer. */
  readonly length: "max_tokens" | "max_completion_tokens";
  readonly temperature: boolean;
  readonly seed: boolean;
};

/** Everything that keeps answers alike and in shape. */
export const ALL_TRAITS: ServerTraits = {
  shape: "schema",
  length: "max_tokens",
  temperature: true,
  seed: true,
};

/** A request's body without what a server does not take. */
export function suit(body: Record<string, unknown>, traits: ServerTraits): Record<string, unknown> {
  const { response_format: format, max_tokens: length, temperature, seed, ...rest } = body;
  return {
    ...rest,
    [traits.length]: length,
    ...(traits.temperature ? { temperature } : {}),
    ...(traits.seed ? { seed } : {}),
    ...formatOf(format, traits.shape),
  };
}

function formatOf(format: unknown, shape: ServerTraits["shape"]): Record<string, unknown> {
  switch (shape) {
    case "schema":
      return { response_format: format };
    case "json":
      return { response_format: { type: "json_object" } };
    case "words":
      return {};
  }
}

/**
 * What to try of a server that refused a request (HTTP 400 or 422) in these words: without what they name,
 * or else with less said of the shape. Null where nothing is left to leave out.
 */
export function withLess(traits: ServerTraits, words: string): ServerTraits | null {
  const said = words.slice(0, LONGEST_REASON).toLowerCase();
  const isOfShape = /response_format|json_schema|json_object|structured|grammar/.test(said);
  if (!isOfShape) {
    if (traits.length === "max_tokens" && said.includes("max_completion_tokens"))
      return { ...traits, length: "max_completion_tokens" };
    if (traits.temperature && said.includes("temperature"))
      return { ...traits, temperature: false };
    if (traits.seed && /\bseed\b/.test(said)) return { ...traits, seed: false };
  }
  if (traits.shape === "words") return null;
  return { ...traits, shape: traits.shape === "schema" ? "json" : "words" };
}

const LONGEST_REASON = 4_000;
