import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const MAIN = fileURLToPath(new URL("../../src/app/main.ts", import.meta.url));
const MOST_OUTPUT = 512 * 1024 * 1024;

/** What `parley` printed, or why it could not. */
export type Answer =
  | { readonly kind: "printed"; readonly text: string }
  | { readonly kind: "failed"; readonly reason: string };

/** Runs one `parley` command on an items file of `items`, as a user would. */
export function askParley(
  command: readonly [string, ...string[]],
  items: readonly unknown[],
): Answer {
  if (!existsSync(MAIN)) return { kind: "failed", reason: "src/app/main.ts does not exist yet" };
  const folder = mkdtempSync(join(tmpdir(), "parley-eval-"));
  try {
    const file = join(folder, "items.json");
    writeFileSync(file, JSON.stringify(items));
    const [name, ...rest] = command;
    const run = spawnSync(process.execPath, [MAIN, name, "--items", file, ...rest], {
      encoding: "utf8",
      maxBuffer: MOST_OUTPUT,
    });
    if (run.status === 0) return { kind: "printed", text: run.stdout };
    const reason = run.error?.message ?? run.stderr.trim().split("\n").at(-1) ?? "";
    return { kind: "failed", reason: `parley ${name} ended with ${run.status}: ${reason}` };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
