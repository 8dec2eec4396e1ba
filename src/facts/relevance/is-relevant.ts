import { hasTalksWord, linksParties, type TalksSentence, type TalksView } from "./talks-view.ts";
import { isToldAsRound } from "./told-as-a-round.ts";

/**
 * Whether an article is about the talks: its head links the parties in talks, or tells of pressure
 * between them while the rest speaks of the talks; not when its subject lies elsewhere.
 */
export function isRelevant({ sentences }: TalksView): boolean {
  const text = surveyOf(sentences);
  const { titles, rest, head, tally } = text;
  if (isOutside(text)) return false;
  if (rest.length === 0) return titles.some((title) => isFlash(title) || isBetweenParties(title));
  if (head.some((sentence) => linksParties(sentence) && isOwn(sentence))) return isSubject(text);
  if (isToldAsRound(sentences) || isOfNegotiators(text)) return true;
  if (head.some(isOnSubstance) || head.some(isThroughMediator)) return true;
  if (isBetweenThem(titles, rest)) return true;
  if (partiesOf(head.filter(isOwn)).size >= 2) return isPressureOnTalks(text);
  if (isOfRoundAt(text)) return true;
  const withOthers = tally.links === 0 && head.some(isSeatedGuest);
  if (text.ofBoth && !withOthers && head.some(namesRound)) return true;
  const isNamed = titles.some((title) => isFlash(title) || namesRound(title));
  const ofOthers = withOthers || (!text.ofBoth && sentences.some(isWithGuest));
  return isNamed ? !ofOthers && tally.links + tally.partial > 0 : isMostly(tally);
}

/** An article's sentences, its head among them, and how many of each kind there are. */
type Survey = {
  readonly sentences: readonly TalksSentence[];
  readonly titles: readonly TalksSentence[];
  readonly rest: readonly TalksSentence[];
  readonly head: readonly TalksSentence[];
  readonly tally: Tally;
  /** Both parties are named somewhere. */
  readonly ofBoth: boolean;
};

function surveyOf(sentences: readonly TalksSentence[]): Survey {
  const titles = sentences.filter(({ part }) => part === "title");
  const rest = sentences.filter(({ part }) => part !== "title");
  const head = [...titles, ...rest.slice(0, LEAD_SENTENCES)];
  const ofBoth = partiesOf(sentences).size >= 2;
  return { sentences, titles, rest, head, tally: tallyOf(sentences), ofBoth };
}

/** The subject lies elsewhere: markets, sport, other talks, or what the talks are only the occasion of. */
const isOutside = ({ titles, tally }: Survey): boolean =>
  titles.some(isOffSubject) ||
  tally.others > tally.links ||
  tally.offSubject > tally.links + tally.partial ||
  isOccasion(titles, tally);

/** The talks that the head tells of are not named in passing. */
const isSubject = ({ titles, tally }: Survey): boolean =>
  isSustained(tally) || titles.some(isAnnounced) || (titles.some(namesRound) && tally.followed > 0);

/** The headline itself tells of a round, or of those who are at the table. */
const isAnnounced = (title: TalksSentence): boolean =>
  isOwn(title) &&
  title.guests.size === 0 &&
  (title.cues.has("talks.negotiation") ||
    title.cues.has("talks.meeting") ||
    (title.negotiating.size > 0 && title.cues.has("talks.team")));

/** An article of both parties that begins with one of those who negotiate, at the table. */
const isOfNegotiators = ({ head, tally, ofBoth }: Survey): boolean =>
  ofBoth &&
  isUndivided(tally) &&
  head.some(isByNegotiator) &&
  head.every(({ guests }) => guests.size === 0);

const isByNegotiator = (sentence: TalksSentence): boolean =>
  sentence.negotiating.size > 0 &&
  isOwn(sentence) &&
  sentence.cues.has("talks.negotiation") &&
  sentence.cues.has("talks.delegation");

