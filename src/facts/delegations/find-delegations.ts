import type { Delegation, DelegationMember } from "../fact.ts";
import { cuesOf, hasCue, type MentionOf } from "../mention.ts";
import { modalityAt } from "../modality.ts";
import type { TalksSentence, TalksView } from "../relevance/talks-view.ts";
import { headsIn, type Placed, type Table } from "./heads.ts";
import { isMarkedHead } from "./marked-heads.ts";
import { membersOfOwnTeams } from "./own-teams.ts";
import { counterpartIn, otherSideHeads, othersComing } from "./other-side.ts";
import { replacedIn } from "./lists.ts";
import { membersIn, tableOf } from "./members.ts";
import {
  isTitled,
  type Named,
  peopleNamed,
  rememberStranger,
  type Strangers,
} from "./people-named.ts";
import { isOfTeam, teamsIn } from "./teams.ts";
import { wordsOf } from "./word-roles.ts";

/** Finds who represents each party at the talks, in the order of their naming, and who heads them. */
export function findDelegations(view: TalksView): Delegation[] {
  if (!view.sentences.some(mayPlace)) return [];
  const isPlacing = view.sentences.some(({ cues }) => PLACING.some((cue) => cues.has(cue)));
  const memory: Memory = { strangers: new Map(), party: null, head: null, isPlacing };
  const found = view.sentences.flatMap((sentence) => seatedIn(view, sentence, memory));
  const parties = [...new Set(found.map(({ party }) => party))];
  return parties.flatMap((party) => delegationOf(party, found));
}

/** What earlier sentences told; changed as the article is read. */
type Memory = {
  readonly strangers: Strangers;
  /** Whether any sentence has words that place people. */
  readonly isPlacing: boolean;
  /** Whose delegation the sentence before spoke of. */
  party: string | null;
  /** The party whose head was named last. */
  head: string | null;
};

type Seated = {
  readonly party: string;
  readonly name: string;
  readonly head: boolean;
  readonly from: number;
  readonly sentence: TalksSentence;
};

/** The words by which a sentence may place someone in a delegation. */
const PLACING = [
  "delegation.head",
  "delegation.led-by",
  "delegation.chief",
  "delegation.include",
  "delegation.with",
  "delegation.represent",
  "delegation.attend",
  "delegation.send",
  "delegation.across",
  "delegation.counterpart",
] as const;

/** Most sentences place nobody, and reading names is dear. */
const mayPlace = ({ cues, parties }: TalksSentence): boolean =>
  PLACING.some((cue) => cues.has(cue)) ||
  (parties.size >= 2 && (cues.has("talks.meeting") || cues.has("talks.negotiation")));

/** Whose delegation is meant goes on over a sentence that names no other party. */
function passOver({ parties }: TalksSentence, memory: Memory): void {
  if ([...parties].some((party) => party !== memory.party)) memory.party = null;
}

function seatedIn(view: TalksView, sentence: TalksSentence, memory: Memory): Seated[] {
  const isEnglish = view.read.article.lang === "en";
  const isBare = !mayPlace(sentence) && !sentence.cues.has("delegation.noun");
  if (isBare && !(isEnglish && memory.isPlacing)) {
    passOver(sentence, memory);
    return [];
  }
  const words = wordsOf(view, sentence);
  const named = peopleNamed(words, memory.strangers);
  for (const one of named)
    if (words.isEnglish || isTitled(words, one)) rememberStranger(words, one, memory.strangers);
  const teams = teamsIn(words, named);
  const carried = meansOther(sentence, view, teams) ? otherParty(view, memory.party) : memory.party;
  const others = [...sentence.parties].filter((party) => party !== carried);
  memory.party =
    partyOf(
      view,
      sentence,
      teams.filter((team) => isOfTeam(words, team)),
    ) ?? (others.length > 0 ? null : carried);
  if (!isOfTheseTalks(sentence)) return [];
  const replaced = replacedIn(words, named);
  const people = named.filter((one) => !replaced.has(one));
  const table: Table = { words, people, teams, isAsserted: isAssertedIn(view, sentence) };
  const placed = placedIn(table, carried, memory);
  const seated = placed.flatMap((one) =>
    seat(view, sentence, one, carried ?? senderOf(view, people, one)),
  );
  for (const { named: one } of placed) rememberStranger(words, one, memory.strangers);
  const heads = seated.filter(({ head }) => head);
  memory.head = heads.at(-1)?.party ?? memory.head;
  memory.party = seated.at(-1)?.party ?? memory.party;
  return seated;
}

function placedIn(table: Table, carried: string | null, memory: Memory): Placed[] {
  const heads = headsIn(table);
  const others = otherSideHeads(table, heads);
  const counterpart = counterpartIn(table, heads[0]?.team ?? memory.head);
  const members = [...membersIn(table, carried, heads), ...membersOfOwnTeams(table)];
  const told = [...heads, ...others, ...counterpart, ...members];
  const placed = [...told, ...othersComing(table, told)].map((one) =>
    isMarkedHead(table.words, one.named) ? { ...one, head: true } : one,
  );
  const isFound = placed.length > 0 && !hasCue(table.words.sentence.mentions, "delegation.across");
  return isFound ? placed : [...placed, ...tableOf(table)];
}

