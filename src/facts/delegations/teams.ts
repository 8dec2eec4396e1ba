import { cuesOf, type Mention, namesOf } from "../mention.ts";
import { actorOf } from "../relevance/talks-view.ts";
import type { Named } from "./people-named.ts";
import { isCueAt, type Words } from "./word-roles.ts";

/** What a sentence says of whose delegation a word speaks: a code, or nothing. */
export type Team = { readonly code: string; readonly from: number; readonly to: number };

/** On the side where a language does not put it, a team counts as this much further off. */
const WRONG_SIDE = 5;
const FURTHEST_TEAM = 9;
/** "A delegation of merchants headed by": a word for a delegation this close is the one meant. */
const OF_OTHERS = 4;
/** A country without a word for its delegation counts as further off. */
const BARE = 3;

/** The actors that a sentence names outside people's titles, where each stands. */
export function teamsIn({ sentence }: Words, people: readonly Named[]): Team[] {
  const found: Team[] = [];
  for (const mention of namesOf(sentence.mentions)) {
    const { sense, from, to } = mention;
    const code = sense.kind === "person" && sense.by === "name" ? null : actorOf(mention);
    const isChief = sense.kind === "person" && isChiefTitle(sentence.mentions, mention);
    if (code === null || (sense.kind === "person" && !isChief)) continue;
    const ofPerson = people.some(
      (one) =>
        one.titleFrom <= from &&
        to <= one.titleTo &&
        !isChief &&
        !isTeamNoun(sentence.mentions, from, to),
    );
    if (!ofPerson) found.push({ code, from, to });
  }
  return found;
}

/** "Head of the Iranian delegation" names no person by itself. */
const isChiefTitle = (mentions: readonly Mention[], { from, to }: Mention): boolean =>
  cuesOf(mentions, "delegation.chief").some((cue) => cue.from < to && from < cue.to);

const isTeamNoun = (mentions: readonly Mention[], from: number, to: number): boolean =>
  cuesOf(mentions, "delegation.noun").some((noun) => noun.from <= to + 1 && from <= noun.to + 1);

/** The delegation that a cue speaks of, on the preferred side of it or else on the other. */
export function teamOf(
  words: Words,
  teams: readonly Team[],
  cue: { readonly from: number; readonly to: number },
  side: "before" | "after" | "any",
): string | null {
  const { mentions } = words.sentence;
  const able = teams.filter(
    (team) =>
      (team.from === cue.to && !isCueAt(words, team.to, "talks.negotiation")) ||
      (isOfTeam(words, team) && !isCutOff(words, team, cue)),
  );
  const costs = able.map((team) => {
    const isBefore = team.to <= cue.from;
    const apart = isBefore ? cue.from - team.to : Math.max(0, team.from - cue.to);
    const wrong = side !== "any" && isBefore !== (side === "before") && apart > 0 ? WRONG_SIDE : 0;
    const bare = isTeamNoun(mentions, team.from, team.to) ? 0 : BARE;
    return { code: team.code, cost: apart + wrong + bare, apart };
  });
  const [nearest] = costs
    .filter(({ apart }) => apart <= FURTHEST_TEAM)
    .toSorted((a, b) => a.cost - b.cost);
  const told = able.findLast(({ from, to }) => to <= cue.from && isTeamNoun(mentions, from, to));
  const codes = new Set(able.map(({ code }) => code));
  const [only] = codes;
  const isOwn = !cuesOf(mentions, "delegation.noun").some(
    (noun) => noun.to <= cue.from && cue.from - noun.to <= OF_OTHERS,
  );
  return (nearest ?? told)?.code ?? (isOwn && codes.size === 1 ? (only ?? null) : null);
}

/** Whether a word for a delegation stands beside an actor: "the Omani delegation". */
export const isNamedTeam = (words: Words, teams: readonly Team[], code: string): boolean =>
  teams.some(
    (team) =>
      team.code === code &&
      isOfTeam(words, team) &&
      isTeamNoun(words.sentence.mentions, team.from, team.to),
  );

/** Not the other side of the talks, nor the country that talks are named for. */
export function isOfTeam(words: Words, { from, to }: Team): boolean {
  const nouns = cuesOf(words.sentence.mentions, "delegation.noun");
  if (nouns.some((noun) => from <= noun.from && noun.from <= to)) return true;
  const first = isCueAt(words, from - 1, "speech.determiner") ? from - 2 : from - 1;
  if (isCueAt(words, first, "delegation.against")) return false;
  if (isTeamNoun(words.sentence.mentions, from, to)) return true;
  if (isCueAt(words, first, "delegation.oblique", "talks.negotiation")) return false;
  return !(words.isEnglish && isCueAt(words, to, "talks.negotiation"));
}

/** What follows belongs to another clause when a mark or a turn stands between. */
function isCutOff(
  words: Words,
  team: Team,
  cue: { readonly from: number; readonly to: number },
): boolean {
  const isBefore = team.to <= cue.from;
  const [from, to] = isBefore ? [team.to, cue.from] : [cue.to, team.from];
  for (let at = from; at < to; at += 1) {
    if (isCueAt(words, at, "delegation.turn")) return true;
    if (isBefore || !words.isArabic || words.roleAt(at) !== "mark") continue;
    const closes = isCueAt(words, at + 1, "delegation.accompanied")
      ? nextMark(words, at, to)
      : null;
    if (closes === null) return true;
    at = closes;
  }
  return false;
}

/** Who comes along is told between commas. */
function nextMark(words: Words, from: number, to: number): number | null {
  for (let at = from + 1; at < to; at += 1) if (words.roleAt(at) === "mark") return at;
  return null;
}

/** Whether a word for a delegation stands near a cue. */
export const isNearTeamNoun = (
  { sentence }: Words,
  cue: { readonly from: number; readonly to: number },
  furthest: number,
): boolean =>
  cuesOf(sentence.mentions, "delegation.noun").some(
    (noun) => noun.from - cue.to <= furthest && cue.from - noun.to <= furthest,
  );
