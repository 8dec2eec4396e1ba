import { cuesOf, type MentionOf } from "../mention.ts";
import { withoutCompanions } from "./companions.ts";
import { listedAfter, listedBefore } from "./lists.ts";
import { headsForParties, pairAt } from "./paired-heads.ts";
import type { Named } from "./people-named.ts";
import { isNamedTeam, isNearTeamNoun, type Team, teamOf } from "./teams.ts";
import { actorIn } from "./titles.ts";
import { isCueAt, type Words } from "./word-roles.ts";

/** Someone placed in a delegation by a sentence, and whose delegation the words name. */
export type Placed = {
  readonly named: Named;
  readonly team: string | null;
  readonly head: boolean;
};

/** A sentence made ready for finding who is placed where. */
export type Table = {
  readonly words: Words;
  /** Those who may be placed, in order. */
  readonly people: readonly Named[];
  readonly teams: readonly Team[];
  /** Whether what a cue says is told as a fact of this round. */
  readonly isAsserted: (cue: MentionOf<"cue">) => boolean;
};

/** Those whom a sentence says to head a delegation. */
export function headsIn(table: Table): Placed[] {
  const { mentions } = table.words.sentence;
  const cues = (name: Parameters<typeof cuesOf>[1]): readonly MentionOf<"cue">[] =>
    cuesOf(mentions, name).filter(table.isAsserted);
  const { words } = table;
  const nominal = [
    ...cuesOf(mentions, "delegation.led-by").filter(
      ({ to }) => words.isEnglish || words.roleAt(to) !== "entity",
    ),
    ...cuesOf(mentions, "delegation.chief"),
  ];
  const verbs = cues("delegation.head").filter(
    ({ from, to }) => !nominal.some((other) => other.from < to && from < other.to),
  );
  const pairs = [...cues("delegation.led-by"), ...verbs];
  const pair = pairs.map((cue) => pairAt(table, cue)).find((two) => two.length > 0);
  if (pair !== undefined) return pair;
  const each = headsForParties(table);
  if (each.length > 0) return each;
  return [
    ...cues("delegation.led-by").flatMap((cue) => ledBy(table, cue)),
    ...cues("delegation.chief").flatMap((cue) => chief(table, cue)),
    ...verbs.flatMap((cue) => leading(table, cue)),
  ];
}

const head = (named: Named | undefined, team: string | null): Placed[] =>
  named === undefined ? [] : [{ named, team, head: true }];

/** A person of another party than the delegation does not lead it. */
const fits = ({ actor }: Named, team: string | null): boolean =>
  team === null || actor === null || actor === team;

/** "Led by NAME", «برئاسة …», «به ریاست …». */
function ledBy({ words, people, teams }: Table, cue: MentionOf<"cue">): Placed[] {
  if (isCueAt(words, cue.to, "delegation.noun")) return appointed({ words, people, teams }, cue);
  if (!words.isEnglish && words.roleAt(cue.to) === "entity") return [];
  const team = teamOf(words, teams, cue, "before");
  const next = listedAfter(words, people, cue.to).find((one) => fits(one, team));
  return head(next, next?.actor ?? team);
}

/** "NAME را به ریاست هیئت گماشت", «كلف NAME برئاسة الوفد». */
function appointed(
  { words, people, teams }: Omit<Table, "isAsserted">,
  cue: MentionOf<"cue">,
): Placed[] {
  const team = teamOf(words, teams, cue, "any");
  const able = people.filter((one) => fits(one, team));
  return head(
    listedBefore(words, able, cue.from).at(-1) ?? listedAfter(words, able, cue.to)[0],
    team,
  );
}

/** "The head of the delegation, NAME", "NAME, chief negotiator", "named NAME as head of". */
function chief({ words, people, teams }: Table, cue: MentionOf<"cue">): Placed[] {
  const team = teamOf(words, teams, cue, words.isEnglish ? "any" : "after");
  const able = people.filter((one) => fits(one, team));
  const leaders = isAtHead(words, cue) ? withoutCompanions(words, able) : able;
  const apposed = leaders.find(({ to, titleTo }) => isApposed(words, to, titleTo, cue));
  if (apposed !== undefined) return head(apposed, team);
  const next = able.find(({ from }) => from >= cue.to && isPhrase(words, cue.to, from));
  return head(next ?? listedBefore(words, leaders, cue.from).at(-1), team);
}

