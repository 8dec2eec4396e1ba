import { mentionsOf } from "./mention.ts";
import type { ReadArticle } from "./read-article.ts";

/** Whom and what a text is about, by the dossier. */
export type Subjects = {
  /** Canonical names of people and institutions. */
  readonly names: ReadonlySet<string>;
  /** Codes of actors: those named, and those that the people speak for. */
  readonly actors: ReadonlySet<string>;
  /** Ids of topics. */
  readonly topics: ReadonlySet<string>;
};

/** The people, actors and topics that a text, such as a reader's question, names in its own language. */
export function subjectsOf({ sentences }: Pick<ReadArticle, "sentences">): Subjects {
  const mentions = sentences.flatMap((sentence) => sentence.mentions);
  const people = mentionsOf(mentions, "person").map(({ sense }) => sense.person);
  const institutions = mentionsOf(mentions, "institution").map(({ sense }) => sense.institution);
  const known = [...people, ...institutions];
  return {
    names: new Set(known.map(({ name }) => name)),
    actors: new Set([
      ...mentionsOf(mentions, "actor").map(({ sense }) => sense.code),
      ...known.map(({ actor }) => actor),
    ]),
    topics: new Set(mentionsOf(mentions, "topic").map(({ sense }) => sense.id)),
  };
}
