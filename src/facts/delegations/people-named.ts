import { hasCue, type Mention, mentionsOf, type Person } from "../mention.ts";
import { actorIn, hasTitle, titlesAround } from "./titles.ts";
import { nameRunAt } from "./name-runs.ts";
import { isCueAt, isHyphenated, type Words } from "./word-roles.ts";
import { isNoNameShape } from "./word-shapes.ts";

/** Someone whom a sentence names, known to the dossier or not. */
export type Named = {
  /** Canonical name, or as written for people whom the dossier does not know. */
  readonly name: string;
  readonly person: Person | null;
  /** The actor they belong to: of known people, or told by the title beside the name. */
  readonly actor: string | null;
  readonly from: number;
  readonly to: number;
  /** The title before the name begins here, else the same as `from`. */
  readonly titleFrom: number;
  /** The title behind the name ends here, else the same as `to`. */
  readonly titleTo: number;
  /** The words themselves show a name, wherever they stand. */
  readonly sure: boolean;
};

/** Full names of the people that an article named so far, by their last word in folded form. */
export type Strangers = Map<string, string>;

/** Everyone whom a sentence names, in order; a title alone counts where no name stands beside it. */
export function peopleNamed(words: Words, strangers: Strangers): Named[] {
  const known = knownByName(words);
  const unknown = isAllCapitals(words) ? [] : strangersIn(words, known, strangers);
  const names = [...known, ...unknown].toSorted((a, b) => a.from - b.from);
  const titled = knownByTitle(words).filter(
    ({ from, to }) => !names.some((one) => one.titleFrom - 2 < to && from < one.titleTo + 2),
  );
  return [...names, ...titled]
    .map((one) => withOwnTitle(words, one, names))
    .filter((one, _, all) => !all.some((other) => isInTitleOf(one, other)))
    .toSorted((a, b) => a.from - b.from);
}

/** "NAME, energy secretary NAME": what brings the next name is no title of the one before. */
function withOwnTitle(words: Words, one: Named, names: readonly Named[]): Named {
  const next = names.find(({ from }) => from >= one.to);
  const isNext = next !== undefined && next.titleFrom <= one.to + 1 && next.from < one.titleTo + 1;
  if (!isNext || next.titleFrom === next.from) return one;
  const actor = one.person?.actor ?? actorIn(words, one.titleFrom, one.from);
  return { ...one, titleTo: one.to, actor };
}

/** "NAME, a former Los Alamos scientist,": what stands in a title names nobody else. */
const isInTitleOf = (one: Named, other: Named): boolean =>
  one.person === null && other.to <= one.from && one.to <= other.titleTo;

function knownByName(words: Words): Named[] {
  const people = mentionsOf(words.sentence.mentions, "person").filter(
    ({ sense }) => sense.by === "name",
  );
  return people
    .filter(({ from, to }) => !people.some((one) => one.from < from && to <= one.to))
    .map(({ sense: { person }, from, to }) => {
      const start = words.isEnglish ? firstCapital(words, from) : from;
      const { titleFrom, titleTo } = titlesAround(words, start, to);
      const { name, actor } = person;
      return { name, person, actor, from: start, to, titleFrom, titleTo, sure: true };
    });
}

/** "Seyed Abbas Araghchi" where the dossier has the name without the first word. */
function firstCapital(words: Words, from: number): number {
  let at = from;
  while (words.roleAt(at - 1) === "free" && words.tokens[at - 1]?.capital === true) at -= 1;
  return at === words.sentence.from ? from : at;
}

function knownByTitle(words: Words): Named[] {
  return mentionsOf(words.sentence.mentions, "person")
    .filter((mention) => mention.sense.by === "title" && isOwnTitle(words, mention))
    .map(({ sense: { person }, from, to }) => ({
      name: person.name,
      person,
      actor: person.actor,
      from,
      to,
      titleFrom: from,
      titleTo: to,
      sure: true,
    }));
}

/** Not "a former secretary of state", nor the head of delegation, whoever that is now. */
function isOwnTitle(words: Words, { from, to }: Mention): boolean {
  const { mentions } = words.sentence;
  const inside = mentions.filter((one) => one.from < to && from < one.to);
  if (hasCue(inside, "delegation.chief", "speech.former")) return false;
  return ![from - 1, from - 2, to].some(
    (at) =>
      isCueAt(words, at, "speech.former") ||
      (at < from && isCueAt(words, at, "speech.indefinite")) ||
      (at === from - 1 && words.roleAt(at) === "title"),
  );
}

