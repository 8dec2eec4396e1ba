import { z } from "zod";
import type { Span } from "../../../src/lib/span.ts";

/** One relation for `parley code`. */
export type CodeItem = {
  readonly id: string;
  readonly lang: "en" | "ar" | "fa";
  readonly text: string;
  readonly source: Span;
  readonly target: Span;
};

const CodeLine = z.looseObject({ id: z.string(), type: z.string().nullable() });

/** Types that `parley code` printed, by id. */
export function readCodeLines(text: string): ReadonlyMap<string, string | null> {
  return new Map(
    text
      .split("\n")
      .filter((line) => line.trim() !== "")
      .map((line) => CodeLine.parse(JSON.parse(line)))
      .map(({ id, type }) => [id, type]),
  );
}
