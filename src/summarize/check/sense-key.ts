import type { Sense } from "../../facts/mention.ts";

/** Names a meaning in no language: `meaning 12`, `actor IRN`, `event SANCTION`. */
export type SenseKey = string;

/** The key of an event's type, and of its mode where it has one. */
export const eventKey = ({
  type,
  mode,
}: {
  readonly type: string;
  readonly mode: string | null;
}): SenseKey => (mode === null ? `event ${type}` : `event ${type}.${mode}`);

/** Cues that one phase, format or part of talks goes by; others say too many things. */
const TELLING =
  /^(?:phase|format|talks\.(?:negotiation|meeting|mediation|delegation|negotiator|disagreement|travel|joint-text))/;

/** What a mention stands for, or null where that is too broad to bear a word out. */
export function keyOfSense(sense: Sense): SenseKey | null {
  switch (sense.kind) {
    case "person":
      return `person ${sense.person.name}`;
    case "institution":
      return `institution ${sense.institution.name}`;
    case "actor":
    case "country":
      return `actor ${sense.code}`;
    case "city":
      return `city ${sense.city}`;
    case "topic":
      return sense.id === "diplomacy" || sense.id === "war-and-attack" ? null : `topic ${sense.id}`;
    case "milestone":
      return `milestone ${sense.id}`;
    case "other-talks":
      return null;
    case "cue":
      return TELLING.test(sense.cue) ? `cue ${sense.cue}` : null;
  }
}

const NAME = /^(?:person|institution|actor|city) /;

/** Whether a key is somebody's or a city's. */
export const isName = (key: SenseKey): boolean => NAME.test(key);
