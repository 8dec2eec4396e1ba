import { readFileSync, writeFileSync } from "node:fs";
import type { Definitions, FieldDefinition, TypeDefinition } from "./telegram/definitions.ts";

type SpecField = {
  readonly name: string;
  readonly types: readonly string[];
  readonly required: boolean;
  readonly description: string;
};

type SpecEntry = {
  readonly description: readonly string[];
  readonly fields?: readonly SpecField[];
  readonly subtypes?: readonly string[];
};

type Spec = {
  readonly version: string;
  readonly release_date: string;
  readonly methods: Readonly<Record<string, SpecEntry>>;
  readonly types: Readonly<Record<string, SpecEntry>>;
};

const LENGTH = /(\d+)-(\d+) (characters|bytes)( after entit(?:y|ies) parsing)?/i;
const FIXED = /(?:always|must be) "?([a-z0-9_]+)"?(?:$|[.,])/;

function trimField({ name, types, required, description }: SpecField): [string, FieldDefinition] {
  const length = LENGTH.exec(description);
  const fixed = name === "type" ? FIXED.exec(description) : null;
  return [
    name,
    {
      types,
      ...(required ? { required } : {}),
      ...(length === null
        ? {}
        : {
            length: {
              min: Number(length[1]),
              max: Number(length[2]),
              unit: length[3]?.toLowerCase() === "bytes" ? "bytes" : "characters",
              parsed: length[4] !== undefined,
            },
          }),
      ...(fixed?.[1] === undefined ? {} : { value: fixed[1] }),
    },
  ];
}

const trimFields = (entry: SpecEntry): Record<string, FieldDefinition> =>
  Object.fromEntries((entry.fields ?? []).map(trimField));

/** The types that requests are made of, followed from the methods' parameters down. */
function requestTypes(spec: Spec): Record<string, TypeDefinition> {
  const found: Record<string, TypeDefinition> = {};
  const open = Object.values(spec.methods).flatMap(typesOf);
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const entry = spec.types[name];
    if (entry === undefined || found[name] !== undefined) continue;
    found[name] = entry.subtypes ? { subtypes: entry.subtypes } : { fields: trimFields(entry) };
    open.push(...typesOf(entry));
  }
  return Object.fromEntries(Object.entries(found).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

const typesOf = (entry: SpecEntry): string[] =>
  [...(entry.subtypes ?? []), ...(entry.fields ?? []).flatMap(({ types }) => types)].map((type) =>
    type.replaceAll("Array of ", ""),
  );

const updateKinds = (spec: Spec): string[] =>
  (spec.types["Update"]?.fields ?? [])
    .map(({ name }) => name)
    .filter((name) => name !== "update_id");

function trim(spec: Spec): Definitions {
  return {
    source:
      "https://core.telegram.org/bots/api, as compiled by PaulSonOfLars/telegram-bot-api-spec",
    licence: "MIT",
    version: `${spec.version}, ${spec.release_date}`,
    updates: updateKinds(spec),
    methods: Object.fromEntries(
      Object.entries(spec.methods).map(([name, entry]) => [name, trimFields(entry)]),
    ),
    types: requestTypes(spec),
  };
}

const [path] = process.argv.slice(2);
if (path === undefined)
  throw new Error("usage: node trim-telegram-spec.ts <telegram-bot-api.json>");
const spec = JSON.parse(readFileSync(path, "utf8")) as Spec;
const target = new URL("telegram/bot-api.json", import.meta.url);
writeFileSync(target, `${JSON.stringify(trim(spec), null, 1)}\n`);
