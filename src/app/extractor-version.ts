import { createHash } from "node:crypto";
import { globSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

const SOURCES = join(import.meta.dirname, "..");

/** The code that decides what is read from an article. */
const CODE = ["articles", "facts", "lib"];

/**
 * Names a version of the extractor by all that it is made of: its code, and the seeds given (files or
 * folders). What another version read is read again, and nothing else is.
 */
export function extractorVersion(seeds: readonly string[]): string {
  const hash = createHash("sha256");
  const code = CODE.flatMap((folder) => filesOf(join(SOURCES, folder), "**/*.ts"));
  const data = seeds.flatMap((seed) =>
    statSync(seed).isDirectory() ? filesOf(seed, "*.yaml") : [seed],
  );
  for (const file of [...code, ...data]) hash.update(readFileSync(file)).update("\0");
  return `rules ${hash.digest("base64url").slice(0, 12)}`;
}

const filesOf = (folder: string, pattern: string): string[] =>
  globSync(pattern, { cwd: folder })
    .toSorted()
    .map((file) => join(folder, file));
