import { globSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { expect, it } from "vitest";

/** The data's way through the program. A folder sees only the folders before it. */
const STORY = [
  ["lib", "config", "i18n"],
  ["feeds", "articles", "facts", "talks", "digest", "cards", "messages"],
  ["summarize", "platform", "deliveries", "commands"],
  ["llm", "store", "jobs", "app"],
].flat();

/** What an adapter may see of the core. */
const OPEN_TO_ADAPTERS = new Set(["lib", "config", "i18n", "messages", "platform"]);

const files = globSync(["src/**/*.ts", "adapters/**/*.ts"]);

it.each(files)("%s looks only upstream", (file) => {
  for (const target of importsOf(file)) {
    expect(mayImport(file, target), `${file} must not import ${target}`).toBe(true);
  }
});

function mayImport(from: string, to: string): boolean {
  const [side, place] = split(from);
  const [toSide, toPlace] = split(to);
  if (side === toSide && place === toPlace) return true;
  if (side === "adapters") return toSide === "src" && OPEN_TO_ADAPTERS.has(toPlace);
  if (toSide === "adapters") return place === "app";
  return STORY.includes(toPlace) && STORY.indexOf(toPlace) < STORY.indexOf(place);
}

function split(path: string): [side: string, place: string] {
  const [side = "", place = ""] = path.split("/");
  return [side, place];
}

function importsOf(file: string): string[] {
  const source = readFileSync(file, "utf8");
  return [...source.matchAll(/from "(\.[^"]+)"/g)].map(([, path = ""]) =>
    normalize(join(dirname(file), path)),
  );
}
