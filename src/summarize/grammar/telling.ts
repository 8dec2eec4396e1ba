import type { CalendarDate } from "../../lib/calendar-date.ts";

/** What may fill a slot. */
export type Value =
  /** Something that the grammar has words for under the slot's name. */
  | {
      readonly kind: "term";
      readonly of: string;
      /** What fills the slots of those words. */
      readonly slots: Slots;
    }
  /** A name: of whom or what, as names in texts are read, and as it is shown. */
  | { readonly kind: "name"; readonly of: string; readonly text: string }
  /** A day, and the time of day that may be told with it. */
  | {
      readonly kind: "day";
      readonly date: CalendarDate;
      readonly time: string | null;
      readonly timeZone: string | null;
    }
  /** `HH:MM` on the clock of a zone, and the words that say both. */
  | {
      readonly kind: "clock";
      readonly time: string;
      readonly timeZone: string | null;
      readonly text: string;
    }
  /** What somebody said, in the language that is written. */
  | { readonly kind: "words"; readonly text: string; readonly direct: boolean }
  /** All that another telling tells, which has the same that must be told. */
  | { readonly kind: "clause"; readonly telling: Telling };

/** The values of each slot; any one of them is true. */
export type Slots = ReadonlyMap<string, readonly Value[]>;

/** A fact as the grammar tells it. */
export type Telling = {
  /** Clauses and sides of this name tell it… */
  readonly kind: string;
  /** …in this case. */
  readonly of: string;
  readonly slots: Slots;
  /** Slots that no clause may leave out: whose word it is, that it is disputed. */
  readonly obliged: readonly string[];
};

/** Slots without those that have no value. */
export const slotsOf = (entries: Filled): Slots =>
  new Map(
    Object.entries(entries).flatMap(([name, value]): [string, readonly Value[]][] => {
      const values = value === null ? [] : "kind" in value ? [value] : value;
      return values.length === 0 ? [] : [[name, values]];
    }),
  );

/** A value that needs no more than its own words. */
export const term = (of: string, slots: Slots = new Map()): Value => ({ kind: "term", of, slots });

type Filled = Readonly<Record<string, Value | readonly Value[] | null>>;

/** A telling of a kind and case, by the values of its slots. */
// oxlint-disable-next-line eslint/max-params -- what it is, and what fills it
export const tellingOf = (
  kind: string,
  of: string,
  slots: Filled,
  obliged: readonly string[] = [],
): Telling => ({ kind, of, slots: slotsOf(slots), obliged });

/** Who does or says what is told, or whose delegation it is; a clause may share it with the one before. */
export const subjectSlotOf = ({ slots }: Telling): string | null =>
  ["speaker", "source", "party"].find((name) => slots.has(name)) ?? null;

/** Whether its subject is a person, named or not. */
export const isOfPerson = ({ slots }: Telling): boolean =>
  (slots.get("speaker") ?? []).some((value) => value.kind === "term" && value.of !== "institution");

/** Whether it is what somebody did, in words that name them. */
export const isDeed = (value: Value): boolean => value.kind === "term" && value.slots.has("source");

/** The same for all that tells the same. */
export const keyOf = (slots: Slots): string =>
  JSON.stringify(
    [...slots]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, values]) => [name, values.map(plain)]),
  );

const plain = (value: Value): unknown =>
  value.kind === "term"
    ? [value.of, keyOf(value.slots)]
    : value.kind === "clause"
      ? [value.telling.kind, value.telling.of, keyOf(value.telling.slots)]
      : value;