const isUndivided = ({ others, offSubject }: Tally): boolean => others + offSubject === 0;

/** Both parties are in the head, and the text comes to the talks or to an agreement. */
function isPressureOnTalks({ titles, head, tally }: Survey): boolean {
  const speaksOfTalks =
    tally.links > 0 ||
    (tally.partial > 0 && !titles.some(isWithGuest) && !head.some(isSeatedGuest)) ||
    (titles.some(isOfBoth) && head.some(isOfDeal));
  return (
    speaksOfTalks &&
    tally.offSubject === 0 &&
    (head.some(({ namesTopic }) => namesTopic) || head.some(hasTalksWord))
  );
}

/** A text that an agreement is about: one that was leaked, denied or drafted. */
const isOfDeal = (sentence: TalksSentence): boolean =>
  isOwn(sentence) && sentence.namesTopic && sentence.cues.has("talks.deal");

/** "After Doha": the headline names where the round was that the text begins with. */
const isOfRoundAt = ({ titles, head, tally, ofBoth }: Survey): boolean =>
  ofBoth &&
  isUndivided(tally) &&
  titles.some(({ namesVenue }) => namesVenue) &&
  head.every(({ guests }) => guests.size === 0) &&
  head.some(({ namesVenue, cues }) => namesVenue && cues.has("talks.negotiation"));

const isWithGuest = (sentence: TalksSentence): boolean =>
  sentence.guests.size > 0 && (hasTalksWord(sentence) || sentence.cues.has("talks.team"));

/** Someone else's delegation is at the table. */
const isSeatedGuest = ({ guests, cues }: TalksSentence): boolean =>
  guests.size > 0 && cues.has("talks.delegation") && cues.has("talks.negotiation");

/** The talks are only the occasion of what a text is about: full hotels, a falling currency. */
const isOccasion = (
  titles: readonly TalksSentence[],
  { links, offSubject, others }: Tally,
): boolean =>
  offSubject + others > 0 && links <= 1 && !titles.some(({ parties }) => parties.size >= 2);

const isOfBoth = (sentence: TalksSentence): boolean =>
  sentence.parties.size >= 2 && sentence.thirds.size <= 1 && isOwn(sentence);

/** The headline and what follows tell of an act or a word of one party to the other. */
function isBetweenThem(titles: readonly TalksSentence[], rest: readonly TalksSentence[]): boolean {
  return titles.some(isOfBoth) && rest.slice(0, LEAD_SENTENCES).some(isOfBoth);
}

const LEAD_SENTENCES = 2;

/** A negotiator speaks of the other side and of what is negotiated. */
const isOnSubstance = (sentence: TalksSentence): boolean =>
  sentence.negotiating.size > 0 &&
  sentence.parties.size >= 2 &&
  sentence.namesTopic &&
  isOwn(sentence);

/** A word of one party reaches the other by way of the mediator. */
const isThroughMediator = (sentence: TalksSentence): boolean =>
  sentence.parties.size >= 2 &&
  sentence.mediators.size > 0 &&
  sentence.thirds.size === 0 &&
  isOwn(sentence);

/** "After the Muscat round". */
const namesRound = (sentence: TalksSentence): boolean =>
  sentence.namesVenue &&
  sentence.cues.has("talks.negotiation") &&
  sentence.guests.size === 0 &&
  isOwn(sentence);

/** An analysis may come to its subject late, and then stays with it. */
const isMostly = ({ links, partial, all }: Tally): boolean =>
  links >= 2 && (links + partial) * 3 >= all;

type Tally = {
  /** Sentences that link the parties in talks. */
  readonly links: number;
  /** Sentences of talks with one party or the mediator. */
  readonly partial: number;
  /** Sentences of other talks. */
  readonly others: number;
  readonly offSubject: number;
  /** Sentences of talks, and not of an envoy or a delegation alone. */
  readonly ofRound: number;
  /** Sentences of a round or those who hold it that name nobody: "this round", "the teams". */
  readonly followed: number;
  readonly all: number;
};

