import type { Digest } from "./digest.ts";

/** When the newest report about the talks was published, however old; null where none was ever read. */
export function newestReportOf({ coverage }: Pick<Digest, "coverage">): Date | null {
  const { newestReport, newest } = coverage;
  const known = newestReport === undefined ? newest : newestReport;
  return known === null ? null : new Date(known);
}
