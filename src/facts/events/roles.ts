import type { TokenRange } from "../../articles/token-range.ts";
import type { ActorMention } from "./actors.ts";
import { objectRoles } from "./done-to.ts";
import type { Roles, Scope } from "./role-scope.ts";
import { type EventSentence, opensClause, type Use } from "./uses.ts";

/** Words between a verb and its subject, and between it and its object. */
const SUBJECT_REACH = 12;
const OBJECT_REACH = 16;
const NOUN_REACH = 6;

/** The subject and object of a trigger among the actors that its clause names; null without a subject. */
export function rolesOf(
  sentence: EventSentence,
  actors: readonly ActorMention[],
  uses: readonly Use[],
  use: Use,
): Roles | null {
  const scope: Scope = { sentence, actors, uses, use };
  if (!use.verbal || ownsDoer(scope)) return nounRoles(scope);
  if (use.passive) return passiveRoles(scope);
  switch (sentence.language) {
    case "en":
      return subjectFirst(scope);
    case "ar":
      return nominalSentence(scope) ?? verbFirst(scope) ?? subjectFirst(scope) ?? moverOf(scope);
    case "fa":
      return verbLast(scope);
  }
}

/** "Joined Israel's war": the noun's own doer, not the subject of its support verb. */
function ownsDoer({ sentence, actors, use }: Scope): boolean {
  if (sentence.language === "en") {
    const noun = headOf(use);
    return actors.some(
      (actor) => actor.to === noun && actor.from > use.at && isOwner(sentence, use, actor),
    );
  }
  if (use.sense.verb) return false;
  return actors.some(
    (actor) =>
      actor.from === use.to &&
      !actors.some((other) => use.at < other.from && other.from < use.from),
  );
}

/** The event noun of a trigger: the last word of "began with an attack". */
const headOf = ({ sense, from, to }: Use): number => (sense.verb ? to - 1 : from);

/** "Israel's war", "US strikes"; but the drone in "shot down an Iranian drone" is no deed. */
const isOwner = ({ tokens, words }: EventSentence, use: Use, actor: TokenRange): boolean =>
  (tokens[actor.to - 1]?.text.endsWith("'s") ?? false) ||
  (!use.sense.verb && !words.marks("preposition").some((mark) => mark.to === actor.from));

function subjectFirst(scope: Scope): Roles | null {
  const { actors, use } = scope;
  const source = actors.findLast(
    (actor) =>
      actor.to <= use.at &&
      use.at - actor.to <= SUBJECT_REACH &&
      !isObject(scope, actor) &&
      !followsVerb(scope, actor) &&
      !hasOtherVerb(scope, actor.to, use.at),
  );
  return source === undefined ? null : withTarget(scope, source, use.at);
}

/** "Washington accuses Iran": an Arabic sentence, above all a headline, may begin with its subject. */
function nominalSentence(scope: Scope): Roles | null {
  const { sentence, use } = scope;
  const verb = sentence.tokens[use.at]?.text ?? "";
  if (!use.sense.verb || ARABIC_NO_PREDICATE.test(verb)) return null;
  const roles = subjectFirst(scope);
  const subject = roles?.sources.at(-1);
  if (subject === undefined || hasStop(scope, subject.to, use.at)) return null;
  return sentence.tokens.slice(subject.to, use.at).some(({ kind }) => kind === "mark")
    ? null
    : roles;
}

/** A verb with "and" begins a new sentence, one with an object pronoun is a relative clause of what it is done to. */
const ARABIC_NO_PREDICATE = /^[\u0648\u0641]|\u0647\u0627$|\u062a\u0647$/;

function verbFirst(scope: Scope): Roles | null {
  const { actors, use } = scope;
  const source = actors.find(
    (actor) =>
      actor.from > use.at &&
      actor.from - use.at <= NOUN_REACH &&
      (use.to - use.at === 1 || actor.from < use.to) &&
      !isObject(scope, actor) &&
      !hasStop(scope, use.at, actor.from),
  );
  return source === undefined ? null : withTarget(scope, source, source.to);
}

