import type { Terminal } from "../terminal.ts";

const MOST_NAMED = 20;

/** Names what was left out of a file, so that nothing goes missing in silence. */
export function reportProblems(terminal: Terminal, problems: readonly string[]): void {
  if (problems.length === 0) return;
  for (const problem of problems.slice(0, MOST_NAMED)) terminal.err(`left out: ${problem}`);
  const more = problems.length - MOST_NAMED;
  if (more > 0) terminal.err(`left out: ${more} more`);
  terminal.err(`${problems.length} left out in all. Mend them in the file and run again.`);
}
