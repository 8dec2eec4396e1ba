import type { CueName } from "../cues.ts";
import { type Element, isNameElement } from "./noun-phrase.ts";
import { startsJoined } from "./prefixed.ts";
import { cueAt, type ReadingUnit } from "./reading-unit.ts";

/** «اتهم بقائي واشنطن», «رئیس‌جمهور آمریکا ایران را …»: an actor after a name, or after another actor. */
export function isObject(unit: ReadingUnit, element: Element, before: readonly Element[]): boolean {
  if (before.some(isNameElement) || cueAt(unit, element.to, OBJECT) !== undefined) return true;
  if (startsJoined(unit, element)) return false;
  return before.some(
    (one) =>
      one.kind === "actor" ||
      (one.kind !== "noun" &&
        unit.mentions.some(
          ({ sense, from, to }) =>
            (sense.kind === "actor" || sense.kind === "country") && from > one.from && to <= one.to,
        )),
  );
}

/** «محمد بن عبد الرحمن بن جاسم آل ثاني»: more of a known name than the dossier writes. */
export function afterParticles(unit: ReadingUnit, element: Element): number {
  let { to } = element;
  if (element.kind !== "person" || element.by !== "name") return to;
  while (cueAt(unit, to, PARTICLES) !== undefined && unit.tokens[to + 1]?.kind === "word") to += 2;
  return to;
}

const OBJECT: ReadonlySet<CueName> = new Set(["speech.object"]);
const PARTICLES: ReadonlySet<CueName> = new Set(["speech.particle"]);
