import { operations } from "./definitions.ts";
import type { Operation } from "./definitions.ts";

/** An operation that a path leads to, with the parts of the path. */
export type Route = {
  readonly operation: Operation;
  readonly params: Readonly<Record<string, string>>;
};

/** A part of a path without its escapes; as it is when they are broken. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

type Template = { readonly operation: Operation; readonly parts: readonly string[] };

const isName = (part: string): boolean => part.startsWith("{");

function matched({ operation, parts }: Template, given: readonly string[]): Route | null {
  if (parts.length !== given.length) return null;
  const fits = parts.every((part, index) =>
    isName(part) ? given[index] !== "" : part === given[index],
  );
  if (!fits) return null;
  const named = parts.flatMap((part, index) =>
    isName(part) ? [[part.slice(1, -1), given[index] ?? ""] as const] : [],
  );
  return { operation, params: Object.fromEntries(named) };
}

/** Finds operations by method and path; words in a template win over names. */
export function createRouter(): (method: string, path: string) => Route | null {
  const templates = operations()
    .map((operation) => ({ operation, parts: operation.path.split("/") }))
    .toSorted((a, b) => a.parts.filter(isName).length - b.parts.filter(isName).length);
  return (method, path) => {
    const given = path.split("/").map(decoded);
    for (const template of templates) {
      const route = template.operation.method === method ? matched(template, given) : null;
      if (route !== null) return route;
    }
    return null;
  };
}
