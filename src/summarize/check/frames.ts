import { compilePhrases, findPhrases, type Phrases } from "../../articles/phrases.ts";
import type { TokenRange } from "../../articles/token-range.ts";
import { cuesOf, type Mention, namesOf } from "../../facts/mention.ts";
import type { Reader } from "../../facts/read-article.ts";
import { actorOf } from "../../facts/relevance/talks-view.ts";
import { LANGUAGES, type Language } from "../../lib/language.ts";
import { DEED_KINDS, type DeedKind, type FrameWords } from "./frame-words.ts";
import type { Passage } from "./reading.ts";

/** What an actor is to the deed that is told nearest to the name. */
export type Slot = "source" | "target" | "aside" | "unproven";

/** An actor in its slot of a deed. */
export type Filled = {
  readonly kind: DeedKind;
  readonly slot: Slot;
  readonly actor: string;
  readonly name: Mention;
  /** Of the word for the deed, so that what belongs to the same deed is known. */
  readonly at: number;
};

/** Reads who does what to whom, name by name; each passage once. */
export type FrameReader = (passage: Passage) => Frames;

/** Actors in their slots, and every kind of deed that a passage has a word for. */
export type Frames = { readonly filled: readonly Filled[]; readonly kinds: ReadonlySet<DeedKind> };

type Role =
  | "agent"
  | "of"
  | "from"
  | "target"
  | "aside"
  | "received"
  | "object"
  | "made"
  | "skipped";
type Word = { readonly deed: DeedKind; readonly verb: boolean } | { readonly role: Role };
const ROLES: readonly Role[] = [
  "agent",
  "of",
  "from",
  "target",
  "aside",
  "received",
  "object",
  "made",
  "skipped",
];

/** Makes the reader of frames. */
export function createFrameReader(words: FrameWords, languages: Reader["languages"]): FrameReader {
  const compiled = new Map(
    LANGUAGES.map((language) => [
      language,
      compilePhrases(entriesOf(words[language]), languages[language]),
    ]),
  );
  const known = new WeakMap<Passage, Frames>();
  return (passage) => {
    const phrases = compiled.get(passage.language);
    const found =
      known.get(passage) ??
      (phrases === undefined
        ? NOTHING
        : readFrames(passage, phrases, new Set(words[passage.language].be)));
    known.set(passage, found);
    return found;
  };
}

function* entriesOf(words: FrameWords[Language]): Generator<readonly [string, Word]> {
  for (const deed of DEED_KINDS) {
    for (const word of words.verbs[deed]) yield [word, { deed, verb: true }];
    for (const word of words.nouns[deed]) yield [word, { deed, verb: false }];
  }
  for (const role of ROLES) for (const word of words[role]) yield [word, { role }];
}

type Deed = TokenRange & {
  readonly kind: DeedKind;
  readonly verb: boolean;
  readonly noun: boolean;
};
type Clause = {
  readonly be: ReadonlySet<string>;
  readonly passage: Passage;
  readonly deeds: readonly Deed[];
  readonly names: readonly Mention[];
  readonly roles: readonly (TokenRange & { readonly role: Role })[];
};

const NOTHING: Frames = { filled: [], kinds: new Set() };

function readFrames(passage: Passage, phrases: Phrases<Word>, be: ReadonlySet<string>): Frames {
  const clauses = clausesOf(passage).map((range) => ({
    ...readClause(passage, phrases, range),
    be,
  }));
  return {
    filled: clauses.flatMap((clause) => clause.names.flatMap((name) => filled(clause, name))),
    kinds: new Set(clauses.flatMap(({ deeds }) => deeds.map(({ kind }) => kind))),
  };
}

function readClause(
  passage: Passage,
  phrases: Phrases<Word>,
  { from, to }: TokenRange,
): Omit<Clause, "be"> {
  const found = findPhrases(phrases, passage.read.tokens, from, to);
  return {
    passage,
    deeds: deedsIn(found),
    names: actorsIn(passage, { from, to }),
    roles: found.flatMap(({ value, from: start, to: end }) =>
      "role" in value ? [{ role: value.role, from: start, to: end }] : [],
    ),
  };
}

const isOffice = ({ sense }: Mention): boolean =>
  sense.kind === "person" || sense.kind === "institution";

/** Each once; whoever is a person or an office is no mere country. */
function actorsIn({ mentions }: Passage, { from, to }: TokenRange): readonly Mention[] {
  const all = namesOf(mentions).filter(
    (name) => from <= name.from && name.to <= to && actorOf(name) !== null,
  );
  return all.filter((name, at) => {
    const same = all.filter((one) => one.from < name.to && name.from < one.to);
    const best = same.find(isOffice) ?? same[0];
    return best === name || (best === undefined && at === 0);
  });
}

/** Between semicolons and words that begin what another does. */
function clausesOf({ read, mentions }: Passage): readonly TokenRange[] {
  const cuts = new Set([
    ...cuesOf(mentions, "speech.contrast").map(({ from }) => from),
    ...read.tokens.flatMap(({ text }, at) => (SEMICOLONS.includes(text) ? [at] : [])),
    ...read.sentences.map(({ from }) => from),
  ]);
  const bounds = [...new Set([0, ...cuts, read.tokens.length])].toSorted((a, b) => a - b);
  return bounds.slice(1).map((to, at) => ({ from: bounds[at] ?? 0, to }));
}

const SEMICOLONS = ";\u061b";

