import type { Told } from "./newsworthy.ts";

/** Sentences in which an attack is news: title, summary and lead. */
const LEAD = 4;

/**
 * Tells news from history by what stands around: an attack told after history, or without a day deep in
 * the text, is history too; an event noun that refers back to news tells nothing of its own.
 */
export function settle(told: readonly Told[]): Told[] {
  const settled: Told[] = [];
  for (const one of told) settled.push({ ...one, history: one.history || isOld(one, settled) });
  return settled.filter(
    (one) =>
      one.use.verbal ||
      !one.history ||
      !settled.some((other) => !other.history && isSame(other, one)),
  );
}

function isOld(told: Told, before: readonly Told[]): boolean {
  if (told.use.coded.type !== "ASSAULT" || told.recent) return false;
  const { index, part, paragraph } = told.sentence;
  const followsHistory = before.some(
    ({ history, use, sentence }) =>
      history && use.coded.type === "ASSAULT" && sentence.paragraph === paragraph,
  );
  const isDeep = index >= LEAD && part === "body";
  return (
    followsHistory || (isDeep && !before.some((other) => !other.history && isSame(other, told)))
  );
}

const isSame = (a: Told, b: Told): boolean =>
  a.use.coded.type === b.use.coded.type && a.source === b.source && a.target === b.target;
