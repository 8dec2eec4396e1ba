import type { Attribution } from "../fact.ts";
import { cuesOf, type Mention } from "../mention.ts";
import { actorOf, type TalksSentence, type TalksView } from "../relevance/talks-view.ts";
import type { OutletFinder } from "./find-outlets.ts";

/**
 * Whose word a sentence is: who stands before its colon or beside its verb of saying, the outlet that
 * it cites, or else the article.
 */
export function attributionOf(
  view: TalksView,
  outlets: OutletFinder,
  sentence: TalksSentence,
): Attribution {
  const outlet = outlets(view.read, sentence);
  const verbs = cuesOf(sentence.mentions, "talks.report");
  const unnamed = cuesOf(sentence.mentions, "talks.unnamed");
  const anonymous: Attribution = { kind: "anonymous", actor: actorNear(sentence, unnamed) };

  const speakers = speakersOf(sentence);
  const announced = speakers.find((mention) => endsAtColon(view, sentence, mention));
  if (unnamed.some((mention) => endsAtColon(view, sentence, mention))) return anonymous;
  if (announced !== undefined) return ofSpeaker(view, announced);
  if (outlet !== null && endsAtColon(view, sentence, outlet))
    return { kind: "outlet", outlet: outlet.name };
  if (verbs.length === 0) return unnamed.length > 0 ? anonymous : { kind: "article" };

  const named = nearest(speakers.filter(isNamed), verbs, FURTHEST_SPEAKER);
  const unknown = nearest(unnamed, verbs, FURTHEST_SPEAKER);
  if (unknown !== null && (named === null || unknown.gap <= named.gap)) return anonymous;
  if (named !== null) return ofSpeaker(view, named.mention);
  if (outlet !== null) return { kind: "outlet", outlet: outlet.name };
  const state = stateIn(view, sentence, speakers, verbs);
  if (state !== null) return ofSpeaker(view, state);
  return unnamed.length > 0 ? anonymous : { kind: "article" };
}

type Range = { readonly from: number; readonly to: number };

/** In tokens, between who speaks and the verb. */
const FURTHEST_SPEAKER = 7;
const FURTHEST_STATE = 1;
/** In tokens, from the head of a sentence to the colon, and from a name to it. */
const LONGEST_LEAD = 8;
const NAME_TO_COLON = 2;

const speakersOf = ({ mentions }: TalksSentence): Mention[] =>
  mentions.filter((mention) => actorOf(mention) !== null);

const isNamed = ({ sense }: Mention): boolean =>
  sense.kind === "person" || sense.kind === "institution";

/** "Tehran: …", "Israeli Channel 12: …" at the head of a sentence. */
function endsAtColon({ read }: TalksView, sentence: TalksSentence, { from, to }: Range): boolean {
  if (from - sentence.from > LONGEST_LEAD) return false;
  for (let at = to; at <= to + NAME_TO_COLON; at += 1)
    if (read.tokens[at]?.kind === "mark") return read.tokens[at]?.text === ":";
  return false;
}

/** A state that speaks: beside the verb, or, where the verb comes last, at the head of the sentence. */
function stateIn(
  { read }: TalksView,
  sentence: TalksSentence,
  speakers: readonly Mention[],
  verbs: readonly Range[],
): Mention | null {
  const { lang } = read.article;
  const first = speakers.find(({ from }) => from === sentence.from) ?? null;
  if (lang === "fa" && first !== null) return first;
  // Only Arabic puts the verb before its subject as a rule.
  const ahead = speakers.filter(
    ({ to }) => lang === "ar" || verbs.some((verb) => to <= verb.from && verb.from - to <= 1),
  );
  return nearest(ahead, verbs, FURTHEST_STATE)?.mention ?? null;
}

function nearest(
  candidates: readonly Mention[],
  verbs: readonly Range[],
  furthest: number,
): { readonly mention: Mention; readonly gap: number } | null {
  let best: { mention: Mention; gap: number } | null = null;
  for (const mention of candidates)
    for (const verb of verbs) {
      const gap = gapBetween(mention, verb);
      if (gap <= furthest && gap < (best?.gap ?? Number.POSITIVE_INFINITY)) best = { mention, gap };
    }
  return best;
}

/** Tokens between two ranges; 0 when they touch or overlap. */
const gapBetween = (a: Range, b: Range): number =>
  Math.max(0, a.from >= b.to ? a.from - b.to : b.from - a.to);

function ofSpeaker(view: TalksView, mention: Mention): Attribution {
  const { sense } = mention;
  const person = sense.kind === "person" ? sense.person.name : null;
  const actor = actorOf(mention) ?? "";
  const standing = view.standings.get(actor);
  const kind = standing === "party" || standing === "mediator" ? standing : "other-actor";
  return { kind, actor, person };
}

function actorNear({ mentions }: TalksSentence, unnamed: readonly Range[]): string | null {
  const actors = mentions.filter(({ sense }) => sense.kind === "actor");
  const found = nearest(actors, unnamed, 2);
  return found === null ? null : actorOf(found.mention);
}