function deedsIn(
  found: readonly { readonly value: Word; readonly from: number; readonly to: number }[],
): readonly Deed[] {
  const deeds: Deed[] = [];
  for (const { value, from, to } of found) {
    if (!("deed" in value)) continue;
    const at = deeds.findIndex((one) => one.from < to && from < one.to);
    const known = deeds[at];
    const one: Deed = { kind: value.deed, verb: value.verb, noun: !value.verb, from, to };
    if (known === undefined) deeds.push(one);
    else if (known.from === from && known.to === to)
      deeds[at] = { ...known, verb: known.verb || one.verb, noun: known.noun || one.noun };
    else if (to - from > known.to - known.from) deeds[at] = one;
  }
  return deeds;
}

const distance = (one: TokenRange, other: TokenRange): number =>
  one.from >= other.to ? one.from - other.to : other.from - one.to;

function filled(clause: Clause, name: Mention): readonly Filled[] {
  const actor = actorOf(name);
  const near = clause.deeds.toSorted((a, b) => distance(name, a) - distance(name, b));
  // "A has B's demand refused": the demand has its owner, and A does what is told behind it.
  const deed =
    clause.passage.language === "fa"
      ? (near.find((one) => !isOwned(clause, name, one)) ?? near[0])
      : near[0];
  if (deed === undefined || actor === null) return [];
  return [{ kind: deed.kind, actor, name, at: deed.from, slot: slotOf(clause, name, deed) }];
}

const isOwned = ({ names }: Clause, name: Mention, deed: Deed): boolean =>
  !deed.verb && name.to <= deed.from && names.some((one) => one.from === deed.to);

const NO_LEADS: ReadonlySet<Role> = new Set(["received", "object", "made", "skipped"]);

/** What the word before a name makes of it. */
function leadOf({ roles }: Clause, name: Mention): Role | null {
  const skipped = roles.find(({ role, to }) => role === "skipped" && to === name.from);
  const at = skipped?.from ?? name.from;
  const leads = roles.filter(({ role, to }) => to === at && !NO_LEADS.has(role));
  return leads.toSorted((a, b) => b.to - b.from - (a.to - a.from))[0]?.role ?? null;
}

function slotOf(clause: Clause, name: Mention, deed: Deed): Slot {
  const { passage } = clause;
  const lead = leadOf(clause, name) ?? (isJoinedTo(passage, name) ? "target" : null);
  const isBefore = name.to <= deed.from;
  if (lead === "agent") return "source";
  if (lead === "aside") return "aside";
  if (lead === "of" || lead === "from") return slotBehindOf(clause, name, deed);
  if (lead === "target") return "target";
  if (isOwner(passage, name)) return isNear(name, deed) && isBefore ? "source" : "aside";
  if (passage.language === "fa" && !deed.verb && name.from === deed.to) return "source";
  if (clause.roles.some(({ role, from }) => role === "object" && from === name.to)) return "target";
  if (isBefore && passage.language === "en" && deed.noun && name.to === deed.from) return "source";
  if (isBefore) return isUndergone(clause, deed) ? "target" : "source";
  return slotAfter(clause, name, deed);
}

/** In words between a name and the noun that belongs to it: "Iran's new demand". */
const NEAR = 3;
const isNear = (name: Mention, deed: Deed): boolean => distance(name, deed) <= NEAR;

/** "The demands of Iran" are its own, but who "demands guarantees of Iran" demands them from it. */
function slotBehindOf({ names, roles }: Clause, name: Mention, deed: Deed): Slot {
  if (name.to <= deed.from) return "aside";
  if (distance(name, deed) > FAR) return "aside";
  if (roles.some(({ role, to }) => role === "made" && to === deed.from)) return "target";
  const hasSubject = names.some(({ to }) => to === deed.from);
  return deed.verb && (hasSubject || !deed.noun) ? "target" : "source";
}

const FAR = 6;

function slotAfter(clause: Clause, name: Mention, deed: Deed): Slot {
  const between = clause.names.filter(({ from, to }) => from >= deed.to && to <= name.from);
  const isFirst = between.length === 0;
  if (clause.passage.language === "en") {
    if (!deed.verb || !isFirst) return "aside";
    return distance(name, deed) <= 1 ? "target" : "aside";
  }
  if (clause.passage.language === "fa")
    return isFirst && !deed.verb && distance(name, deed) === 0 ? "source" : "aside";
  const hasSubject = clause.names.some(
    (one) => one.to <= deed.from && leadOf(clause, one) === null,
  );
  if (!isFirst) return deed.verb ? "target" : "aside";
  if (distance(name, deed) > 1) return "aside";
  return deed.verb && hasSubject ? "target" : "source";
}

const isOwner = ({ text, language }: Passage, { span }: Mention): boolean =>
  (language === "en" && /^['\u2019]s?/u.test(text.slice(span[1], span[1] + 2))) ||
  (language === "en" && /['\u2019]s?$/u.test(text.slice(...span)));

/** Arabic writes "to" joined to the name. */
const isJoinedTo = ({ language, read }: Passage, { from, sense }: Mention): boolean =>
  language === "ar" &&
  (sense.kind === "actor" || sense.kind === "country") &&
  JOINED_TO.test(read.tokens[from]?.text ?? "");

const JOINED_TO = /^\u0644[\u0627\u0644\u0639]/u;

function isUndergone({ roles, passage, be }: Clause, deed: Deed): boolean {
  const isReceived = roles.some(
    ({ role, from, to }) =>
      role === "received" &&
      (Math.abs(deed.from - to) <= NEAR ||
        (passage.language === "fa" && Math.abs(from - deed.to) <= NEAR)),
  );
  if (isReceived || passage.language !== "en" || !deed.verb) return isReceived;
  const { tokens } = passage.read;
  const isPast =
    tokens[deed.from]?.text.endsWith("ed") === true || tokens[deed.from]?.text === "struck";
  return isPast && [1, 2].some((back) => be.has(tokens[deed.from - back]?.text ?? ""));
}
