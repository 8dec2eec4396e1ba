import { isDeed, keyOf, type Slots, type Telling, term, type Value } from "./telling.ts";

type Borne = { readonly telling: Telling; readonly bit: number };

/** Values by slot, each with its claim's bit. */
export type Siblings = ReadonlyMap<string, readonly (readonly [value: Value, bit: number])[]>;

/** The values of tellings that differ from one in a single slot; what changes changed to is compared by itself. */
export function siblingsOf(telling: Telling, bit: number, all: readonly Borne[]): Siblings {
  const alike = all.filter(
    (other) =>
      other.bit !== bit && other.telling.kind === telling.kind && other.telling.of === telling.of,
  );
  return new Map(
    [...telling.slots.keys()].map((name) => [
      name,
      alike
        .filter(
          (other) =>
            isClause(telling, name) ||
            without(other.telling.slots, name) === without(telling.slots, name),
        )
        .flatMap((other) =>
          (other.telling.slots.get(name) ?? []).map((value) => [value, other.bit] as const),
        ),
    ]),
  );
}

const isClause = ({ slots }: Telling, name: string): boolean =>
  (slots.get(name) ?? []).some(({ kind }) => kind === "clause");

/** A dispute is what it is about; an utterance is whose it is and on what. */
const without = (slots: Slots, name: string): string =>
  keyOf(
    new Map(
      [...slots]
        .filter(
          ([other]) =>
            other !== name &&
            !TOGETHER.some((together) => together.has(name) && together.has(other)) &&
            other !== "utterance",
        )
        .map(([other, values]) => [other, values.map(deedAlone)]),
    ),
  );

/** What was done says again by whom and to whom, which is compared by itself. */
const deedAlone = (value: Value): Value =>
  isDeed(value) && value.kind === "term" ? term(value.of) : value;

/** Slots that say the same, or of which one has the others in it. */
const TOGETHER: readonly ReadonlySet<string>[] = [
  new Set(["about", "dispute"]),
  new Set(["utterance", "speaker", "topic"]),
];
