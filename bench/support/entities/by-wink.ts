import model from "wink-eng-lite-web-model";
import winkNlp, { type ItemEntity, type ItemToken } from "wink-nlp";
import type { Entity, Kind } from "./entity.ts";

const wink = winkNlp(model);
// oxlint-disable-next-line typescript/unbound-method -- names of what to give, never called by us
const { type, precedingSpaces, pos } = wink.its;
const DATES = new Set(["DATE"]);

/**
 * Finds entities with wink-nlp. Its small model knows dates and no persons, places or organisations: runs of
 * proper nouns are its names.
 */
export function entitiesByWink(text: string): readonly Entity[] {
  const document = wink.readDoc(text);
  const dates = new Set<number>();
  document.entities().each((entity: ItemEntity) => {
    if (!DATES.has(entity.out(type))) return;
    entity.tokens().each((token: ItemToken) => dates.add(token.index()));
  });
  const found: Entity[] = [];
  let at = 0;
  let last: { kind: Kind; start: number; end: number; index: number } | null = null;
  document.tokens().each((token: ItemToken) => {
    const start = at + token.out(precedingSpaces).length;
    const index = token.index();
    at = start + token.out().length;
    const isProper = token.out(pos) === "PROPN";
    const kind = dates.has(index) ? "date" : isProper ? "name" : null;
    if (kind === null) return;
    if (last?.kind === kind && last.index === index - 1) {
      last.end = at;
      last.index = index;
      return;
    }
    last = { kind, start, end: at, index };
    found.push(last);
  });
  return found;
}
