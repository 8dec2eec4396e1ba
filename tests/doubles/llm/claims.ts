/** A claim as it stands in a prompt: one JSON object a line. */
export type PromptClaim = {
  readonly id: string;
  readonly told: string;
  readonly kind: string;
  readonly party: string | null;
  readonly originals: readonly { readonly lang: string; readonly text: string }[];
};

/** A prompt as a model may read it. */
export type ReadPrompt = {
  readonly claims: readonly PromptClaim[];
  /** Sentences to write anew, by their numbers. */
  readonly fallen: readonly { readonly number: number; readonly claims: readonly string[] }[];
  /** Every text within the prompt's JSON lines, with the claim that it stands in. */
  readonly texts: readonly { readonly text: string; readonly claim: string | null }[];
};

/** Reads the JSON lines of a prompt; other lines are for models that can read. */
export function readPrompt(prompt: string): ReadPrompt {
  const claims: PromptClaim[] = [];
  const fallen: { number: number; claims: readonly string[] }[] = [];
  const texts: { text: string; claim: string | null }[] = [];
  for (const line of prompt.split("\n")) {
    const value = parseObject(line);
    if (value === null) continue;
    const claim = claimOf(value);
    if (claim !== null) claims.push(claim);
    if (typeof value["number"] === "number")
      fallen.push({ number: value["number"], claims: stringsOf(value["claims"]) });
    for (const text of stringsOf(value)) texts.push({ text, claim: claim?.id ?? null });
  }
  return { claims, fallen, texts };
}

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function parseObject(line: string): Json | null {
  if (!line.trimStart().startsWith("{")) return null;
  try {
    const value: unknown = JSON.parse(line);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

function claimOf({ id, told, kind, party, originals }: Json): PromptClaim | null {
  if (typeof id !== "string" || typeof told !== "string") return null;
  return {
    id,
    told,
    kind: typeof kind === "string" ? kind : "",
    party: typeof party === "string" ? party : null,
    originals: (Array.isArray(originals) ? originals : []).flatMap((one: unknown) =>
      isObject(one) && typeof one["lang"] === "string" && typeof one["text"] === "string"
        ? [{ lang: one["lang"], text: one["text"] }]
        : [],
    ),
  };
}

/** Every string in a value, however deep. */
function stringsOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(stringsOf);
  return isObject(value) ? Object.values(value).flatMap(stringsOf) : [];
}
