import { isPassedOver, schemaNamed } from "./definitions.ts";
import type { Schema } from "./definitions.ts";
import { isObject } from "./json.ts";
import type { JsonObject } from "./json.ts";
import type { Problem } from "./problem.ts";

type Path = readonly (string | number)[];

const problem = (path: Path, code: string, message: string): readonly Problem[] => [
  { path, code, message },
];

const resolved = (schema: Schema): Schema =>
  schema.$ref === undefined ? schema : resolved(schemaNamed(schema.$ref));

const kindOf = (value: unknown): string => {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  return Number.isInteger(value) ? "integer" : typeof value;
};

const typesOf = ({ type }: Schema): readonly string[] =>
  type === undefined ? [] : typeof type === "string" ? [type] : type;

const patterns = new Map<string, RegExp>();

function patternOf(source: string): RegExp {
  const known = patterns.get(source);
  if (known !== undefined) return known;
  const made = new RegExp(source, "u");
  patterns.set(source, made);
  return made;
}

/** Length as Discord counts it: in code points. */
export const lengthOf = (text: string): number => {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
};

function checkText(value: string, schema: Schema, path: Path): readonly Problem[] {
  const { minLength = 0, maxLength = Infinity, pattern } = schema;
  const length = lengthOf(value);
  if (length > maxLength && minLength === 0) {
    return problem(path, "BASE_TYPE_MAX_LENGTH", `Must be ${maxLength} or fewer in length.`);
  }
  if (length < minLength || length > maxLength) {
    const between = `Must be between ${minLength} and ${maxLength} in length.`;
    return problem(path, "BASE_TYPE_BAD_LENGTH", between);
  }
  return pattern === undefined || patternOf(pattern).test(value)
    ? []
    : problem(path, "STRING_TYPE_REGEX", `Value "${value}" does not match the pattern.`);
}

function checkNumber(value: number, schema: Schema, path: Path): readonly Problem[] {
  const { minimum = -Infinity, maximum = Infinity } = schema;
  if (value > maximum) {
    return problem(path, "NUMBER_TYPE_MAX", `Must be less than or equal to ${maximum}.`);
  }
  return value < minimum
    ? problem(path, "NUMBER_TYPE_MIN", `Must be greater than or equal to ${minimum}.`)
    : [];
}

function checkList(value: readonly unknown[], schema: Schema, path: Path): readonly Problem[] {
  const { minItems = 0, maxItems = Infinity, items, uniqueItems = false } = schema;
  if (value.length < minItems || value.length > maxItems) {
    const between = `Must be between ${minItems} and ${maxItems} in length.`;
    return problem(path, "BASE_TYPE_BAD_LENGTH", between);
  }
  if (uniqueItems && new Set(value).size < value.length) {
    return problem(path, "SET_TYPE_ALREADY_CONTAINS_VALUE", "The set already contains a value.");
  }
  if (items === undefined) return [];
  return value.flatMap((each, index) => checkSchema(each, items, [...path, index]));
}

function checkObject(value: JsonObject, schema: Schema, path: Path): readonly Problem[] {
  const { properties = {}, additionalProperties, required = [], maxProperties = Infinity } = schema;
  const names = Object.keys(value);
  const missing = required
    .filter((name) => value[name] === undefined)
    .flatMap((name) => problem([...path, name], "BASE_TYPE_REQUIRED", "This field is required"));
  const found = names.flatMap((name) => {
    const own = Object.hasOwn(properties, name) ? properties[name] : undefined;
    if (own !== undefined) return checkSchema(value[name], own, [...path, name]);
    if (isObject(additionalProperties)) {
      return checkSchema(value[name], additionalProperties, [...path, name]);
    }
    return isPassedOver(name, value)
      ? []
      : problem([...path, name], "UNKNOWN_FIELD", "The definitions know no such field.");
  });
  const many = names.length > maxProperties;
  return many
    ? problem(path, "DICT_TYPE_MAX_SIZE", `Must have ${maxProperties} or fewer entries.`)
    : [...missing, ...found];
}

/** Which alternatives a value's `type` picks out. */
function alternativesFor(value: unknown, all: readonly Schema[]): readonly Schema[] {
  if (!isObject(value)) return all;
  return all.filter((each) => {
    const known = each.properties?.["type"];
    const allowed = known === undefined ? undefined : resolved(known).enum;
    return allowed === undefined || allowed.includes(value["type"]);
  });
}

function checkUnion(value: unknown, schemas: readonly Schema[], path: Path): readonly Problem[] {
  const all = schemas.map(resolved);
  if (value === null && all.some((each) => typesOf(each).includes("null"))) return [];
  const fitting = alternativesFor(value, all).filter((each) => each.type !== "null");
  const tries = fitting.map((each) => checkSchema(value, each, path));
  const best = tries.toSorted((a, b) => a.length - b.length)[0];
  return (
    best ??
    problem(
      [...path, "type"],
      "UNION_TYPE_CHOICES",
      'Value of field "type" is none that may stand here.',
    )
  );
}

/** Checks a value against a schema of the definitions; fields that it does not name are problems. */
export function checkSchema(value: unknown, given: Schema, path: Path): readonly Problem[] {
  const schema = resolved(given);
  const union = schema.oneOf ?? schema.anyOf;
  if (union !== undefined) return checkUnion(value, union, path);
  const kind = kindOf(value);
  const types = typesOf(schema);
  const fits =
    types.length === 0 || types.includes(kind) || (kind === "integer" && types.includes("number"));
  if (!fits) {
    return problem(path, "BASE_TYPE_BAD_TYPE", `Must be ${types.join(" or ")}, not ${kind}.`);
  }
  if (value === null) return [];
  if (schema.enum !== undefined && !schema.enum.includes(value)) {
    const choices = schema.enum.join(", ");
    return problem(path, "BASE_TYPE_CHOICES", `Value must be one of {${choices}}.`);
  }
  if (typeof value === "string") return checkText(value, schema, path);
  if (typeof value === "number") return checkNumber(value, schema, path);
  if (Array.isArray(value)) return checkList(value, schema, path);
  return isObject(value) ? checkObject(value, schema, path) : [];
}