function withTarget(scope: Scope, source: ActorMention, from: number): Roles {
  const sources = coordinated(scope, source);
  const codes = new Set(sources.map(({ code }) => code));
  const target = scope.actors.find(
    (actor) =>
      actor.from >= from &&
      actor.from - Math.max(from, scope.use.to) <= OBJECT_REACH &&
      !codes.has(actor.code) &&
      !isPlace(scope, actor) &&
      !hasStop(scope, Math.max(from, scope.use.to), actor.from) &&
      !hasOtherVerb(scope, scope.use.to, actor.from),
  );
  return { sources, target: target ?? null };
}

function verbLast(scope: Scope): Roles | null {
  const { actors, use } = scope;
  const inClause = actors.filter(
    (actor) =>
      actor.to <= use.to &&
      !hasStop(scope, actor.to, use.from) &&
      !hasFiniteVerb(scope, actor.to, use.from) &&
      !isPlace(scope, actor),
  );
  const source = inClause.find((actor) => !isObject(scope, actor));
  if (source === undefined) return null;
  const sources = coordinated(scope, source);
  const codes = new Set(sources.map(({ code }) => code));
  const others = inClause.filter(({ code }) => !codes.has(code));
  const target = others.find((actor) => isAsker(scope, actor)) ?? others.at(-1);
  return target === undefined && use.sense.kind === "operator"
    ? withTarget(scope, source, use.to)
    : { sources, target: target ?? null };
}

/** "Rejected the proposal of": whose proposal it is comes before all other objects. */
const isAsker = ({ uses }: Scope, actor: TokenRange): boolean =>
  uses.some(({ sense, to }) => sense.kind === "operator" && !sense.verb && to === actor.from);

function passiveRoles(scope: Scope): Roles | null {
  const { sentence, actors, use } = scope;
  const agents = sentence.words.marks("agent");
  const source = actors.find((actor) =>
    agents.some((mark) => mark.to <= actor.from && actor.from - mark.to <= 3),
  );
  if (source === undefined) return sufferedRoles(scope) ?? moverOf(scope);
  const target = actors.findLast(
    ({ code, to }) => code !== source.code && to <= Math.max(use.at, use.from),
  );
  const after = actors.find(({ code, from }) => code !== source.code && from >= use.to);
  return { sources: [source], target: target ?? after ?? null };
}

/** "Three Iranian officers died in an American raid": whose raid it is follows its noun. */
function sufferedRoles({ sentence, actors, use }: Scope): Roles | null {
  if (!use.sense.received || sentence.language === "en") return null;
  const source = actors.find(({ from }) => from >= use.to && from - use.to <= 1);
  const target = actors.findLast(({ code, to }) => code !== source?.code && to <= use.to);
  return source === undefined || target === undefined ? null : { sources: [source], target };
}

/** "An American carrier was sent": whose forces they are tells who moves them. */
function moverOf(scope: Scope): Roles | null {
  const { sentence, actors, use } = scope;
  if (use.coded.type !== "MOBILIZE") return null;
  const owner = actors.findLast(
    (actor) =>
      (actor.to <= use.to || (sentence.language === "ar" && actor.from === use.to)) &&
      use.at - actor.to <= SUBJECT_REACH &&
      !isObject(scope, actor),
  );
  return owner === undefined ? null : withTarget(scope, owner, use.to);
}

