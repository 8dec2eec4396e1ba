import type { TokenRange } from "../../articles/token-range.ts";
import type { CueName } from "../cues.ts";
import type { Venue } from "../fact.ts";
import { cuesOf, type Mention, mentionsOf, namesOf } from "../mention.ts";
import { modalityAt } from "../modality.ts";
import { actorOf, type TalksSentence, type TalksView } from "../relevance/talks-view.ts";
import { type Anchors, isPlaceOfTalks } from "./attachment.ts";
import type { Capitals } from "./capitals.ts";

/** A place of the talks that a sentence names. */
export type VenueMention = TokenRange & {
  readonly venue: Venue;
  readonly timeZone: string | null;
  /** Named as where the talks are no longer held. */
  readonly given: "current" | "former";
};

/** Finds the places of the talks in a sentence, a city's country included. */
export function venuesOf(
  view: TalksView,
  sentence: TalksSentence,
  anchors: Anchors,
  capitals: Capitals,
): VenueMention[] {
  const found = namesOf(sentence.mentions).flatMap((mention) => {
    const place = placeOf(view, sentence, mention, capitals);
    if (place === null || !isPlaceOfTalks(anchors, mention)) return [];
    const given = givenAs(view, sentence, mention);
    return given === null ? [] : [{ from: mention.from, to: mention.to, ...place, given }];
  });
  return withoutRepeated(found);
}

type Place = Pick<VenueMention, "venue" | "timeZone">;

function placeOf(
  view: TalksView,
  sentence: TalksSentence,
  mention: Mention,
  capitals: Capitals,
): Place | null {
  const { sense } = mention;
  if (isOfWish(sentence, mention) || isOfOnlooker(sentence, mention)) return null;
  if (sense.kind === "city") {
    if (isOfClock(sentence, mention)) return null;
    const { city, country, timeZone } = sense;
    if (isMetonym(sentence, mention) && !hostsTalks(sentence, mention)) return null;
    if (capitals.get(country)?.city === city && isSpeaker(sentence, mention)) return null;
    return { venue: { city, country }, timeZone };
  }
  if (sense.kind !== "country" && sense.kind !== "actor") return null;
  const capital = capitals.get(sense.code);
  if (capital !== undefined && isBeside(sentence, mention, "meeting.capital"))
    return {
      venue: { city: capital.city, country: sense.code },
      timeZone: capital.timeZone,
    };
  return isHostCountry(view, sentence, mention)
    ? { venue: { city: null, country: sense.code }, timeZone: capital?.timeZone ?? null }
    : null;
}

/** "At three, Damascus time". */
const isOfClock = ({ mentions }: TalksSentence, { from, to }: Mention): boolean =>
  cuesOf(mentions, "meeting.clock").some((clock) => clock.to === from || clock.from === to);

/** A capital may stand for its government. */
const isMetonym = ({ mentions }: TalksSentence, { from, to }: Mention): boolean =>
  mentionsOf(mentions, "actor").some((other) => other.from === from && other.to === to);

/** A capital that offers, invites or says something, with no word that makes it the place. */
function isSpeaker(sentence: TalksSentence, mention: Mention): boolean {
  const { mentions, cues } = sentence;
  if (!cues.has("phase.proposed") && !cues.has("talks.report")) return false;
  if (isBefore(sentence, mention, "meeting.in", 1) || isBefore(sentence, mention, "meeting.to", 1))
    return false;
  if (
    isBefore(sentence, mention, "meeting.from", 1) ||
    isBefore(sentence, mention, "meeting.capital", 1)
  )
    return false;
  return !cuesOf(mentions, "talks.negotiation", "talks.meeting", "meeting.in").some(
    ({ from, to }) => from === mention.to || to === mention.from || from === mention.to + 1,
  );
}

/** "The hope of Cairo that …", "Cairo hopes": who wishes for talks. */
const isOfWish = (sentence: TalksSentence, mention: Mention): boolean =>
  cuesOf(sentence.mentions, "talks.wish").some(
    ({ from, to }) =>
      (to <= mention.from && mention.from - to <= 1) ||
      (from >= mention.to && from - mention.to <= 1),
  ) && !isBefore(sentence, mention, "meeting.in", 1);

/** "In Baghdad, the government welcomed the outcome of the round": where it is only spoken of. */
function isOfOnlooker({ mentions }: TalksSentence, place: TokenRange): boolean {
  const about = cuesOf(mentions, "talks.topic").find(({ from }) => from >= place.to);
  if (about === undefined) return false;
  return (
    cuesOf(mentions, "talks.negotiation", "talks.meeting").every(({ from }) => from >= about.to) &&
    cuesOf(mentions, "talks.office").some(({ from }) => from >= place.to)
  );
}

