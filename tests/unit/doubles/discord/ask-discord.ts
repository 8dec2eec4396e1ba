import { createDiscordDouble } from "../../../doubles/discord/discord-double.ts";
import type { DiscordDouble, DoubleOptions } from "../../../doubles/discord/discord-double.ts";

export const TOKEN = "MTA.abc.def";
export const APPLICATION = "42";

/** An answer of the double. */
export type Answered = {
  readonly status: number;
  readonly headers: Headers;
  readonly code: number;
  /** Where the errors tree has leaves, as `embeds.0.title`. */
  readonly fields: readonly string[];
  readonly body: Record<string, unknown>;
};

function leaves(tree: unknown, path: readonly string[]): readonly string[] {
  if (typeof tree !== "object" || tree === null) return [];
  if ("_errors" in tree) return [path.join(".")];
  return Object.entries(tree).flatMap(([key, inner]) => leaves(inner, [...path, key]));
}

/** Asks the double as a bot would, without a library. */
export async function ask(
  double: DiscordDouble,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answered> {
  const isForm = body instanceof FormData;
  const response = await fetch(`${double.root}/v10${path}`, {
    method,
    headers: {
      authorization: `Bot ${TOKEN}`,
      "user-agent": "DiscordBot (https://example.org, 1.0)",
      ...(body === undefined || isForm ? {} : { "content-type": "application/json" }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const read = (text === "" || !text.startsWith("{") ? {} : JSON.parse(text)) as Record<
    string,
    unknown
  >;
  const { status } = response;
  return {
    status,
    headers: response.headers,
    code: Number(read["code"]),
    fields: leaves(read["errors"], []),
    body: read,
  };
}

/** A double that goes away with the test. */
export async function openDouble(
  close: (end: () => Promise<void>) => void,
  options: Partial<DoubleOptions> = {},
): Promise<DiscordDouble> {
  const double = await createDiscordDouble({
    token: TOKEN,
    applicationId: APPLICATION,
    patienceMs: 1000,
    ...options,
  });
  close(() => double.close());
  return double;
}

/** A clock that a test turns. */
export function turnedClock(start: string) {
  let now = Date.parse(start);
  return { now: () => new Date(now), turn: (ms: number) => (now += ms) };
}
