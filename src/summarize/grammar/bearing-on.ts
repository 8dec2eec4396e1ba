import type { Slots, Telling, Value } from "./telling.ts";

/** Whether a clause ends in a speaker's words that no quotation marks close. */
export const isUnmarked = (telling: Telling): boolean =>
  valuesIn(telling).some((value) => value.kind === "words" && !value.direct);

/** Whether a deed is told whose doer or target, or words whose speaker, is of neither of the two parties. */
export function namesOthers(telling: Telling): boolean {
  const parties = new Set(namesIn(telling, ["one", "other"]));
  const named = [
    ...namesIn(telling, ["source", "target"]),
    ...speakersIn(telling).flatMap((slots) => namesOf(slots, "party")),
  ];
  return named.some((name) => !parties.has(name));
}

/** Whether a clause may tell of both parties without naming them. */
export function isOfBoth({ kind, of }: Telling): boolean {
  switch (kind) {
    case "event":
    case "statement":
    case "quotation":
    case "delegation":
      return false;
    case "change":
      return of.startsWith("phase") || of.startsWith("round");
    default:
      return true;
  }
}

const namesIn = (telling: Telling, slots: readonly string[]): readonly string[] => [
  ...slots.flatMap((slot) => namesOf(telling.slots, slot)),
  ...valuesIn(telling).flatMap((value) =>
    value.kind === "clause" ? namesIn(value.telling, slots) : [],
  ),
];

const namesOf = (slots: Slots, name: string): readonly string[] =>
  (slots.get(name) ?? []).flatMap((value) => (value.kind === "name" ? [value.of] : []));

const speakersIn = ({ slots }: Telling): readonly Slots[] =>
  (slots.get("speaker") ?? []).flatMap((value) => (value.kind === "term" ? [value.slots] : []));

function valuesIn({ slots }: Telling): readonly Value[] {
  return [...slots.values()]
    .flat()
    .flatMap((value) => (value.kind === "clause" ? [value, ...valuesIn(value.telling)] : [value]));
}