/** "At the head of" is said of the one who comes, not of a name beside it. */
const isAtHead = (words: Words, { from }: { readonly from: number }): boolean =>
  isCueAt(words, from, "delegation.at-head");

/** A name and a comma just before, or the office in the title behind the name. */
const isApposed = (
  { tokens, isArabic }: Words,
  to: number,
  titleTo: number,
  cue: { readonly from: number },
): boolean => {
  if (to > cue.from) return false;
  if (to === cue.from && isArabic) return true;
  const isComma = tokens[to]?.kind === "mark" && ",\u060c".includes(tokens[to]?.text ?? "-");
  return isComma && (cue.from <= to + 3 || cue.from <= titleTo + 1);
};

const LONGEST_PHRASE = 8;

/** Nothing but the delegation, titles and a comma stand between an office and a name. */
function isPhrase(words: Words, from: number, to: number): boolean {
  if (to - from > LONGEST_PHRASE) return false;
  for (let at = from; at < to; at += 1) {
    const role = words.roleAt(at);
    const isComma = role === "mark" && ",\u060c".includes(words.tokens[at]?.text ?? "-");
    const isPart =
      role === "entity" ||
      role === "title" ||
      isComma ||
      isCueAt(words, at, "delegation.noun", "delegation.link", "delegation.chief") ||
      (words.isArabic && (words.tokens[at]?.text.startsWith("\u0627\u0644") ?? false));
    if (!isPart || isCueAt(words, at, "talks.report")) return false;
  }
  return true;
}

/** "NAME leads the team", «يترأس NAME الوفد», «NAME ریاست هیئت را بر عهده دارد». */
function leading(table: Table, cue: MentionOf<"cue">): Placed[] {
  const { words, people, teams } = table;
  const side = words.view.read.article.lang === "fa" ? "any" : "after";
  const told = ledFor(words, cue) ?? teamOf(words, teams, cue, side);
  if (told === null && !isNearTeamNoun(words, cue, TEAM_NEAR)) return [];
  const own = told === null || isNamedTeam(words, teams, told) ? null : subjectOf(table, cue);
  const team = own ?? told;
  const able = people.filter((one) => fits(one, team));
  const before = listedBefore(words, withoutCompanions(words, able), cue.from).at(-1);
  const after = listedAfter(words, able, cue.to)[0];
  const isNear = after !== undefined && after.from - cue.to <= FURTHEST_AFTER;
  const isNewClause = isCueAt(words, cue.from - 1, "delegation.and");
  const isAfter = isNear && ((words.isArabic && !isRelative(words, cue)) || isNewClause);
  const chosen = isAfter ? after : (before ?? after);
  return head(chosen, team);
}

/** A country alone may be the place or the other side: then whoever leads a delegation is of their own. */
function subjectOf({ words, people }: Table, cue: MentionOf<"cue">): string | null {
  if (!isNearTeamNoun(words, cue, TEAM_NEAR)) return null;
  const before = listedBefore(words, withoutCompanions(words, people), cue.from).at(-1);
  const after = words.isArabic ? listedAfter(words, people, cue.to)[0] : undefined;
  const subject = before ?? after;
  return subject?.person === null ? null : (subject?.actor ?? null);
}

/** "Leads for Iran". */
function ledFor(words: Words, { to }: { readonly to: number }): string | null {
  if (!words.isEnglish || isCueAt(words, to - 1, "delegation.noun")) return null;
  const preposition = [to, to - 1].find((at) => isCueAt(words, at, "delegation.for"));
  return preposition === undefined ? null : actorIn(words, to, preposition + 4);
}

const TEAM_NEAR = 8;
const FURTHEST_AFTER = 12;

/** «ويتكوف، الذي قاد الوفد»: who leads stands before. */
const isRelative = (words: Words, { from }: { readonly from: number }): boolean =>
  isCueAt(words, from - 1, "talks.complement", "delegation.who");
