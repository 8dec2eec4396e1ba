import type { Holder } from "./noun-phrase.ts";
import type { Frame, Reading } from "./frames.ts";
import { audienceAt, complementAt, relativeAt, thatAt, whenAt } from "./frames.ts";
import {
  isColon,
  isComma,
  isDash,
  quotationAt,
  type ReadingUnit,
  wordsIn,
} from "./reading-unit.ts";

const LONGEST_LEAD = 16;

/** `Araghchi: …`, «عراقجي للجزيرة: …»: a unit that begins with who speaks and a colon. */
export function colonFrames(reading: Reading): Frame[] {
  for (const start of starts(reading.unit)) {
    const frame = colonFrameFrom(reading, start);
    if (frame !== undefined) return splitAtSpeakers(reading, frame);
  }
  return [];
}

/** `Witkoff: "…" – Araghchi: "…"`: each colon after a name begins another's words. */
function splitAtSpeakers(reading: Reading, frame: Frame): Frame[] {
  const { unit, holders } = reading;
  const next = holders.find(
    ({ from, to }) =>
      from > frame.from && isColon(unit.tokens[to]) && unit.tokens[from - 1]?.kind === "mark",
  );
  if (next === undefined) return [frame];
  const rest: Frame = {
    subject: { kind: "holder", holder: next },
    verb: null,
    from: next.to + 1,
    to: unit.to,
    form: "colon",
  };
  return [{ ...frame, to: next.from - 1 }, ...splitAtSpeakers(reading, rest)];
}

function colonFrameFrom({ unit, holders, reporters }: Reading, start: number): Frame | undefined {
  let colon = start;
  while (colon < unit.to && colon - start <= LONGEST_LEAD && !isColon(unit.tokens[colon])) {
    if (quotationAt(unit, colon) !== undefined) return undefined;
    colon += 1;
  }
  if (!isColon(unit.tokens[colon]) || isClock(unit, colon)) return undefined;
  const cited = citedBefore(unit, holders, colon);
  const holder = holders.find(({ from }) => from >= start && from <= start + 1) ?? cited;
  if (holder === undefined || holder.to > colon || holder.from < start) return undefined;
  if (
    reporters.some(({ cue, kind }) => kind !== "according" && cue.from >= start && cue.from < colon)
  )
    return undefined;
  if (cited === undefined && !isCircumstantial(unit, holder.to, colon)) return undefined;
  const isList = isComma(unit.tokens[holder.to]) || isDash(unit.tokens[holder.to]);
  if (isList && holders.some((one) => one.from > holder.to && one.to <= colon)) return undefined;
  const from = colon + 1;
  return wordsIn(unit, from, unit.to) < 2
    ? undefined
    : {
        subject: { kind: "holder", holder: cited ?? holder },
        verb: null,
        from,
        to: unit.to,
        form: "colon",
      };
}

/** «رويترز عن مسؤول إيراني: …»: an outlet's headline names its source last. */
function citedBefore(
  unit: ReadingUnit,
  holders: readonly Holder[],
  colon: number,
): Holder | undefined {
  const last = holders.find(({ to }) => to === colon);
  if (last === undefined) return undefined;
  const cites = [last.from - 1, last.from - 2].some((at) => complementAt(unit, at) !== undefined);
  return cites ? last : undefined;
}

/** Where a headline may begin: `Live | …`, «عاجل - …», «…؛ …» put a word or two before. */
function starts(unit: ReadingUnit): number[] {
  const found = [afterBullet(unit, unit.from)];
  const limit = Math.min(unit.to, unit.from + FARTHEST_START);
  for (let at = unit.from + 1; at < limit; at += 1) {
    const token = unit.tokens[at];
    if (token?.kind !== "mark" || quotationAt(unit, at) !== undefined) continue;
    if (BEFORE_HEADLINE.includes(token.text)) found.push(afterBullet(unit, at + 1));
  }
  return found;
}

const FARTHEST_START = 12;
const BEFORE_HEADLINE = "|-\u2013\u2014:;\u061b.\u2026]/";

/** A live blog puts the hour, a number or a dash before its lines. */
function afterBullet({ tokens, to }: ReadingUnit, from: number): number {
  let at = from;
  while (at < to && at - from < 6 && tokens[at]?.kind !== "word") at += 1;
  return at;
}

const isClock = ({ tokens }: ReadingUnit, colon: number): boolean =>
  tokens[colon - 1]?.kind === "number" && tokens[colon + 1]?.kind === "number";

