import { existsSync, readFileSync } from "node:fs";

/** Public labelled sets lie beside the repository, and are read only when they are there. */
const DATA = new URL("../../../../shared/data/", import.meta.url);

/** The text of a public set's file, or null where it is not there. */
export function readPublic(path: string): string | null {
  const file = new URL(path, DATA);
  return existsSync(file) ? readFileSync(file, "utf8").replace(/^\uFEFF/, "") : null;
}
