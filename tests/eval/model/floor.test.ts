import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const MAIN = fileURLToPath(new URL("../main.ts", import.meta.url));

it("lets no more of a model's lies through than before", { timeout: 120_000 }, () => {
  const run = spawnSync(process.execPath, [MAIN, "--model", "--check"], { encoding: "utf8" });

  expect(run.stderr).toBe("");
  expect(run.stdout.trim().split("\n").at(-1)).toBe("No figure is below the floor.");
});