/** "Israel's attack on Iran"; in Arabic and Persian the doer follows the noun. */
function nounRoles(scope: Scope): Roles | null {
  const { sentence, actors, use } = scope;
  const seized = objectRoles(scope);
  if (seized !== null) return seized;
  const noun = headOf(use);
  const before = actors.findLast((actor) => actor.to <= noun && noun - actor.to <= 1);
  const after = actors.find(
    (actor) => actor.from >= use.to && actor.from - use.to <= 2 && !isObject(scope, actor),
  );
  const source = sentence.language === "en" ? before : (after ?? before);
  if (source === undefined || isPlace(scope, source)) return null;
  if (hasStop(scope, Math.min(source.to, use.to), Math.max(source.from, use.from))) return null;
  const sources = coordinated(scope, source);
  const codes = new Set(sources.map(({ code }) => code));
  const from = Math.max(source.to, use.to);
  const target = actors.find(
    (actor) =>
      actor.from >= from &&
      actor.from - from <= NOUN_REACH &&
      !codes.has(actor.code) &&
      !isPlace(scope, actor) &&
      !hasStop(scope, from, actor.from),
  );
  return { sources, target: target ?? null };
}

/** "The United States and Israel": neighbours joined by a conjunction act together. */
function coordinated({ actors, sentence }: Scope, first: ActorMention): ActorMention[] {
  const wholes = sentence.words.marks("whole");
  const isWhole = (at: number): boolean => wholes.some(({ from }) => from === at);
  const joined = actors.filter((other) => {
    if (other.code === first.code) return false;
    if (other.from === first.from) return true;
    const [before, after] = other.from < first.from ? [other, first] : [first, other];
    const gap = sentence.tokens.slice(before.to, after.from);
    const joiner = sentence.tokens[after.from]?.text ?? "";
    if (gap.length === 0)
      return sentence.language === "ar" && joiner.startsWith("\u0648") && !isWhole(after.from);
    return gap.length === 1 && CONJUNCTIONS.has(gap[0]?.text ?? "");
  });
  return [first, ...joined].toSorted((a, b) => a.from - b.from);
}

const CONJUNCTIONS: ReadonlySet<string> = new Set(["and", "\u0648"]);

const isObject = ({ sentence }: Scope, actor: TokenRange): boolean =>
  sentence.words
    .marks("preposition")
    .some(
      (mark) =>
        mark.to === actor.from ||
        (mark.to === actor.from - 1 && isDeterminer(sentence, actor.from - 1)),
    );

/** "In Qatar" is where, not whom. */
const isPlace = ({ sentence }: Scope, actor: TokenRange): boolean =>
  sentence.words.marks("locative").some((mark) => mark.to === actor.from);

const hasFiniteVerb = ({ sentence }: Scope, from: number, to: number): boolean =>
  sentence.words.marks("support").some((mark) => from <= mark.from && mark.to <= to);

const isDeterminer = ({ words }: EventSentence, at: number): boolean =>
  words.marks("determiner").some((mark) => mark.from === at);

/** "Met Trump and urged him": the object of one verb is no subject of the next. */
const followsVerb = ({ sentence, uses, use }: Scope, actor: TokenRange): boolean =>
  sentence.language === "en" &&
  uses.some(
    (other) =>
      other !== use &&
      other.verbal &&
      other.sense.verb &&
      (other.to === actor.from || (other.from < actor.from && actor.to < other.to)),
  );

const hasOtherVerb = ({ uses, use }: Scope, from: number, to: number): boolean =>
  uses.some(
    (other) =>
      other !== use &&
      other.verbal &&
      !other.gerund &&
      other.governed === null &&
      from <= other.from &&
      other.from < to,
  );

const STOPS = ";:\u061b\u2014?\u061f!";

function hasStop({ sentence, use }: Scope, from: number, to: number): boolean {
  const isWithin = (mark: TokenRange): boolean => from <= mark.from && mark.from < to;
  return (
    sentence.tokens
      .slice(from, to)
      .some(({ kind, text }) => kind === "mark" && STOPS.includes(text)) ||
    opensClause(sentence.words, isWithin) ||
    (use.sense.kind === "event" && sentence.words.marks("complementizer").some(isWithin))
  );
}
