import type { ActorMention } from "./actors.ts";
import type { EventSentence, Use } from "./uses.ts";

/** Who does it to whom; the target null where the clause names none. */
export type Roles = {
  readonly sources: readonly ActorMention[];
  readonly target: ActorMention | null;
};

/** A trigger with all that tells its roles. */
export type Scope = {
  readonly sentence: EventSentence;
  readonly actors: readonly ActorMention[];
  readonly uses: readonly Use[];
  readonly use: Use;
};
