import { spawn } from "node:child_process";
import { basename, join } from "node:path";
import { globSync } from "node:fs";

/**
 * `npm run bench [name] [numbers]`: runs one bench or all, each in a process of its own, so that none
 * warms or fills the memory of another. Numbers are handed on, for benches that can be had smaller.
 * Prints JSON lines `{bench, system, metrics}`.
 */
const benches = globSync("*.ts", { cwd: import.meta.dirname })
  .map((file) => basename(file, ".ts"))
  .filter((name) => name !== "main")
  .toSorted();

const isNumber = (word: string): boolean => /^\d+$/.test(word);
const asked = process.argv.slice(2).filter((word) => !isNumber(word));
const unknown = asked.filter((name) => !benches.includes(name));
if (unknown.length > 0) {
  process.stderr.write(
    `No bench is called ${unknown.join(", ")}. There are: ${benches.join(", ")}.\n`,
  );
  process.exitCode = 2;
} else {
  for (const name of asked.length > 0 ? asked : benches)
    if ((await run(name)) !== 0) process.exitCode = 1;
}

function run(name: string): Promise<number | null> {
  const file = join(import.meta.dirname, `${name}.ts`);
  const child = spawn(process.execPath, [file, ...process.argv.slice(2).filter(isNumber)], {
    stdio: ["ignore", "inherit", "inherit"],
  });
  return new Promise((resolve) => child.on("close", resolve));
}
