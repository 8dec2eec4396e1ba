import type { Json } from "./json.ts";

/** What is wrong with one field. */
export type Problem = {
  /** Names and positions from the body inwards. */
  readonly path: readonly (string | number)[];
  /** Such as `BASE_TYPE_REQUIRED`. */
  readonly code: string;
  readonly message: string;
};

type Tree = { [key: string]: Tree | Json[] };

/** An object that inherits nothing, so that no name a request makes up is one of its own already. */
const bare = (): Tree => Object.create(null) as Tree;

/**
 * Problems as Discord answers them: nested by field, with `_errors` at the leaves.
 *
 * Source: https://discord.com/developers/docs/reference#error-messages
 */
export function errorTree(problems: readonly Problem[]): Json {
  const root = bare();
  for (const { path, code, message } of problems) {
    let at = root;
    for (const step of path) at = (at[step] ??= bare()) as Tree;
    const errors = (at["_errors"] ??= []) as Json[];
    errors.push({ code, message });
  }
  return root;
}

/** One line for people: `embeds.0.title: Must be 256 or fewer in length.` */
export const problemLine = ({ path, message }: Problem): string =>
  path.length === 0 ? message : `${path.join(".")}: ${message}`;