function seat(
  view: TalksView,
  sentence: TalksSentence,
  { named, team, head }: Placed,
  carried: string | null,
): Seated[] {
  const party = named.actor ?? team ?? carried;
  if (party === null || view.standings.get(party) !== "party") return [];
  if (!isFullEnough(named, head)) return [];
  return [{ party, name: named.name, head, from: named.from, sentence }];
}

/** "Rubio put NAME in charge of the team": whoever appoints a head is of the same party. */
function senderOf(
  view: TalksView,
  people: readonly Named[],
  { named, head }: Placed,
): string | null {
  const before = people.findLast(({ to, person }) => person !== null && to <= named.from);
  const actor = before?.actor ?? null;
  return head && actor !== null && view.standings.get(actor) === "party" ? actor : null;
}

/** One word alone names a stranger only at the head of a delegation. */
const isFullEnough = ({ person, name }: Named, head: boolean): boolean =>
  person !== null || /[\s-]/.test(name) || head;

/** "On the other side, …", where no party is named. */
const meansOther = (
  { mentions }: TalksSentence,
  view: TalksView,
  teams: ReturnType<typeof teamsIn>,
): boolean =>
  hasCue(mentions, "delegation.opposite") &&
  !teams.some(({ code }) => view.standings.get(code) === "party");

const otherParty = ({ dossier }: TalksView, party: string | null): string | null =>
  party === null
    ? null
    : (dossier.actors.find(({ standing, code }) => standing === "party" && code !== party)?.code ??
      null);

/** The only party whose delegation a sentence speaks of. */
function partyOf(
  view: TalksView,
  { mentions }: TalksSentence,
  teams: ReturnType<typeof teamsIn>,
): string | null {
  const nouns = cuesOf(mentions, "delegation.noun");
  if (nouns.length === 0 && !hasCue(mentions, "delegation.chief")) return null;
  const ofParties = teams.filter(({ code }) => view.standings.get(code) === "party");
  const beside = ofParties.filter(({ from, to }) =>
    nouns.some((noun) => noun.from <= to && from <= noun.to),
  );
  const codes = new Set((beside.length > 0 ? beside : ofParties).map(({ code }) => code));
  const [only] = codes;
  return codes.size === 1 ? (only ?? null) : null;
}

function isOfTheseTalks({ parties, namesOtherTalks, cues }: TalksSentence): boolean {
  if (namesOtherTalks && parties.size < 2) return false;
  return !cues.has("talks.off-subject") && !cues.has("meeting.outside");
}

/** Not what is denied, only possible, or told of an earlier round. */
function isAssertedIn(view: TalksView, sentence: TalksSentence): Table["isAsserted"] {
  const past = cuesOf(sentence.mentions, "delegation.past");
  const replaced = cuesOf(sentence.mentions, "delegation.replaced");
  if (namesPastYear(view, sentence)) return () => false;
  return (cue: MentionOf<"cue">): boolean => {
    const isPast = past.some(
      ({ from, to }) => from - cue.to <= PAST_AFTER && cue.from - to <= PAST_BEFORE,
    );
    if (isPast) return false;
    const modality = modalityAt(view.read, sentence, cue);
    // "Instead of" negates the one whose place is taken alone.
    if (modality === "negated")
      return replaced.some(({ to }) => to <= cue.from && cue.from - to <= PAST_AFTER);
    return modality === "asserted" || modality === "future";
  };
}

/** "In 2015 the delegation was led by …". */
function namesPastYear({ read }: TalksView, { from, to }: TalksSentence): boolean {
  const year = read.article.published.getUTCFullYear();
  return read.tokens
    .slice(from, to)
    .some(
      ({ kind, text }) => kind === "number" && /^(?:19|20)\d\d$/.test(text) && Number(text) < year,
    );
}

const PAST_BEFORE = 4;
const PAST_AFTER = 10;

function delegationOf(party: string, found: readonly Seated[]): Delegation[] {
  const ours = found.filter((one) => one.party === party);
  const [first] = ours;
  if (first === undefined) return [];
  const inOrder = ours.toSorted((a, b) => a.sentence.from - b.sentence.from || a.from - b.from);
  const names = wholeNames([...new Set(inOrder.map(({ name }) => name))]);
  const evidence = (ours.find(({ head }) => head) ?? first).sentence.span;
  const members = names.map((person): DelegationMember => {
    const named = inOrder.filter(({ name }) => isSameName(name, person));
    const head = named.some((one) => one.head);
    const spans = named.filter((one) => one.head === head).map(({ sentence }) => sentence.span);
    const [span] = spans;
    const isElsewhere = span !== undefined && !spans.some(([start]) => start === evidence[0]);
    return { person, head, ...(isElsewhere ? { named: span } : {}) };
  });
  return [{ party, members, evidence }];
}

/** A family name alone is the person whose full name stands elsewhere. */
const wholeNames = (names: readonly string[]): string[] =>
  names.filter((name) => !names.some((other) => other !== name && isSameName(name, other)));

const isSameName = (short: string, full: string): boolean =>
  short === full || full.endsWith(` ${short}`);