/** Between who speaks and the colon stand only hearers, times and places. */
function isCircumstantial(unit: ReadingUnit, from: number, to: number): boolean {
  if (from === to) return true;
  const first = unit.tokens[from];
  if (first === undefined) return false;
  return (
    isComma(first) ||
    isDash(first) ||
    first.text === "(" ||
    whenAt(unit, from) !== undefined ||
    audienceAt(unit, from) !== undefined ||
    (to - from <= 2 && first.text.startsWith("\u0644"))
  );
}

/** `No direct talks held: Iranian diplomat`: a headline that ends with a colon and who speaks. */
export function trailingColonFrame({ unit, holders }: Reading): Frame | undefined {
  if (unit.part !== "title") return undefined;
  const holder = holders.at(-1);
  if (holder === undefined || wordsIn(unit, holder.to, unit.to) > 0) return undefined;
  let before = holder.from - 1;
  while (before > unit.from && !isColon(unit.tokens[before]) && holder.from - before <= 2)
    before -= 1;
  if (!isColon(unit.tokens[before]) || wordsIn(unit, unit.from, before) < 3) return undefined;
  return {
    subject: { kind: "holder", holder },
    verb: null,
    from: unit.from,
    to: before,
    form: "before",
  };
}

/** «نقلاً عن مسؤول أميركي أن …», «به نقل از یک دیپلمات گزارش داد که …»: where the clause of the one cited begins. */
function thatAfter(unit: ReadingUnit, from: number): number | undefined {
  for (let at = from; at < Math.min(unit.to, from + 4); at += 1) {
    if (unit.tokens[at]?.kind === "mark" || quotationAt(unit, at) !== undefined) return undefined;
    const that = thatAt(unit, at);
    if (that !== undefined) return that.to;
  }
  return undefined;
}

/** `According to an official who asked not to be named, …`: behind what describes the one cited. */
function afterAside(unit: ReadingUnit, from: number): number {
  const isDescribed = relativeAt(unit, from) !== undefined || whenAt(unit, from) !== undefined;
  if (!isDescribed && wordsIn(unit, from, from + 1) > 0 && !isDescribedNext(unit, from))
    return from;
  for (let at = from; at < Math.min(unit.to, from + LONGEST_ASIDE); at += 1) {
    if (quotationAt(unit, at) !== undefined) return from;
    if (isComma(unit.tokens[at])) return at + 1;
  }
  return from;
}

const isDescribedNext = (unit: ReadingUnit, at: number): boolean =>
  relativeAt(unit, at + 1) !== undefined;

const LONGEST_ASIDE = 9;

/** In tokens: `according to a senior defense official`. */
const FARTHEST_CITED = 2;

/** `According to Araghchi, …` and `…, according to Araghchi`. */
export function accordingFrames(
  { unit, holders, reporters }: Reading,
  taken: readonly Frame[],
): Frame[] {
  return reporters.flatMap(({ kind, cue }, index): Frame[] => {
    if (kind !== "according") return [];
    if (taken.some(({ from, to }) => from < cue.from && cue.from < to)) return [];
    const holder = holders.find(({ from }) => from >= cue.to && from <= cue.to + FARTHEST_CITED);
    if (holder === undefined) return [];
    const subject = { kind: "holder", holder } as const;
    const that = thatAfter(unit, holder.to);
    if (that !== undefined) return [{ subject, verb: null, from: that, to: unit.to, form: "that" }];
    const leads = wordsIn(unit, unit.from, cue.from) <= 1;
    const free = Math.max(
      unit.from,
      ...taken.filter(({ to }) => to <= cue.from).map(({ to }) => to),
    );
    if (leads) {
      const from = afterAside(unit, holder.to);
      const next = reporters[index + 1]?.cue.from ?? unit.to;
      const to = next < unit.to && isComma(unit.tokens[next - 1]) ? next - 1 : unit.to;
      return [{ subject, verb: null, from, to, form: "according" }];
    }
    const ends = unit.tokens[holder.to];
    const isClosed =
      wordsIn(unit, holder.to, unit.to) <= 6 ||
      ends?.kind === "mark" ||
      relativeAt(unit, holder.to) !== undefined ||
      whenAt(unit, holder.to) !== undefined;
    if (taken.length > 0 || !isClosed) return [];
    const end = isComma(unit.tokens[cue.from - 1]) ? cue.from - 1 : cue.from;
    return wordsIn(unit, free, end) < 4
      ? []
      : [{ subject, verb: null, from: free, to: end, form: "according" }];
  });
}
