import type { Attribution } from "../fact.ts";
import { newsStartOf } from "../meetings/dateline.ts";
import { cuesOf, type Mention, mentionsOf } from "../mention.ts";
import { actorOf, type TalksSentence, type TalksView } from "../relevance/talks-view.ts";
import type { OutletFinder } from "./find-outlets.ts";
import { isOfJointText } from "./joint-text.ts";

/**
 * Whose word a sentence is: who stands before its colon or beside its verb of saying, the outlet that
 * it cites, or else the article.
 */
export function attributionOf(
  view: TalksView,
  outlets: OutletFinder,
  sentence: TalksSentence,
): Attribution {
  return attributionIn(view, outlets, sentence) ?? continued(view, outlets, sentence);
}

/** "He added that …" goes on with whose word the sentence before it was. */
function continued(view: TalksView, outlets: OutletFinder, sentence: TalksSentence): Attribution {
  const before = view.sentences[sentence.index - 1];
  const [verb] = cuesOf(sentence.mentions, "talks.report");
  const goesOn =
    verb !== undefined &&
    verb.from - sentence.from <= FURTHEST_PRONOUN &&
    before !== undefined &&
    before.part === sentence.part &&
    speakersOf(sentence).every(({ from }) => from > verb.to);
  const word = goesOn ? attributionIn(view, outlets, before) : null;
  return word !== null && "person" in word && word.person !== null ? word : { kind: "article" };
}

/** In tokens, from the head of a sentence to the verb of a pronoun. */
const FURTHEST_PRONOUN = 2;

function attributionIn(
  view: TalksView,
  outlets: OutletFinder,
  sentence: TalksSentence,
): Attribution | null {
  if (isOfJointText(view, sentence)) return { kind: "joint" };
  const denier = denierIn(sentence);
  if (denier !== null) return ofSpeaker(view, sentence, denier);
  const outlet = outlets(view.read, sentence);
  const verbs = cuesOf(sentence.mentions, "talks.report");
  const unnamed = cuesOf(sentence.mentions, "talks.unnamed");
  const anonymous: Attribution = { kind: "anonymous", actor: actorNear(sentence, unnamed) };

  const speakers = speakersOf(sentence);
  const announced = speakers.find((mention) => endsAtColon(view, sentence, mention));
  const reported = [...cuesOf(sentence.mentions, "speech.outlet"), ...verbs];
  if (outlet === null && reported.some((mention) => opensWith(view, sentence, mention)))
    return { kind: "anonymous", actor: null };
  if (unnamed.some((mention) => endsAtColon(view, sentence, mention))) return anonymous;
  if (announced !== undefined) return ofSpeaker(view, sentence, announced);
  if (outlet !== null && endsAtColon(view, sentence, outlet))
    return { kind: "outlet", outlet: outlet.name };
  if (verbs.length === 0) return unnamed.length > 0 ? anonymous : null;

  const people = speakers.filter((one) => isNamed(one) && !isOfOther(sentence, one));
  const named = nearest(people, verbs, FURTHEST_SPEAKER);
  const unknown = nearest(unnamed, verbs, FURTHEST_SPEAKER);
  if (unknown !== null && (named === null || unknown.gap <= named.gap)) return anonymous;
  if (named !== null) return ofSpeaker(view, sentence, named.mention);
  const office = nearest(speakers.filter(ofOffice(sentence)), verbs, FURTHEST_SPEAKER);
  if (office !== null && (outlet === null || office.gap <= FURTHEST_STATE))
    return ofSpeaker(view, sentence, office.mention);
  if (outlet !== null) return { kind: "outlet", outlet: outlet.name };
  if (nearest(cuesOf(sentence.mentions, "speech.outlet"), verbs, NEAREST_OUTLET) !== null)
    return { kind: "anonymous", actor: null };
  const state = stateIn(view, sentence, speakers, verbs);
  if (state !== null) return ofSpeaker(view, sentence, state);
  return unnamed.length > 0 ? anonymous : null;
}

type Range = { readonly from: number; readonly to: number };

/** In tokens, between who denies a report and the words of denial. */
const FURTHEST_DENIER = 8;

/**
 * Who denies a report: whoever stands before the words of denial, or, as Arabic has it, between its verb and
 * the report. Whose report it is denies nothing.
 */
