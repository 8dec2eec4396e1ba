import type { z } from "zod";

/** More objects in one text than an answer with its reasoning has. */
const MOST_OBJECTS = 20;
/** Each brace that is never closed costs a look at all that follows. */
const MOST_UNENDED = 4;
const END_OF_REASONING = "</think>";

/**
 * The first JSON object of a shape in what a model wrote, past its reasoning, a code fence or words of
 * its own; undefined where there is none, as in an answer that was cut off.
 */
export function readObject<T>(text: string, schema: z.ZodType<T>): T | undefined {
  const written = pastReasoning(text);
  let from = 0;
  let unended = 0;
  for (let tries = 0; tries < MOST_OBJECTS && unended < MOST_UNENDED; tries += 1) {
    const start = written.indexOf("{", from);
    if (start < 0) return undefined;
    const end = endOfObject(written, start);
    const read = schema.safeParse(parse(written.slice(start, end ?? start + 1)));
    if (read.success) return read.data;
    from = end ?? start + 1;
    if (end === null) unended += 1;
  }
  return undefined;
}

/** An answer that begins as JSON has no reasoning, though its texts may tell of some. */
function pastReasoning(text: string): string {
  const end = /^\s*[{`]/.test(text) ? -1 : text.indexOf(END_OF_REASONING);
  return end < 0 ? text : text.slice(end + END_OF_REASONING.length);
}

/** Where the object that starts at a brace ends, if it does. */
function endOfObject(text: string, start: number): number | null {
  let depth = 0;
  let isQuoted = false;
  for (let at = start; at < text.length; at += 1) {
    const character = text[at];
    if (isQuoted) {
      if (character === "\\") at += 1;
      else if (character === '"') isQuoted = false;
    } else if (character === '"') isQuoted = true;
    else if (character === "{") depth += 1;
    else if (character === "}" && --depth === 0) return at + 1;
  }
  return null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
