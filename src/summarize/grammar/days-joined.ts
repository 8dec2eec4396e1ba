import { type Sentence, wordAt } from "./sentence.ts";
import type { Telling } from "./telling.ts";

/** What the days of deeds so far leave to the deed that is joined to them. */
export type DaysJoined = {
  /** Days of deeds told without one, which a day behind a later deed might be read of; "" of no day. */
  readonly untold: readonly string[];
  /** A day that stands before its deed, and might be read of the next where the same did both. */
  readonly leading: string | null;
};

export const NO_DAYS: DaysJoined = { untold: [], leading: null };

/** What a clause leaves behind; null where a day in it might be read of another deed, and be wrong of that. */
export function joinDays(
  sentence: Sentence,
  telling: Telling,
  span: { readonly from: number; readonly to: number },
  before: DaysJoined,
): DaysJoined | null {
  if (telling.kind !== "event" && !(telling.kind === "change" && telling.of === "event"))
    return NO_DAYS;
  const own = dayOf(telling);
  const told = sentence.dates.find(({ from, to }) => span.from <= from && to <= span.to);
  const within = (slot: string, end: number): boolean =>
    (telling.slots.get(slot) ?? []).some(
      (value) => value.kind === "name" && isNamed(sentence, value.of, { from: span.from, to: end }),
    );
  if (told === undefined) {
    const isOver = before.leading !== null && before.leading !== own;
    if (isOver && !within("source", span.to)) return null;
    return { untold: [...before.untold, own], leading: before.leading };
  }
  const isFirst = told.from <= wordAt(sentence, span.from);
  const isBehind = within("target", told.from) || (!isFirst && told.to === span.to);
  if (isBehind && before.untold.some((day) => day !== own)) return null;
  return { untold: [], leading: isBehind ? null : own };
}

const dayOf = ({ slots }: Telling): string =>
  (slots.get("date") ?? []).flatMap((value) => (value.kind === "day" ? [value.date] : []))[0] ?? "";

const isNamed = (
  { names }: Sentence,
  name: string,
  { from, to }: { readonly from: number; readonly to: number },
): boolean =>
  [...names].some(([at, here]) => from <= at && (here.get(name) ?? []).some((end) => end <= to));
