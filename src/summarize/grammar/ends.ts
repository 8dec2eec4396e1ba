/** A way in which words were matched. */
export type End = {
  /** The token after them. */
  readonly at: number;
  /** Bits of what was told: the telling's obliged slots, {@link SUBJECT} and {@link LED}. */
  readonly told: number;
  /** Bits of the claims whose values were named in lists. */
  readonly by: number;
};

/** The clause has a subject of its own, or shares the one before. */
export const SUBJECT = 1 << 30;
/** A remark on the side leads the clause that the next cannot share, or a part under another ends it. */
export const LED = 1 << 29;

/** What may lead a clause and be true of the next as well, with the bits of its being told and of its leading. */
export const SHARED = [
  { slot: "date", told: 1 << 28, led: 1 << 27 },
  { slot: "topic", told: 1 << 26, led: 1 << 25 },
] as const;

/** Bits of what leads a clause. */
export const LEADING = SHARED.reduce((all, { led }) => all | led, LED);

/** Nothing matched yet, or nothing that leaves a trace. */
export const endAt = (at: number): End => ({ at, told: 0, by: 0 });

/** What follows each end, with what was told up to there. */
export const after = (ends: readonly End[], next: (at: number) => readonly End[]): readonly End[] =>
  distinct(
    ends.flatMap(({ at, told, by }) =>
      next(at).map((end) => ({ at: end.at, told: told | end.told, by: by | end.by })),
    ),
  );

/** What follows any number of times, none included. */
export function repeated(
  first: readonly End[],
  next: (at: number) => readonly End[],
): readonly End[] {
  const all = new Map(first.map((end) => [keyOf(end), end]));
  for (let fresh = first; fresh.length > 0;) {
    fresh = after(fresh, next).filter((end) => !all.has(keyOf(end)));
    for (const end of fresh) all.set(keyOf(end), end);
  }
  return [...all.values()];
}

/** Each way once. */
export function distinct(ends: readonly End[]): readonly End[] {
  if (ends.length < 2) return ends;
  return [...new Map(ends.map((end) => [keyOf(end), end])).values()];
}

const keyOf = ({ at, told, by }: End): string => `${at} ${told} ${by}`;
