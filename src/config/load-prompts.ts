import { hash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** What a language model is told to do, as reviewed files have it; `{language}` stands for the language to write in. */
export type Prompts = {
  /** Names exactly these texts: it changes with any of them. */
  readonly version: string;
  readonly digest: string;
  readonly mend: string;
  readonly answer: string;
};

/** Reads the prompts (`seeds/prompts/*.md`). */
export function loadPrompts(folder: string): Prompts {
  const read = (name: string) => readFileSync(join(folder, `${name}.md`), "utf8").trim();
  const texts = { digest: read("digest"), mend: read("mend"), answer: read("answer") };
  const version = hash("sha256", JSON.stringify(texts), "hex").slice(0, 12);
  return { version, ...texts };
}
