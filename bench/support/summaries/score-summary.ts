import type { Checkpoint } from "../../../tests/eval/checkpoints.ts";

/** What a summary must tell: a phase of the talks, the day, hour or city of a round, who heads a side. */
export type MustTell =
  | { readonly kind: "phase"; readonly anyOf: readonly string[] }
  | { readonly kind: "day"; readonly anyOf: readonly string[] }
  | { readonly kind: "hour"; readonly anyOf: readonly string[] }
  | { readonly kind: "city"; readonly anyOf: readonly string[] }
  | { readonly kind: "head"; readonly anyOf: readonly string[] };

/** What is read out of a summary, by whomever it was written. */
export type Told = {
  readonly phases: ReadonlySet<string>;
  readonly days: ReadonlySet<string>;
  readonly hours: ReadonlySet<string>;
  readonly cities: ReadonlySet<string>;
  readonly people: ReadonlySet<string>;
};

/** The facts that a checkpoint wants told; what may as well be left out, or is not known, is none. */
export function mustTell({ phase, nextRound, lastRound, heads }: Checkpoint): MustTell[] {
  const rounds = [nextRound, lastRound].flatMap((round) =>
    round === undefined || round === null || Array.isArray(round) ? [] : [round],
  );
  return [
    fact("phase", phase),
    ...rounds.flatMap(({ date, time, venue }) => [
      fact("day", date),
      fact("hour", time),
      fact(
        "city",
        listOf(venue).map((one) => one?.city ?? null),
      ),
    ]),
    ...Object.values(heads ?? {}).map((name) => fact("head", name)),
  ].filter((one) => one !== null);
}

function fact(
  kind: MustTell["kind"],
  answers: string | null | undefined | readonly (string | null)[],
): MustTell | null {
  const anyOf = listOf(answers);
  const known = anyOf.filter((answer) => answer !== null && answer !== undefined);
  return known.length === 0 || known.length < anyOf.length ? null : { kind, anyOf: known };
}

const listOf = <T>(value: T | readonly T[]): readonly T[] =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- no answer is a list itself
  Array.isArray(value) ? (value as readonly T[]) : [value as T];

/** How many of the facts a summary carries. */
export const carried = (facts: readonly MustTell[], told: Told): number =>
  facts.filter(({ kind, anyOf }) => anyOf.some((answer) => toldOf(told, kind).has(answer))).length;

function toldOf(told: Told, kind: MustTell["kind"]): ReadonlySet<string> {
  switch (kind) {
    case "phase":
      return told.phases;
    case "day":
      return told.days;
    case "hour":
      return told.hours;
    case "city":
      return told.cities;
    case "head":
      return told.people;
  }
}