function strangersIn(words: Words, known: readonly Named[], strangers: Strangers): Named[] {
  const found: Named[] = [];
  let at = words.sentence.from;
  while (at < words.sentence.to) {
    const token = words.tokens[at];
    const isVerb = words.isArabic && isCueAt(words, at - 1, "delegation.who");
    const mayBegin = token?.kind === "word" && (token.capital || !words.isEnglish) && !isVerb;
    const run = mayBegin && words.roleAt(at) === "free" ? nameRunAt(words, at) : null;
    if (run === null || run.to <= at) {
      at += 1;
      continue;
    }
    const stranger = strangerOf(words, run, strangers);
    const isThing = words.isEnglish && isCueAt(words, at - 1, "speech.determiner");
    const touches = known.some(
      (one) => one.from <= run.to && run.from <= one.to && words.isEnglish,
    );
    if (stranger !== null && !touches && !isThing) found.push(stranger);
    at = run.to;
  }
  return found;
}

function strangerOf(
  words: Words,
  { from, to, name }: { readonly from: number; readonly to: number; readonly name: string },
  strangers: Strangers,
): Named | null {
  const isWhole = isWholeHyphenated(words, from, to);
  const isNamelike = isWhole || to - from >= 2;
  const mayBeKnown = strangers.size > 0 && (isWhole || !isNamelike);
  const known = mayBeKnown ? strangers.get(lastWord(words, to)) : undefined;
  const isOpen = isNamelike || words.isEnglish || isBetweenMarks(words, from, to);
  if (known === undefined && !isOpen) return null;
  const bare = { person: null, from, to, ...titlesAround(words, from, to) };
  if (known !== undefined) return { ...bare, name: known, sure: true };
  const sure = words.isEnglish || (isNamelike && showsName(words, { ...bare, name, sure: false }));
  if (!sure && hasNoNameShape(words, from, to)) return null;
  return { ...bare, name, sure };
}

function hasNoNameShape(words: Words, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (isNoNameShape(words, at)) return true;
  return false;
}

/** A title, a country, a hyphen or a common first name tells a name in scripts without capitals. */
const showsName = (words: Words, named: Named): boolean =>
  named.actor !== null ||
  isTitled(words, named) ||
  isCueAt(words, named.from, "delegation.name-word", "delegation.whole-name") ||
  isHyphenated(words, named.to - 1);

/** One word alone: «NAME، الذي …». */
const isBetweenMarks = (words: Words, from: number, to: number): boolean =>
  to - from === 1 && words.roleAt(to) === "mark" && isCueAt(words, to + 1, "delegation.who");

/** Keeps a full name in mind, so that the family name alone is known for the same person. */
export function rememberStranger(words: Words, named: Named, strangers: Strangers): void {
  const { name, person, from, to } = named;
  if (person !== null || to - from < 2 || isWholeHyphenated(words, from, to)) return;
  strangers.set(lastWord(words, to), name);
}

/** Whether a title beside the name shows that it is one. */
export const isTitled = (words: Words, { titleFrom, titleTo, from, to }: Named): boolean =>
  hasTitle(words, titleFrom, from) || hasTitle(words, to, titleTo);

/** A double family name without a first name. */
const isWholeHyphenated = (words: Words, from: number, to: number): boolean =>
  to - from >= 2 &&
  [...Array(to - from - 1).keys()].every((step) => isHyphenated(words, from + 1 + step));

function lastWord(words: Words, to: number): string {
  let from = to - 1;
  while (isHyphenated(words, from)) from -= 1;
  return words.tokens
    .slice(from, to)
    .map(({ text }) => text.replace(/'s$/, ""))
    .join("-");
}

/** A headline that writes every word large tells no names by it. */
function isAllCapitals({ sentence, tokens, isEnglish }: Words): boolean {
  if (!isEnglish || sentence.part !== "title") return false;
  const long = tokens
    .slice(sentence.from, sentence.to)
    .filter(({ kind, text }) => kind === "word" && text.length > 3);
  return long.filter(({ capital }) => capital).length * 4 > long.length * 3;
}

/** A head of state or government sends delegations. */
export const isLeader = (person: Person | null): boolean =>
  person !== null && /^(president|supreme leader)\b/i.test(person.role.en);
