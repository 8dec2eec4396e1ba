import { cuesOf, hasCue, type MentionOf } from "../mention.ts";
import { tellsOfRound } from "../meetings/round-sentence.ts";
import type { Placed, Table } from "./heads.ts";
import { listedAfter, listedBefore, withoutSpeakers } from "./lists.ts";
import { isLeader, type Named } from "./people-named.ts";
import { isNearTeamNoun, teamOf } from "./teams.ts";
import { isCueAt, type Words } from "./word-roles.ts";

/** Those whom a sentence says to belong to a delegation or to represent a party. */
export function membersIn(
  table: Table,
  carried: string | null,
  heads: readonly Placed[],
): Placed[] {
  const { mentions } = table.words.sentence;
  const cues = (...names: Parameters<typeof hasCue>[1][]): readonly MentionOf<"cue">[] =>
    cuesOf(mentions, ...names).filter(table.isAsserted);
  const able = { ...table, people: table.people.filter(({ person }) => !isLeader(person)) };
  const ofTalks = hasCue(mentions, "talks.negotiation", "talks.meeting", "delegation.noun");
  return [
    ...cues("delegation.include", "delegation.with").flatMap((cue) =>
      included(able, cue, partyBeside(heads, cue), carried),
    ),
    ...cues("delegation.represent").flatMap((cue) => representing(able, cue)),
    ...cues("delegation.send").flatMap((cue) => (ofTalks ? representing(able, cue) : [])),
    ...cues("delegation.attend").flatMap((cue) => attending(able, cue)),
  ];
}

/** "Includes A and B", "accompanied by A", "A will go with her". */
// oxlint-disable-next-line eslint/max-params -- both are whose delegation it may be
function included(
  table: Table,
  cue: MentionOf<"cue">,
  beside: string | null,
  carried: string | null,
): Placed[] {
  const { words, people, teams } = table;
  const isOfDelegation =
    isNearTeamNoun(words, cue, NEAR_TEAM) ||
    hasCue(words.sentence.mentions, "delegation.head", "delegation.led-by", "delegation.chief") ||
    hasCue(words.sentence.mentions, "delegation.represent") ||
    carried !== null;
  if (!isOfDelegation) return [];
  const isWith = [cue.from, cue.to - 1].some((at) =>
    isCueAt(words, at, "delegation.with", "delegation.accompanied"),
  );
  const team = (isWith ? beside : null) ?? teamOf(words, teams, cue, "before") ?? beside ?? carried;
  const after = listedAfter(words, people, cue.to);
  const before = withoutSpeakers(words, listedBefore(words, people, cue.from));
  const isBefore = cue.sense.cue === "delegation.with" ? before.length > 0 : after.length === 0;
  const listed = isBefore ? before : [...subjectOf(table, cue, before), ...after];
  const party = listed[0]?.actor ?? team;
  return sameSide(listed, party).map((named) => ({ named, team: party, head: false }));
}

/** The party of the head named last before a cue. */
const partyBeside = (heads: readonly Placed[], cue: MentionOf<"cue">): string | null => {
  const last = heads.findLast(({ named }) => named.to <= cue.from);
  return last?.named.actor ?? last?.team ?? null;
};

/** "NAME, accompanied by …" belongs to the same delegation. */
function subjectOf(
  { words }: Table,
  cue: MentionOf<"cue">,
  before: readonly Named[],
): readonly Named[] {
  const isJoined = isCueAt(words, cue.to - 1, "delegation.accompanied");
  const subject = before.at(-1);
  return isJoined && subject !== undefined && subject.sure ? [subject] : [];
}

const NEAR_TEAM = 10;

/** A list of one delegation ends where someone of the other side follows. */
function sameSide(listed: readonly Named[], party: string | null): readonly Named[] {
  const end = listed.findIndex(({ actor }) => actor !== null && party !== null && actor !== party);
  return end === -1 ? listed : listed.slice(0, end);
}

/** "A and B will represent the United States"; who alone represents a party leads. */
function representing({ words, people, teams }: Table, cue: MentionOf<"cue">): Placed[] {
  const team = teamOf(words, teams, cue, words.isEnglish || words.isArabic ? "after" : "any");
  if (team === null) return [];
  const isSent = cue.sense.cue === "delegation.send";
  const fitting = people.filter(
    ({ actor, sure, name, person }) =>
      (actor === null || actor === team) &&
      (person !== null || ((sure || !isSent) && /[\s-]/.test(name))),
  );
  const before = withoutSpeakers(words, listedBefore(words, fitting, cue.from));
  const after = listedAfter(words, fitting, cue.to);
  const isAfter = words.isArabic ? after.length > 0 : before.length === 0;
  const listed = isAfter ? after : before;
  const alone = listed.length === 1;
  return listed.map((named) => ({ named, team, head: alone }));
}

/** "A takes part in the talks": people whose party is known. */
function attending({ words, people }: Table, cue: MentionOf<"cue">): Placed[] {
  if (!hasCue(words.sentence.mentions, "talks.negotiation", "talks.meeting", "delegation.noun"))
    return [];
  const fitting = people.filter(({ actor, person }) => actor !== null && person !== null);
  const before = withoutSpeakers(words, listedBefore(words, fitting, cue.from));
  const after = listedAfter(words, fitting, cue.to);
  const listed = words.isArabic && after.length > 0 ? after : before;
  return listed.map((named) => ({ named, team: named.actor, head: false }));
}

/** Negotiators of both sides who meet, as members without a head. */
export function tableOf({ words, people }: Table): Placed[] {
  const { sentence } = words;
  const meets =
    (tellsOfRound(sentence) || hasCue(sentence.mentions, "delegation.across")) &&
    hasCue(sentence.mentions, "talks.meeting", "talks.negotiation", "delegation.across");
  if (!meets || hasCue(sentence.mentions, "phase.proposed")) return [];
  const sides = people.filter(
    (one) => one.actor !== null && (one.person?.negotiator ?? one.sure) && !isSpeaking(words, one),
  );
  const parties = new Set(sides.map(({ actor }) => actor));
  return parties.size < 2 ? [] : sides.map((named) => ({ named, team: named.actor, head: false }));
}

const isSpeaking = ({ sentence }: Words, { titleFrom, titleTo }: Named): boolean =>
  cuesOf(sentence.mentions, "talks.report").some(
    ({ from, to }) => from - titleTo <= 1 && titleFrom - to <= 1,
  );
