import type { Passage } from "./reading.ts";
import type { SenseReader } from "./sense-reading.ts";

/** The tokens that deny for sure, one for each clause that is denied. */
export const sureNoes = (passage: Passage, senses: SenseReader): ReadonlySet<number> => {
  const { denial, noDenial } = senses(passage).marks;
  const isNone = (at: number): boolean => noDenial.some(({ from, to }) => from <= at && at < to);
  return new Set(denial.map(({ from }) => from).filter((from) => !isNone(from)));
};