function tallyOf(sentences: readonly TalksSentence[]): Tally {
  const count = (is: (sentence: TalksSentence) => boolean): number => sentences.filter(is).length;
  return {
    links: count((sentence) => linksParties(sentence) && isOwn(sentence)),
    partial: count((sentence) => !linksParties(sentence) && isPartial(sentence)),
    others: count((sentence) => sentence.namesOtherTalks),
    offSubject: count(isOffSubject),
    ofRound: count((sentence) => isOwn(sentence) && ROUND.some((cue) => sentence.cues.has(cue))),
    followed: count((sentence) => sentence.part !== "title" && isFollowing(sentence)),
    all: sentences.length,
  };
}

const ROUND = ["talks.negotiation", "talks.meeting", "talks.deal", "talks.mediation"] as const;

const isOffSubject = ({ cues }: TalksSentence): boolean => cues.has("talks.off-subject");

/** Speaks of these talks rather than of other ones. */
const isOwn = ({ namesOtherTalks, cues }: TalksSentence): boolean =>
  !namesOtherTalks && !UNRELATED.some((cue) => cues.has(cue));

const UNRELATED = ["talks.off-subject", "talks.unrelated", "meeting.outside"] as const;

const isFollowing = (sentence: TalksSentence): boolean =>
  sentence.parties.size === 0 &&
  sentence.guests.size === 0 &&
  isOwn(sentence) &&
  FOLLOWING.some((cue) => sentence.cues.has(cue));

const FOLLOWING = [
  "talks.negotiation",
  "talks.delegation",
  "talks.team",
  "talks.both-sides",
] as const;

function isPartial(sentence: TalksSentence): boolean {
  const { parties, mediators, guests, cues } = sentence;
  const ofTalks =
    cues.has("talks.negotiation") || cues.has("talks.mediation") || cues.has("talks.delegation");
  if (!isOwn(sentence) || guests.size > 0) return false;
  if (parties.size + mediators.size > 0) return ofTalks;
  const isMeeting = cues.has("talks.meeting") || cues.has("talks.negotiation");
  return isMeeting && (cues.has("talks.delegation") || cues.has("talks.both-sides"));
}

/** A single mention in a long text is in passing. */
const isSustained = ({ links, partial, ofRound, all }: Tally): boolean =>
  links + partial >= Math.min(2, all) || all < BRIEF_TEXT || (ofRound > 0 && all <= SHORT_TEXT);

/** Too short to come back to its subject. */
const BRIEF_TEXT = 4;

const SHORT_TEXT = 6;

function partiesOf(sentences: readonly TalksSentence[]): ReadonlySet<string> {
  return new Set(sentences.flatMap(({ parties }) => [...parties]));
}

/** An act or a word of one party about the other. */
const isBetweenParties = (sentence: TalksSentence): boolean =>
  isOwn(sentence) && sentence.parties.size >= 2 && sentence.namesTopic;

/** One line says enough: both parties and talks, or one side on its way to the table. */
function isFlash(sentence: TalksSentence): boolean {
  if (!isOwn(sentence)) return false;
  if (linksParties(sentence)) return true;
  const { parties, mediators, thirds, cues, namesVenue, negotiating } = sentence;
  const hosts = [...mediators, ...(namesVenue ? ["venue"] : [])];
  const guests = [...thirds].length > 0 && !namesVenue;
  if (guests || (thirds.size > 0 && cues.has("talks.meeting"))) return false;
  const atTable = cues.has("talks.negotiation") || cues.has("talks.delegation");
  if (parties.size === 0) return mediators.size > 0 && cues.has("talks.negotiation");
  if (atTable) return hosts.length > 0 || thirds.size === 0;
  return negotiating.size > 0 && namesVenue;
}
