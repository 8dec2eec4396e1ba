import { cuesOf, hasCue } from "../mention.ts";
import type { Placed, Table } from "./heads.ts";
import { listedAfter, listedBefore } from "./lists.ts";
import type { Named } from "./people-named.ts";
import type { Team } from "./teams.ts";
import { isCueAt, type Words } from "./word-roles.ts";

type Range = { readonly from: number; readonly to: number };

/** "The two sides, led by A and B", "A and B headed the two delegations": one head for each party. */
export function pairAt(table: Table, cue: Range): Placed[] {
  const { words, people } = table;
  const teams = pairOfTeams(table, cue);
  if (teams === null && !isOfBoth(words, cue)) return [];
  const [after, before] = [
    listedAfter(words, people, cue.to).slice(0, 2),
    listedBefore(words, people, cue.from).slice(-2),
  ];
  const two = [after, before].find(([a, b]) => a !== undefined && isJoined(words, a, b));
  return two === undefined ? [] : assigned(table, two, teams);
}

/** "Between A for X and B for Y": whoever alone stands for a party leads. */
export function headsForParties({ words, people }: Table): Placed[] {
  const { mentions } = words.sentence;
  const standing = people.filter(
    ({ actor, to, titleTo }) =>
      actor !== null &&
      words.view.standings.get(actor) === "party" &&
      titleTo > to &&
      isCueAt(words, to, "delegation.for"),
  );
  const [a, b] = standing;
  if (standing.length !== 2 || a === undefined || b === undefined) return [];
  if (a.actor === b.actor || b.titleFrom - a.titleTo > JOINT) return [];
  const isBetween = isCueAt(words, a.titleFrom - 1, "delegation.between");
  if (!isBetween && !hasCue(mentions, "delegation.head", "delegation.led-by")) return [];
  return standing.map((named) => ({ named, team: named.actor, head: true }));
}

/** Two people between whom nothing but "and" and the party of the first stands. */
export const isJoined = (words: Words, a: Named, b: Named | undefined): boolean => {
  if (b === undefined) return false;
  const gap = Math.min(b.titleFrom, b.from) - Math.max(a.to, Math.min(a.titleTo, b.titleFrom));
  if (words.isArabic)
    return gap <= 0 || (gap === 1 && isCueAt(words, b.from - 1, "delegation.and"));
  return (
    gap <= JOINT && [b.titleFrom - 1, b.from - 1].some((at) => isCueAt(words, at, "delegation.and"))
  );
};

/** A conjunction and an article at most. */
const JOINT = 2;

function assigned(
  { words }: Table,
  two: readonly Named[],
  teams: readonly Team[] | null,
): Placed[] {
  const parties = words.view.dossier.actors.filter(({ standing }) => standing === "party");
  const placed = two.map((named, at): Placed => {
    const other = two[1 - at]?.actor ?? null;
    const left =
      other === null
        ? (teams?.[at]?.code ?? null)
        : (parties.find(({ code }) => code !== other)?.code ?? null);
    return { named, team: named.actor ?? left, head: true };
  });
  const codes = new Set(placed.map(({ team }) => team));
  return codes.size === 2 && !codes.has(null) ? placed : [];
}

/** "The Iranian and American delegations": both parties, just before what leads them. */
function pairOfTeams({ words, teams }: Table, cue: Range): readonly Team[] | null {
  const before = teams.filter(
    ({ code, to }) => to <= cue.from && words.view.standings.get(code) === "party",
  );
  const [a, b] = before.slice(-2);
  if (a === undefined || b === undefined || a.code === b.code) return null;
  const isBeside = b.from - a.to <= JOINT && cue.from - b.to <= FURTHEST;
  const isTeams = cuesOf(words.sentence.mentions, "delegation.noun", "delegation.both").some(
    ({ from, to }) => from <= b.to && a.from - to <= 1,
  );
  return isBeside && isTeams ? [a, b] : null;
}

const FURTHEST = 6;

const isOfBoth = ({ sentence }: Words, cue: Range): boolean =>
  cuesOf(sentence.mentions, "talks.both-sides", "delegation.both").some(
    ({ from, to }) =>
      (from >= cue.to - 2 && from - cue.to <= 3) || (to <= cue.from && cue.from - to <= 3),
  );
