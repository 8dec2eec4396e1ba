import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { LanguageSchema } from "../../src/lib/language.ts";

const CorpusItem = z.strictObject({
  id: z.string().min(1),
  url: z.url(),
  source: z.string().min(1),
  published: z.iso.datetime(),
  title: z.string().min(1),
  summary: z.string().optional(),
  body: z.string().optional(),
  lang: LanguageSchema.optional(),
});

/** One news item of an items file. */
export type CorpusItem = z.output<typeof CorpusItem>;

/** Where the demo corpus lies. */
export const CORPUS = new URL("../../seeds/corpus/", import.meta.url);

/** Reads one items file. */
export function readItems(path: string | URL): CorpusItem[] {
  return z.array(CorpusItem).parse(JSON.parse(readFileSync(path, "utf8")));
}

/** Reads the demo corpus of every language, oldest first. */
export function readCorpus(): CorpusItem[] {
  const folder = fileURLToPath(CORPUS);
  return globSync("items.*.json", { cwd: folder })
    .flatMap((name) => readItems(new URL(name, CORPUS)))
    .toSorted((a, b) => a.published.localeCompare(b.published) || a.id.localeCompare(b.id));
}

/** The text that evidence offsets count in. */
export function textOf(item: Pick<CorpusItem, "title" | "summary" | "body">): string {
  return [item.title, item.summary, item.body]
    .filter((part) => part !== undefined && part !== "")
    .join("\n\n");
}
