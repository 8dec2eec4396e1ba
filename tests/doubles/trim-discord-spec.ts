import { readFile, writeFile } from "node:fs/promises";
import { argv, exit, stderr } from "node:process";

/**
 * Cuts the parts the Discord double needs out of Discord's OpenAPI description (MIT licence,
 * https://github.com/discord/discord-api-spec) and writes them next to it as `discord-api.json`.
 *
 * Usage: `node tests/doubles/trim-discord-spec.ts path/to/openapi.json`
 */

type Node = { readonly [key: string]: unknown };

const OPERATIONS = [
  "get_gateway",
  "get_bot_gateway",
  "get_my_user",
  "get_user",
  "list_my_guilds",
  "leave_guild",
  "get_my_application",
  "get_my_oauth2_application",
  "list_application_commands",
  "bulk_set_application_commands",
  "create_application_command",
  "get_application_command",
  "update_application_command",
  "delete_application_command",
  "list_guild_application_commands",
  "bulk_set_guild_application_commands",
  "create_guild_application_command",
  "get_guild_application_command",
  "update_guild_application_command",
  "delete_guild_application_command",
  "get_guild",
  "list_guild_channels",
  "list_guild_roles",
  "get_guild_member",
  "get_active_guild_threads",
  "get_channel",
  "list_messages",
  "create_message",
  "get_message",
  "update_message",
  "delete_message",
  "crosspost_message",
  "trigger_typing_indicator",
  "create_thread",
  "create_thread_from_message",
  "join_thread",
  "leave_thread",
  "create_dm",
  "create_interaction_response",
  "execute_webhook",
  "get_original_webhook_message",
  "update_original_webhook_message",
  "delete_original_webhook_message",
  "get_webhook_message",
  "update_webhook_message",
  "delete_webhook_message",
];

/**
 * Where the reference at https://discord.com/developers/docs says more than the description:
 * a permission set is written as digits, and a command may be marked as for adults only.
 */
const CORRECTIONS: Readonly<Record<string, Node>> = {
  default_member_permissions: { type: ["string", "integer", "null"], pattern: "^[0-9]+$" },
};
const ALSO_KNOWN: Readonly<Record<string, Node>> = {
  ApplicationCommandCreateRequest: { nsfw: { type: ["boolean", "null"] } },
  ApplicationCommandUpdateRequest: { nsfw: { type: ["boolean", "null"] } },
};

const DROPPED = new Set(["description", "title", "x-discord-union", "format"]);

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const nameOf = (reference: unknown): string => String(reference).split("/").at(-1) ?? "";

const properties = (value: Node): Node =>
  Object.fromEntries(
    Object.entries(value).map(([name, schema]) => [name, CORRECTIONS[name] ?? trim(schema)]),
  );

/** Takes prose off, shortens references and turns lists of constants into an enumeration. */
function trim(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(trim);
  if (!isNode(value)) return value;
  if (typeof value["$ref"] === "string") return { $ref: nameOf(value["$ref"]) };
  const alternatives = list(value["oneOf"]).filter(isNode);
  const constants = alternatives.length > 0 && alternatives.every((each) => "const" in each);
  const kept = Object.entries(value).filter(
    ([key]) =>
      !DROPPED.has(key) && !(constants && key === "oneOf") && !(key === "allOf" && "enum" in value),
  );
  return {
    ...Object.fromEntries(
      kept.map(([key, inner]) => [
        key,
        key === "properties" && isNode(inner) ? properties(inner) : trim(inner),
      ]),
    ),
    ...(constants ? { enum: alternatives.map((each) => each["const"]) } : {}),
  };
}

function references(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(references);
  if (!isNode(value)) return [];
  if (typeof value["$ref"] === "string") return [value["$ref"]];
  return Object.values(value).flatMap(references);
}

function operationsOf(paths: Node): readonly Node[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(isNode(methods) ? methods : {}).flatMap(([method, operation]) => {
      if (!isNode(operation) || !OPERATIONS.includes(String(operation["operationId"]))) return [];
      const content = isNode(operation["requestBody"]) ? operation["requestBody"]["content"] : {};
      const contents = isNode(content) ? content : {};
      const json = contents["application/json"];
      const query = list(operation["parameters"])
        .filter(isNode)
        .filter((parameter) => parameter["in"] === "query")
        .map((parameter) => [parameter["name"], trim(parameter["schema"])]);
      const open = list(operation["security"]).some(
        (each) => isNode(each) && Object.keys(each).length === 0,
      );
      return [
        {
          operation: operation["operationId"],
          method: method.toUpperCase(),
          path,
          needsToken: !open,
          query: Object.fromEntries(query),
          body: isNode(json) ? trim(json["schema"]) : null,
          takesFiles: "multipart/form-data" in contents,
        },
      ];
    }),
  );
}

function schemasFor(used: readonly string[], all: Node): Node {
  const kept = new Map<string, unknown>();
  const waiting = [...used];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (kept.has(name)) continue;
    const trimmed = trim(all[name]);
    const more = ALSO_KNOWN[name];
    const schema =
      more === undefined || !isNode(trimmed) || !isNode(trimmed["properties"])
        ? trimmed
        : { ...trimmed, properties: { ...trimmed["properties"], ...more } };
    kept.set(name, schema);
    waiting.push(...references(schema));
  }
  return Object.fromEntries([...kept].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

async function main(path: string): Promise<void> {
  const api: unknown = JSON.parse(await readFile(path, "utf8"));
  if (!isNode(api) || !isNode(api["paths"]) || !isNode(api["components"])) {
    throw new TypeError("not an OpenAPI description");
  }
  const schemas = api["components"]["schemas"];
  const info = isNode(api["info"]) ? api["info"] : {};
  const operations = operationsOf(api["paths"]);
  const missing = OPERATIONS.filter((id) => !operations.some((each) => each["operation"] === id));
  if (missing.length > 0) stderr.write(`not in the description: ${missing.join(", ")}\n`);
  const trimmed = {
    source: "https://github.com/discord/discord-api-spec",
    licence: "MIT",
    title: info["title"],
    version: info["version"],
    operations,
    locales: trim(isNode(schemas) ? schemas["AvailableLocalesEnum"] : {}),
    schemas: schemasFor(references(operations), isNode(schemas) ? schemas : {}),
  };
  await writeFile(
    new URL("discord/discord-api.json", import.meta.url),
    `${JSON.stringify(trimmed, null, 1)}\n`,
  );
}

const [, , path] = argv;
if (path === undefined) {
  stderr.write("give the path of Discord's openapi.json\n");
  exit(2);
}
await main(path);