function denierIn({ mentions, from: start }: TalksSentence): Mention | null {
  const [refutation] = cuesOf(mentions, "modality.refutation");
  if (refutation === undefined) return null;
  const speakers = mentions.filter((mention) => actorOf(mention) !== null);
  const before = speakers.filter(({ to }) => to <= refutation.from);
  const subject = before.findLast(
    (one) => isNamed(one) && refutation.from - one.to <= FURTHEST_DENIER,
  );
  const first = before.find(({ from }) => from - start <= 1) ?? before.at(-1);
  if (subject !== undefined || first !== undefined) return subject ?? first ?? null;
  const report = cuesOf(mentions, "modality.hearsay").find(({ from }) => from > refutation.from);
  return (
    speakers.find(({ from, to }) => from > refutation.from && to <= (report?.from ?? 0)) ?? null
  );
}

/** In tokens, between who speaks and the verb. */
const FURTHEST_SPEAKER = 7;
const FURTHEST_STATE = 1;
/** In tokens, from the head of a sentence to the colon, and from a name to it. */
const LONGEST_LEAD = 8;
const NAME_TO_COLON = 2;

const speakersOf = ({ mentions }: TalksSentence): Mention[] =>
  mentions.filter((mention) => actorOf(mention) !== null);

/** "Report: …", "Israeli newspaper: …" at the head of a sentence. */
const opensWith = (view: TalksView, sentence: TalksSentence, mention: Range): boolean =>
  mention.from - sentence.from <= 1 && endsAtColon(view, sentence, mention);

/** "The foreign ministry" of a state that is named right behind it. */
const isOfOther = ({ mentions }: TalksSentence, { sense, to }: Mention): boolean =>
  sense.kind === "institution" &&
  mentions.some(
    (other) =>
      other.from === to &&
      (other.sense.kind === "actor" || other.sense.kind === "country") &&
      other.sense.code !== sense.institution.actor,
  );

/** In tokens, between the word for an unknown newspaper or channel and the verb. */
const NEAREST_OUTLET = 2;

/** "Norway's foreign ministry", "the Egyptian spokesman": a state with a word for its office beside it. */
function ofOffice({ mentions }: TalksSentence): (speaker: Mention) => boolean {
  const offices = cuesOf(mentions, "talks.office");
  const verbs = cuesOf(mentions, "talks.report");
  return ({ sense, from, to }) =>
    (sense.kind === "actor" || sense.kind === "country") &&
    offices.some((office) => {
      const isSaid = verbs.some(
        (verb) => gapBetween(verb, office) === 0 && gapBetween(verb, { from, to }) === 0,
      );
      return gapBetween(office, { from, to }) <= 1 && !isSaid;
    });
}

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

function ofSpeaker(view: TalksView, sentence: TalksSentence, mention: Mention): Attribution {
  const { sense } = mention;
  const person = sense.kind === "person" ? sense.person.name : null;
  const actor = actorOf(mention) ?? "";
  const standing = view.standings.get(actor);
  if (standing === "party") return { kind: "party", actor, person };
  const isBetween = standing === "mediator" || isHost(view, sentence, actor);
  return { kind: isBetween ? "mediator" : "other-actor", actor, person };
}

/** New hosts and mediators appear: whose own city, or whose mediation, the talks are told to have. */
function isHost({ sentences, read }: TalksView, sentence: TalksSentence, actor: string): boolean {
  const told = [sentence, ...sentences.filter(({ part }) => part === "title")];
  return told.some((one) => {
    const start = newsStartOf(one, read.tokens);
    const isPlace = mentionsOf(one.mentions, "city").some(
      ({ sense, from }) => sense.country === actor && from >= start,
    );
    if (isPlace && one.cues.has("talks.negotiation")) return true;
    const roles = cuesOf(one.mentions, "talks.mediation", "talks.hosting");
    const own = one.mentions.filter((mention) => actorOf(mention) === actor);
    return nearest(own, roles, FURTHEST_ROLE) !== null;
  });
}

/** In tokens, between an actor and the word that makes it host or mediator. */
const FURTHEST_ROLE = 4;

function actorNear({ mentions }: TalksSentence, unnamed: readonly Range[]): string | null {
  const actors = mentions.filter(({ sense }) => sense.kind === "actor");
  const found = nearest(actors, unnamed, 2);
  return found === null ? null : actorOf(found.mention);
}