/** "Talks in Washington": where the government's own city is meant as a place. */
const hostsTalks = (sentence: TalksSentence, mention: Mention): boolean =>
  isBefore(sentence, mention, "meeting.in", 1) &&
  cuesOf(sentence.mentions, "talks.negotiation", "talks.meeting").some(
    ({ from, to }) => mention.from - to <= NEAR && from - mention.to <= NEAR,
  );

/** In tokens. */
const NEAR = 6;

function isHostCountry(view: TalksView, sentence: TalksSentence, mention: Mention): boolean {
  const code = actorOf(mention);
  if (code === null || !/^[A-Z]{3}$/.test(code)) return false;
  // A party's names are its government's too: "in Washington", "at the White House".
  if (view.standings.get(code) === "party") return false;
  if (isBefore(sentence, mention, "meeting.in", 0)) return true;
  const moves = sentence.cues.has("talks.travel") || sentence.cues.has("meeting.moved");
  if (moves && isBefore(sentence, mention, "meeting.to", 0)) return true;
  if (sentence.cues.has("meeting.moved") && isBefore(sentence, mention, "meeting.from", 0))
    return true;
  return view.standings.get(code) === "mediator" && isTalksName(sentence, mention);
}

/** "Oman talks". */
const isTalksName = ({ mentions }: TalksSentence, { to }: Mention): boolean =>
  cuesOf(mentions, "talks.negotiation").some(({ from }) => from === to);

function isBefore(
  { mentions }: TalksSentence,
  { from }: TokenRange,
  cue: CueName,
  furthest: number,
): boolean {
  return cuesOf(mentions, cue).some(({ to }) => to <= from && from - to <= furthest);
}

const isBeside = (sentence: TalksSentence, mention: Mention, cue: CueName): boolean =>
  cuesOf(sentence.mentions, cue).some(
    ({ from, to }) =>
      (to <= mention.from && mention.from - to <= 1) ||
      (from >= mention.to && from - mention.to <= 1),
  );

/** Whether the talks are held at this place, or were to be; null for one that is only wished for. */
export function givenAs(
  view: TalksView,
  sentence: TalksSentence,
  mention: TokenRange,
): VenueMention["given"] | null {
  const { cues } = sentence;
  const whole = placeWithIn(sentence, mention);
  if ([whole, mention].some((range) => isBefore(sentence, range, "meeting.instead", 0)))
    return "former";
  if (isBefore(sentence, mention, "meeting.to", 1) && cues.has("phase.postponed")) return "current";
  const isSource = isBehindFrom(sentence, mention);
  const changes = cues.has("meeting.moved") || cues.has("phase.postponed");
  if (!changes) return isSource && cues.has("talks.travel") ? null : "current";
  if (isMoveDenied(view, sentence))
    return isBefore(sentence, mention, "meeting.to", 1) ? null : "current";
  if (!isWished(view, sentence)) return isSource ? "former" : "current";
  return isSource || isBefore(sentence, mention, "meeting.to", 1) ? null : "current";
}

/** "In Muscat" with its preposition. */
function placeWithIn({ mentions }: TalksSentence, mention: TokenRange): TokenRange {
  const before = cuesOf(mentions, "meeting.in").find(({ to }) => to === mention.from);
  return before === undefined ? mention : { from: before.from, to: mention.to };
}

/** "From Geneva", "from the city of Geneva", but not "the round of talks Tuesday" in Persian. */
function isBehindFrom(sentence: TalksSentence, mention: TokenRange): boolean {
  if (!isBefore(sentence, mention, "meeting.from", 1)) return false;
  return !cuesOf(sentence.mentions, "talks.negotiation", "talks.meeting").some(
    ({ to }) => to === mention.from,
  );
}

/** "Denied that the talks would be moved to Izmir". */
function isMoveDenied({ read }: TalksView, sentence: TalksSentence): boolean {
  const moves = cuesOf(sentence.mentions, "meeting.moved");
  return (
    moves.length > 0 &&
    sentence.cues.has("modality.denial") &&
    moves.every((move) => modalityAt(read, sentence, move) === "negated")
  );
}

/** The move is asked for or denied rather than made. */
function isWished({ read }: TalksView, sentence: TalksSentence): boolean {
  const settled = cuesOf(sentence.mentions, "talks.settled").map((cue) =>
    modalityAt(read, sentence, cue),
  );
  if (settled.length > 0) return settled.every((modality) => modality === "negated");
  return sentence.cues.has("phase.in-doubt");
}

/** A city and its country beside it are one place. */
function withoutRepeated(found: readonly VenueMention[]): VenueMention[] {
  return found.filter(
    ({ venue, given }, at) =>
      !found.some(
        (other, otherAt) =>
          otherAt !== at &&
          other.given === given &&
          other.venue.country === venue.country &&
          (venue.city === null ? other.venue.city !== null || otherAt < at : false),
      ),
  );
}
