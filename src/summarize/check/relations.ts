import type { TokenRange } from "../../articles/token-range.ts";
import type { RelationCoder } from "../../facts/events/code-relation.ts";
import type { Modality } from "../../facts/fact.ts";
import { type Mention, namesOf } from "../../facts/mention.ts";
import { actorOf } from "../../facts/relevance/talks-view.ts";
import type { Deed } from "./deeds-of-fact.ts";
import type { Passage } from "./reading.ts";
import type { SenseReader } from "./sense-reading.ts";

/** A deed that a passage tells, denies or fears, with the names that it tells it of. */
export type Relation = Deed & {
  readonly modality: Modality;
  readonly doer: Mention;
  readonly other: Mention;
  /** The doer stands behind a word for whose deed it is: "by". */
  readonly byAgent: boolean;
};

/** The deeds between actors that a passage tells; each passage is read once. */
export type RelationReader = (passage: Passage) => readonly Relation[];

/** In one sentence; more names make no clearer relation. */
const MOST_NAMES = 7;
/** In words, from "by" to the name: "by the". */
const AGENT_REACH = 2;

/** Makes the reader of relations. */
export function createRelationReader(coder: RelationCoder, senses: SenseReader): RelationReader {
  const known = new WeakMap<Passage, readonly Relation[]>();
  return (passage) => {
    const found =
      known.get(passage) ??
      passage.read.sentences.flatMap(({ mentions, span: [start, end] }, index) =>
        relationsIn(coder, passage, {
          agents: senses(passage).events[index]?.marks("agent") ?? [],
          text: passage.text.slice(start, end),
          start,
          actors: namesOf(mentions)
            .filter((mention) => actorOf(mention) !== null)
            .slice(0, MOST_NAMES),
        }),
      );
    known.set(passage, found);
    return found;
  };
}

type Named = {
  readonly text: string;
  readonly start: number;
  readonly agents: readonly TokenRange[];
  readonly actors: readonly Mention[];
};

function relationsIn(
  coder: RelationCoder,
  { language }: Passage,
  { text, start, agents, actors }: Named,
): Relation[] {
  return actors.flatMap((doer) =>
    actors.flatMap((other): Relation[] => {
      const source = actorOf(doer);
      const target = actorOf(other);
      if (source === null || target === null || source === target) return [];
      const { type, modality } = coder({
        lang: language,
        text,
        source: [doer.span[0] - start, doer.span[1] - start],
        target: [other.span[0] - start, other.span[1] - start],
      });
      if (type === null) return [];
      const byAgent = agents.some(({ to }) => to <= doer.from && doer.from - to < AGENT_REACH);
      return [{ type, source, target, modality: modality ?? "asserted", doer, other, byAgent }];
    }),
  );
}
