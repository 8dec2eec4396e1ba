import { onTestFinished } from "vitest";
import { createTelegramDouble } from "../../../doubles/telegram/double.ts";
import type { DoubleOptions, TelegramDouble } from "../../../doubles/telegram/double.ts";

/** The token that all tests of the double use. */
export const TOKEN = "42:secret";

/** A double that ends with the test. */
export async function startDouble(options: Partial<DoubleOptions> = {}): Promise<TelegramDouble> {
  const double = await createTelegramDouble({ token: TOKEN, ...options });
  onTestFinished(() => double.close());
  return double;
}

/** What the server says, with the HTTP status. */
export type Said = {
  readonly status: number;
  readonly ok: boolean;
  readonly result?: unknown;
  readonly description?: string;
  readonly parameters?: unknown;
};

/** Calls a method with a JSON body. */
export const call = async (
  double: TelegramDouble,
  method: string,
  parameters: object = {},
): Promise<Said> =>
  await read(
    await fetch(`${double.root}/bot${TOKEN}/${method}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(parameters),
    }),
  );

/** Reads an answer of the server. */
export async function read(response: Response): Promise<Said> {
  const body = (await response.json()) as Omit<Said, "status">;
  return { status: response.status, ...body };
}
