import { readFileSync, statSync } from "node:fs";
import { CORE_SCHEMA, load } from "js-yaml";
import { type Document, LineCounter, isNode, isScalar, parseDocument, visit } from "yaml";
import type { z } from "zod";
import { ConfigError } from "./env.ts";

const LARGEST_FILE_BYTES = 8 * 1024 * 1024;
/** Aliases multiply: a few lines can unfold to gigabytes. */
const MOST_ALIASES = 50;
const KEYS_OF_EVERY_OBJECT = new Set(["__proto__", "constructor", "prototype"]);

/**
 * Reads a YAML 1.2 file and checks it against a schema.
 *
 * @throws {ConfigError} when it cannot be read or is wrong; every problem is one line
 * `file:line: people[3].actor: reason`.
 */
export function loadYaml<S extends z.ZodType>(file: string, schema: S): z.output<S> {
  return parseYaml(readText(file), file, schema);
}

/**
 * Checks the text of a YAML 1.2 file against a schema; `file` is only named in problems.
 * Duplicate keys, unknown tags and keys that would reach an object's prototype are refused.
 *
 * @throws {ConfigError} as {@link loadYaml} does.
 */
export function parseYaml<S extends z.ZodType>(text: string, file: string, schema: S): z.output<S> {
  const plain = UNUSUAL.test(text) ? undefined : parsePlain(text);
  const checked = plain === undefined ? undefined : schema.safeParse(plain);
  return checked?.success === true ? checked.data : parseWithLines(text, file, schema);
}

/** Anchors, aliases and keys that would reach a prototype are left to the careful parser. */
const UNUSUAL = /(?:^|[\s:[{,-])[&*]\w|__proto__|constructor|prototype/m;

/** A parser that knows no line numbers and needs a fifth of the time; undefined where it finds fault. */
function parsePlain(text: string): unknown {
  try {
    return load(text, { schema: CORE_SCHEMA });
  } catch {
    return undefined;
  }
}

function parseWithLines<S extends z.ZodType>(text: string, file: string, schema: S): z.output<S> {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    version: "1.2",
    schema: "core",
    uniqueKeys: true,
    prettyErrors: false,
    lineCounter: lines,
  });
  const lineOf = (offset: number) => lines.linePos(offset).line;
  const mistakes = [...document.errors, ...document.warnings].map(
    (mistake) => `${file}:${lineOf(mistake.pos[0])}: ${mistake.message}`,
  );
  mistakes.push(...dangerousKeys(document).map((at) => `${file}:${lineOf(at)}: key not allowed`));
  if (mistakes.length > 0) throw new ConfigError(mistakes);

  const result = schema.safeParse(unfold(document, file));
  if (result.success) return result.data;
  throw new ConfigError(
    result.error.issues.map((issue) => {
      const line = lineOf(offsetOf(document, issue));
      return `${file}:${line}: ${pathText(issue.path)}${issue.message}`;
    }),
  );
}

function readText(file: string): string {
  try {
    if (statSync(file).size > LARGEST_FILE_BYTES)
      throw new ConfigError([`${file}: larger than ${LARGEST_FILE_BYTES} bytes`]);
    return readFileSync(file, "utf8");
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    throw new ConfigError([`${file}: cannot be read (${reasonOf(error)})`]);
  }
}

function unfold(document: Document.Parsed, file: string): unknown {
  try {
    return document.toJS({ maxAliasCount: MOST_ALIASES });
  } catch (error) {
    throw new ConfigError([`${file}: ${reasonOf(error)}`]);
  }
}

function dangerousKeys(document: Document.Parsed): number[] {
  const offsets: number[] = [];
  visit(document, {
    Pair(_, { key }) {
      if (!isScalar(key) || !KEYS_OF_EVERY_OBJECT.has(String(key.value))) return;
      offsets.push(key.range?.[0] ?? 0);
    },
  });
  return offsets;
}

/** Where the node that an issue names starts, or the nearest node around it. */
function offsetOf(document: Document.Parsed, issue: z.core.$ZodIssue): number {
  const path = issue.code === "unrecognized_keys" ? [...issue.path, issue.keys[0]] : issue.path;
  for (let depth = path.length; depth >= 0; depth--) {
    const node = document.getIn(path.slice(0, depth), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

function pathText(path: readonly PropertyKey[]): string {
  const text = path
    .map((step) => (typeof step === "number" ? `[${step}]` : `.${String(step)}`))
    .join("");
  return text === "" ? "" : `${text.replace(/^\./, "")}: `;
}

const reasonOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
