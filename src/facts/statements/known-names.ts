import { foldWord } from "../../articles/word-forms.ts";
import type { Dossier } from "../../config/dossier.ts";
import type { Person } from "../mention.ts";

/** The names of a dossier, folded: people by their canonical name, and its outlets. */
type KnownNames = {
  readonly people: ReadonlyMap<string, Person>;
  readonly outlets: ReadonlySet<string>;
};

/** Folding every name for each article takes longer than reading it. */
const known = new WeakMap<Dossier, KnownNames>();

/** The folded names of a dossier's people and outlets, worked out once. */
export function knownNames(dossier: Dossier): KnownNames {
  const remembered = known.get(dossier);
  if (remembered !== undefined) return remembered;
  const names = {
    people: new Map(dossier.people.map((person) => [foldWord(person.name), person])),
    outlets: new Set(
      [...dossier.feeds, ...dossier.sources].flatMap(({ name, also }) =>
        [name, ...also].map(foldWord),
      ),
    ),
  };
  known.set(dossier, names);
  return names;
}
