import { z } from "zod";
import { boundedFetch } from "../lib/bounded-fetch.ts";
import type { ModelConfig } from "./model-settings.ts";

const LONGEST_LIST_BYTES = 4 * 1024 * 1024;
const Models = z.object({ data: z.array(z.object({ id: z.string() })) });

/** The names of the models that a server has (GET /models); null where it does not tell. Never rejects. */
export async function listModels(
  { baseUrl, key }: ModelConfig,
  signal: AbortSignal,
): Promise<readonly string[] | null> {
  const headers = key === null ? {} : { authorization: `Bearer ${key.reveal()}` };
  try {
    const response = await boundedFetch(LONGEST_LIST_BYTES)(`${baseUrl}/models`, {
      headers,
      signal,
    });
    const read = Models.safeParse(await response.json());
    return read.success ? read.data.data.map(({ id }) => id) : null;
  } catch {
    return null;
  }
}
