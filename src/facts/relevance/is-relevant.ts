import { hasTalksWord, linksParties, type TalksSentence, type TalksView } from "./talks-view.ts";
import { isToldAsRound } from "./told-as-a-round.ts";

/**
 * Whether an article is about the talks: its head links the parties in talks, or tells of pressure
 * between them while the rest speaks of the talks; not when its subject lies elsewhere.
 */
export function isRelevant({ sentences }: TalksView): boolean {
  const titles = sentences.filter(({ part }) => part === "title");
  const rest = sentences.filter(({ part }) => part !== "title");
  if (titles.some(isOffSubject)) return false;

  const head = [...titles, ...rest.slice(0, LEAD_SENTENCES)];
  const tally = tallyOf(sentences);
  if (tally.others > tally.links || tally.offSubject > tally.links + tally.partial) return false;
  if (isOccasion(titles, tally)) return false;
  if (rest.length === 0) return titles.some((title) => isFlash(title) || isBetweenParties(title));
  if (head.some((sentence) => linksParties(sentence) && isOwn(sentence)))
    return isSustained(tally) || (titles.some(namesRound) && tally.followed > 0);
  if (isToldAsRound(sentences)) return true;
  if (head.some(isOnSubstance) || head.some(isThroughMediator)) return true;
  if (isBetweenThem(titles, rest)) return true;
  if (partiesOf(head.filter(isOwn)).size >= 2) {
    const speaksOfTalks = tally.links > 0 || (tally.partial > 0 && !titles.some(isWithGuest));
    return (
      speaksOfTalks &&
      tally.offSubject === 0 &&
      (head.some(({ namesTopic }) => namesTopic) || head.some(hasTalksWord))
    );
  }
  const ofBoth = partiesOf(sentences).size >= 2;
  const withOthers = tally.links === 0 && head.some(isSeatedGuest);
  if (ofBoth && !withOthers && head.some(namesRound)) return true;
  const isNamed = titles.some((title) => isFlash(title) || namesRound(title));
  const ofOthers = withOthers || (!ofBoth && sentences.some(isWithGuest));
  return isNamed ? !ofOthers && tally.links + tally.partial > 0 : isMostly(tally);
}

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
