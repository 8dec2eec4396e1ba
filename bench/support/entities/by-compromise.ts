import nlp from "compromise";
import type { Entity, Kind } from "./entity.ts";

type Found = { json(options: { readonly offset: true }): unknown };

/** Finds entities with compromise; its dates are the runs of words that it tags as such. */
export function entitiesByCompromise(text: string): readonly Entity[] {
  const document = nlp(text);
  return [
    ...entitiesOf("person", document.people()),
    ...entitiesOf("place", document.places()),
    ...entitiesOf("organisation", document.organizations()),
    ...entitiesOf("date", document.match("#Date+")),
  ];
}

function entitiesOf(kind: Kind, found: Found): Entity[] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what compromise documents
  const parts = found.json({ offset: true }) as {
    readonly offset: { readonly start: number; readonly length: number };
  }[];
  return parts.map(({ offset: { start, length } }) => ({ kind, start, end: start + length }));
}
