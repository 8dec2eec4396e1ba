import type { Attribution } from "../fact.ts";
import { cuesOf, type Mention } from "../mention.ts";
import { actorOf, type TalksSentence, type TalksView } from "../relevance/talks-view.ts";
import type { OutletFinder } from "./find-outlets.ts";

/** Whose word a sentence is: who speaks beside its verb of saying, the outlet it cites, or the article. */
export function attributionOf(
  view: TalksView,
  outlets: OutletFinder,
  sentence: TalksSentence,
): Attribution {
  const announced = beforeColon(view, sentence);
  if (announced !== null) return ofSpeaker(view, announced);
  const verbs = cuesOf(sentence.mentions, "talks.report");
  const unnamed = cuesOf(sentence.mentions, "talks.unnamed");
  const anonymous = unnamed.length > 0;
  if (verbs.length > 0 && !anonymous) {
    const candidates = speakersOf(sentence);
    const speaker =
      nearest(candidates.filter(isNamed), verbs) ??
      candidates.find((mention) => opens(mention, sentence)) ??
      nearest(candidates, verbs);
    if (speaker !== null) return ofSpeaker(view, speaker);
  }
  const outlet = outlets(view.read, sentence);
  if (outlet !== null && verbs.length > 0) return { kind: "outlet", outlet };
  if (anonymous) return { kind: "anonymous", actor: nearestActor(sentence, unnamed) };
  return { kind: "article" };
}

const isNamed = ({ sense }: Mention): boolean =>
  sense.kind === "person" || sense.kind === "institution";

const FURTHEST_SPEAKER = 7;

const speakersOf = ({ mentions }: TalksSentence): Mention[] =>
  mentions.filter(
    ({ sense }) =>
      sense.kind === "person" ||
      sense.kind === "institution" ||
      sense.kind === "actor" ||
      sense.kind === "country",
  );

/** "Tehran: …" at the head of a sentence. */
function beforeColon({ read }: TalksView, sentence: TalksSentence): Mention | null {
  const { from } = sentence;
  const first = speakersOf(sentence).find(
    ({ from: at, to }) => at - from <= 1 && read.tokens[to]?.text === ":",
  );
  return first ?? null;
}

/** A state that opens the sentence is its subject, wherever the language puts the verb. */
const opens = ({ sense, from }: Mention, sentence: TalksSentence): boolean =>
  sense.kind === "actor" && from === sentence.from;

function nearest(candidates: readonly Mention[], verbs: readonly Mention[]): Mention | null {
  let best: Mention | null = null;
  let bestGap = FURTHEST_SPEAKER + 1;
  for (const candidate of candidates)
    for (const verb of verbs) {
      const gap = gapBetween(candidate, verb) + (isNamed(candidate) ? 0 : 5);
      if (gap < bestGap) [best, bestGap] = [candidate, gap];
    }
  return best;
}

/** Tokens between two mentions; 0 when they touch or overlap. */
const gapBetween = (a: Mention, b: Mention): number =>
  Math.max(0, a.from >= b.to ? a.from - b.to : b.from - a.to);

function ofSpeaker(view: TalksView, { sense }: Mention): Attribution {
  const person = sense.kind === "person" ? sense.person.name : null;
  const actor = actorOf({ sense, from: 0, to: 0, span: [0, 0] }) ?? "";
  const standing = view.standings.get(actor);
  const kind = standing === "party" || standing === "mediator" ? standing : "other-actor";
  return { kind, actor, person };
}

function nearestActor(sentence: TalksSentence, verbs: readonly Mention[]): string | null {
  const actors = sentence.mentions.filter(({ sense }) => sense.kind === "actor");
  const found = nearest(actors, verbs);
  return found === null ? null : actorOf(found);
}
