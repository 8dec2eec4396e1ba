import type { Entity, Kind } from "./entity.ts";

/** How many labels were there, how many of them were found, how much was named, and how much of that was right. */
export type Score = {
  readonly labels: number;
  readonly found: number;
  readonly named: number;
  readonly right: number;
};

/** Labels of one text by kind: each word or phrase counts wherever it stands. */
export type Labels = Readonly<Record<Exclude<Kind, "name">, readonly string[]>>;

/** A text with its labels; what touches one of `either` alone, such as "Iranian", counts neither for nor against. */
export type Labelled = {
  readonly text: string;
  readonly labels: Labels;
  readonly either: readonly string[];
};

/**
 * Scores what was found of one kind: a label is found where anything of its kind touches it, and what touches a label of
 * its kind is right; how much around a name belongs to it ("President Putin", "until Sunday") is nobody's mistake.
 * As `name` whatever is a person, place or organisation counts alike.
 */
export function scoreEntities(
  { text, labels, either }: Labelled,
  found: readonly Entity[],
  kind: Kind,
): Score {
  const wanted = labelsOf(text, labels, kind);
  const free = either.flatMap((word) => placesOf(text, word));
  const isRight = (one: Range) => wanted.some((label) => touch(label, one));
  const given = joined(found.filter((one) => isOfKind(one, kind))).filter(
    (one) => isRight(one) || !free.some((range) => touch(range, one)),
  );
  return {
    labels: wanted.length,
    found: wanted.filter((label) => given.some((one) => touch(label, one))).length,
    named: given.length,
    right: given.filter(isRight).length,
  };
}

/** What was found twice at one place was found once. */
function joined(found: readonly Range[]): Range[] {
  const apart: { start: number; end: number }[] = [];
  for (const { start, end } of found.toSorted((a, b) => a.start - b.start)) {
    const last = apart.at(-1);
    if (last !== undefined && start < last.end) last.end = Math.max(last.end, end);
    else apart.push({ start, end });
  }
  return apart;
}

/** The sum of two scores. */
export const addScores = (a: Score, b: Score): Score => ({
  labels: a.labels + b.labels,
  found: a.found + b.found,
  named: a.named + b.named,
  right: a.right + b.right,
});

const isOfKind = (entity: Entity, kind: Kind): boolean =>
  kind === "name" ? entity.kind !== "date" : entity.kind === kind;

type Range = { readonly start: number; readonly end: number };

const touch = (a: Range, b: Range): boolean => a.start < b.end && b.start < a.end;

function labelsOf(text: string, labels: Labels, kind: Kind): readonly Range[] {
  const words =
    kind === "name" ? [...labels.person, ...labels.place, ...labels.organisation] : labels[kind];
  const ranges = words
    .toSorted((a, b) => b.length - a.length)
    .flatMap((word) => placesOf(text, word));
  return ranges.filter((range, at) => !ranges.slice(0, at).some((other) => touch(range, other)));
}

/** Where a phrase stands as words of its own: "Iran" is no part of "Iranian". */
function placesOf(text: string, phrase: string): readonly Range[] {
  const places: Range[] = [];
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
    const end = at + phrase.length;
    if (!isLetter(text, at - 1) && !isLetter(text, end)) places.push({ start: at, end });
  }
  return places;
}

const isLetter = (text: string, at: number): boolean => /\p{L}/u.test(text.charAt(at));
