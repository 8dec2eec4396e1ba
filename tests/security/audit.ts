import { spawnSync } from "node:child_process";
import { readAudit } from "./read-audit.ts";

/** A registry that does not answer must not hold anything up. */
const LONGEST_MS = 60_000;

/** Asks the registry what is known of the packages that run; ends with 1 only where it knows something. */
function audit(): 0 | 1 {
  const { stdout, error } = spawnSync(
    "npm",
    ["audit", "--omit=dev", "--package-lock-only", "--json"],
    {
      encoding: "utf8",
      timeout: LONGEST_MS,
    },
  );
  const reading =
    error === undefined
      ? readAudit(stdout)
      : { kind: "unreachable" as const, reason: error.message };
  switch (reading.kind) {
    case "clean":
      process.stdout.write("No weakness is known of any package that runs.\n");
      return 0;
    case "unreachable":
      process.stderr.write(
        `WARNING: no audit was made, since nobody could be asked: ${reading.reason}\n`,
      );
      return 0;
    case "found":
      process.stderr.write(
        `Packages with known weaknesses:\n  ${reading.weaknesses.join("\n  ")}\n`,
      );
      return 1;
  }
}

process.exitCode = audit();
