/** What JSON can hold. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export type JsonObject = { readonly [key: string]: Json };

/** Whether a value is an object with names. */
export const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The objects of a list; none for anything else. */
export const objects = (value: unknown): readonly JsonObject[] =>
  Array.isArray(value) ? value.filter(isObject) : [];

/** A text, or the empty one. */
export const words = (value: unknown): string => (typeof value === "string" ? value : "");

/** A text or number as text; the empty one for anything else. */
export const textual = (value: unknown): string =>
  typeof value === "number" ? value.toString() : words(value);
