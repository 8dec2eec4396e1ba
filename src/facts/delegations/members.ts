import { cuesOf, type Mention, type MentionOf, mentionsOf, type Person } from "../mention.ts";
import type { ReadArticle } from "../read-article.ts";
import type { TalksSentence, TalksView } from "../relevance/talks-view.ts";
import { boundariesBetween, type Clause } from "../meetings/clauses.ts";

/** A person of a party whom a sentence places at the table. */
export type Seated = {
  readonly party: string;
  /** Canonical name, or as written for people whom the dossier does not know. */
  readonly name: string;
  readonly from: number;
  readonly to: number;
};

const FURTHEST_MEMBER = 14;

/** The people of the parties that the words for a delegation in a sentence take in. */
export function membersIn(
  view: TalksView,
  sentence: TalksSentence,
  clauses: readonly Clause[],
): Seated[] {
  const cues = cuesOf(
    sentence.mentions,
    "delegation.head",
    "delegation.led-by",
    "delegation.include",
    "delegation.represent",
  );
  if (cues.length === 0) return [];
  const people = mentionsOf(sentence.mentions, "person").filter(
    ({ sense }) => view.standings.get(sense.person.actor) === "party",
  );
  const seated: MentionOf<"person">[] = [];
  for (const mention of people) {
    const before = seated.findLast(({ sense }) => isSameSide(sense, mention.sense));
    const isNear = [...cues, ...(before === undefined ? [] : [before])].some(
      (other) => gap(other, mention) <= FURTHEST_MEMBER,
    );
    const isMember = mention.sense.person.negotiator
      ? !isOnlySpeaking(sentence, mention, clauses)
      : isNamedAsMember(view.read, sentence, mention, clauses);
    if (isNear && isMember) seated.push(mention);
  }
  return withoutRepeated(seated.map(asSeated));
}

const isSameSide = (a: { readonly person: Person }, b: { readonly person: Person }): boolean =>
  a.person.actor === b.person.actor;

/** The negotiators of both parties in one sentence of talks. */
export function negotiatorsIn(view: TalksView, sentence: TalksSentence): Seated[] {
  const people = mentionsOf(sentence.mentions, "person").filter(
    ({ sense }) => sense.person.negotiator && view.standings.get(sense.person.actor) === "party",
  );
  return withoutRepeated(people.map(asSeated));
}

const asSeated = ({ sense, from, to }: MentionOf<"person">): Seated => ({
  party: sense.person.actor,
  name: sense.person.name,
  from,
  to,
});

/** A name and the title beside it are one person. */
function withoutRepeated(seated: readonly Seated[]): Seated[] {
  return seated.filter(({ name }, at) => seated.findIndex((other) => other.name === name) === at);
}

/** Tokens between two mentions; 0 when they touch. */
export const gap = (
  a: { readonly from: number; readonly to: number },
  b: { readonly from: number; readonly to: number },
): number => Math.max(0, a.from >= b.to ? a.from - b.to : b.from - a.to);

/** Stands beside a verb of saying, in a clause without a word for a delegation. */
function isOnlySpeaking(
  { mentions }: TalksSentence,
  mention: Mention,
  clauses: readonly Clause[],
): boolean {
  const speaks = cuesOf(mentions, "talks.report").some(
    (verb) => gap(verb, mention) <= 1 && boundariesBetween(clauses, verb.from, mention.from) === 0,
  );
  if (!speaks) return false;
  return !cuesOf(mentions, "delegation.head", "delegation.led-by", "delegation.include").some(
    (cue) => boundariesBetween(clauses, cue.from, mention.from) === 0,
  );
}

/** Others than negotiators sit at the table only where they are listed, not as someone's chief. */
function isNamedAsMember(
  read: ReadArticle,
  sentence: TalksSentence,
  mention: MentionOf<"person">,
  clauses: readonly Clause[],
): boolean {
  const speaks = cuesOf(sentence.mentions, "talks.report").some((verb) => gap(verb, mention) <= 3);
  if (speaks || isPossessor(read, mention) || isLeader(mention.sense.person)) return false;
  const cues = cuesOf(
    sentence.mentions,
    "delegation.led-by",
    "delegation.include",
    "delegation.head",
    "delegation.represent",
  );
  return cues.some(
    (cue) => cue.from < mention.from + 8 && boundariesBetween(clauses, cue.from, mention.from) <= 4,
  );
}

/** A head of state or government sends delegations. */
const isLeader = ({ role }: Person): boolean => /^(president|supreme leader)\b/i.test(role.en);

/** "Trump's envoy", «مبعوث لترامب». */
function isPossessor({ tokens }: ReadArticle, { to, span, from }: Mention): boolean {
  const last = tokens[to - 1];
  const first = tokens[from];
  if (last === undefined || first === undefined) return false;
  return (
    /['\u2019]s$/.test(last.text) || (span[1] > span[0] && first.text.startsWith("\u0644\u062a"))
  );
}
