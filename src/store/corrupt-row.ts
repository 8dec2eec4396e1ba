import type { z } from "zod";

/** A row that could not be read: damaged, or written by a program that knew better. It is left out. */
export type CorruptRow = {
  readonly table: string;
  readonly key: string;
  readonly reason: string;
};

/** Hears of every row that was left out, to count and log it. */
export type ReportCorruptRow = (row: CorruptRow) => void;

/** What a row came to: its value, or why it has none. */
export type RowReading<T> =
  | { readonly kind: "read"; readonly value: T }
  | { readonly kind: "corrupt"; readonly reason: string };

/** Checks a value out of the database against its schema. */
export function readValue<T>(schema: z.ZodType<T>, value: unknown): RowReading<T> {
  const result = schema.safeParse(value);
  if (result.success) return { kind: "read", value: result.data };
  const [issue] = result.error.issues;
  const path = issue?.path.join(".") ?? "";
  return { kind: "corrupt", reason: `${path}: ${issue?.message ?? "unreadable"}` };
}

/** Checks a JSON column against its schema. */
export function readJson<T>(schema: z.ZodType<T>, json: string): RowReading<T> {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return { kind: "corrupt", reason: "not JSON" };
  }
  return readValue(schema, value);
}
