import { mismatch, outOfBounds } from "./check-value.ts";
import type { Definitions, FieldDefinition, Fields } from "./definitions.ts";
import type { Json, JsonObject } from "./json.ts";
import type { Request } from "./read-request.ts";

/** Parameters of the types the definitions ask for, or what is wrong with them and how it is answered. */
export type Checked =
  | { readonly ok: true; readonly parameters: JsonObject }
  | { readonly ok: false; readonly problem: string; readonly description: string };

/** Finds a method's definition whatever the case of its name; null when there is none. */
export function methodFinder(definitions: Definitions): (name: string) => string | null {
  const byLowerCase = new Map(
    Object.keys(definitions.methods).map((name) => [name.toLowerCase(), name]),
  );
  return (name) =>
    definitions.methods[name] === undefined ? (byLowerCase.get(name.toLowerCase()) ?? null) : name;
}

/** Checks names, presence, types and lengths of parameters against the definitions. */
export function checkRequest(definitions: Definitions, method: string, request: Request): Checked {
  const fields = definitions.methods[method] ?? {};
  const parameters: Record<string, Json> = {};
  for (const [name, given] of Object.entries(request.parameters)) {
    const field = fields[name];
    if (given === undefined || given === null || name === "method") continue;
    if (field === undefined) {
      return refuse(`${method} has no parameter ${name}`, `unknown parameter "${name}"`);
    }
    const value = typeof given === "string" ? coerce(field, given) : given;
    const reason =
      value === undefined
        ? `${name} is not ${field.types.join(" or ")}`
        : (mismatch(definitions, field.types, value, name) ?? outOfBounds(field, value, name));
    if (reason !== null) return refuse(`${method}: ${reason}`, describe(name, field, reason));
    parameters[name] = value as Json;
  }
  return missing(method, fields, request, parameters) ?? { ok: true, parameters };
}

const refuse = (problem: string, reason: string): Checked => ({
  ok: false,
  problem,
  description: `Bad Request: ${reason}`,
});

// Forms hold only text; the server reads numbers, booleans and JSON out of it.
function coerce({ types }: FieldDefinition, given: string): Json | undefined {
  if (types.includes("String") || types.includes("InputFile")) return given;
  if (types.includes("Integer")) return /^-?\d{1,16}$/.test(given) ? Number(given) : undefined;
  if (types.includes("Float")) return Number.isFinite(Number(given)) ? Number(given) : undefined;
  if (types.includes("Boolean")) {
    return new Map([
      ["true", true],
      ["1", true],
      ["false", false],
      ["0", false],
    ]).get(given.toLowerCase());
  }
  try {
    return JSON.parse(given) as Json;
  } catch {
    return undefined;
  }
}

function describe(name: string, field: FieldDefinition, reason: string): string {
  if (name === "reply_markup" && reason.endsWith("callback_data is not of 1-64 bytes")) {
    return "BUTTON_DATA_INVALID";
  }
  const isWhole = field.types.every((type) => !/^(?:Integer|Float|Boolean|String)$/.test(type));
  return isWhole ? `can't parse ${name.replaceAll("_", " ")} JSON object: ${reason}` : reason;
}

function missing(
  method: string,
  fields: Fields,
  request: Request,
  parameters: JsonObject,
): Checked | null {
  for (const [name, field] of Object.entries(fields)) {
    if (field.required !== true || parameters[name] !== undefined) continue;
    if (field.types.includes("InputFile") && request.files.has(name)) continue;
    return refuse(`${method} misses ${name}`, emptiness(name));
  }
  return null;
}

function emptiness(name: string): string {
  if (name === "text") return "message text is empty";
  if (name === "chat_id") return "chat_id is empty";
  return `parameter "${name}" is required`;
}
