import type { z } from "zod";
import { readJsonArray } from "../items-file.ts";
import { EXIT, type ExitCode, type Terminal } from "../terminal.ts";
import { reportProblems } from "./problems.ts";

/** Prints one JSON line for every item of a file that fits `schema`; names the others. */
export function printLines<S extends z.ZodType>(
  terminal: Terminal,
  file: string,
  schema: S,
  line: (item: z.output<S>) => unknown,
): ExitCode {
  const values = readJsonArray(file);
  const problems: string[] = [];
  for (const [at, value] of values.entries()) {
    const parsed = schema.safeParse(value);
    if (parsed.success) terminal.out(JSON.stringify(line(parsed.data)));
    else problems.push(`item ${at}: ${reasonsOf(parsed.error)}`);
  }
  reportProblems(terminal, problems);
  return problems.length > 0 && problems.length === values.length ? EXIT.failed : EXIT.ok;
}

const reasonsOf = ({ issues }: z.ZodError): string =>
  issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("; ");
