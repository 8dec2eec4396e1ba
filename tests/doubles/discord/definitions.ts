import api from "./discord-api.json" with { type: "json" };
import type { JsonObject } from "./json.ts";

/** What a schema of Discord's description may say; the keywords that occur in it. */
export type Schema = {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly maxProperties?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly uniqueItems?: boolean;
};

/** One operation of the API, by the name the description gives it. */
export type Operation = {
  readonly operation: string;
  readonly method: string;
  /** Such as `/channels/{channel_id}/messages`. */
  readonly path: string;
  readonly needsToken: boolean;
  readonly query: Readonly<Record<string, Schema>>;
  readonly body: Schema | null;
  readonly takesFiles: boolean;
};

/** The operations the double answers, from Discord's OpenAPI description. */
export const operations = (): readonly Operation[] => api.operations;

/** A schema by its name; what has no name is a bug of the double. */
export function schemaNamed(name: string): Schema {
  const schema = (api.schemas as Readonly<Record<string, Schema>>)[name];
  if (schema === undefined) throw new TypeError(`no schema ${name}`);
  return schema;
}

/** The languages Discord's clients come in. */
export const discordLocales = (): ReadonlySet<string> => new Set(api.locales.enum);

/** Fields that discord.js 14.28.1 always sends and Discord passes over where they mean nothing. */
export const isPassedOver = (name: string, holder: JsonObject): boolean =>
  (name === "tts" || name === "enforce_nonce") && holder[name] === false;
