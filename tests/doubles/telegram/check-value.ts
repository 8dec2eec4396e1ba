import type { Definitions, FieldDefinition, Fields } from "./definitions.ts";
import { isObject } from "./json.ts";
import type { Json } from "./json.ts";

const ARRAY = "Array of ";

/** Why a value is of none of the types, as a path and a reason; null when it is of one. */
export function mismatch(
  definitions: Definitions,
  types: readonly string[],
  value: Json,
  path: string,
): string | null {
  let reason: string | null = null;
  for (const type of types) {
    const found = mismatchOne(definitions, type, value, path);
    if (found === null) return null;
    // The reason from deepest inside tells most: it belongs to the type that was meant.
    if (reason === null || found.length > reason.length) reason = found;
  }
  return reason;
}

function mismatchOne(
  definitions: Definitions,
  type: string,
  value: Json,
  path: string,
): string | null {
  if (type.startsWith(ARRAY))
    return mismatchList(definitions, type.slice(ARRAY.length), value, path);
  switch (type) {
    case "String":
    case "InputFile":
      return typeof value === "string" ? null : `${path} is not a string`;
    case "Integer":
      return Number.isSafeInteger(value) ? null : `${path} is not an integer`;
    case "Float":
      return typeof value === "number" ? null : `${path} is not a number`;
    case "Boolean":
      return typeof value === "boolean" ? null : `${path} is not a boolean`;
    default:
      return mismatchObject(definitions, type, value, path);
  }
}

function mismatchList(
  definitions: Definitions,
  type: string,
  value: Json,
  path: string,
): string | null {
  if (!Array.isArray(value)) return `${path} is not an array`;
  for (const [index, item] of (value as readonly Json[]).entries()) {
    const reason = mismatchOne(definitions, type, item, `${path}[${index}]`);
    if (reason !== null) return reason;
  }
  return null;
}

function mismatchObject(
  definitions: Definitions,
  type: string,
  value: Json,
  path: string,
): string | null {
  const definition = definitions.types[type];
  if (definition === undefined) throw new Error(`no definition of ${type}`);
  if (definition.subtypes !== undefined) {
    return mismatch(definitions, definition.subtypes, value, path);
  }
  if (!isObject(value)) return `${path} is not an object`;
  const fields = definition.fields ?? {};
  for (const [name, item] of Object.entries(value)) {
    const field = fields[name];
    if (field === undefined) return `${path}.${name} is no field of ${type}`;
    if (item === undefined) continue;
    const reason =
      mismatch(definitions, field.types, item, `${path}.${name}`) ??
      outOfBounds(field, item, `${path}.${name}`);
    if (reason !== null) return reason;
  }
  return missingField(fields, value, path);
}

function missingField(fields: Fields, value: object, path: string): string | null {
  for (const [name, field] of Object.entries(fields)) {
    if (field.required === true && !(name in value)) return `${path}.${name} is missing`;
  }
  return null;
}

/** Why a value is not the one allowed or of a length that is not; null when neither. */
export function outOfBounds(field: FieldDefinition, value: Json, path: string): string | null {
  if (field.value !== undefined && value !== field.value) return `${path} is not "${field.value}"`;
  if (field.length === undefined || field.length.parsed || typeof value !== "string") return null;
  const { min, max, unit } = field.length;
  const length = unit === "bytes" ? Buffer.byteLength(value) : value.length;
  return length < min || length > max ? `${path} is not of ${min}-${max} ${unit}` : null;
}
