import { actorOf } from "../relevance/talks-view.ts";
import { followsParty, isCueAt, type Words } from "./word-roles.ts";

/** Whether an office or rank stands in a range of tokens. */
export function hasTitle(words: Words, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (words.roleAt(at) === "title") return true;
  return false;
}

/** Shorter offices, such as "foreign minister", may be of any country. */
const LONG_OFFICE = 3;

/** The words beside a name that tell who bears it. */
export type Titles = {
  readonly titleFrom: number;
  readonly titleTo: number;
  readonly actor: string | null;
};

const LONGEST_TITLE = 12;

/** The titles on both sides of a name, and the actor that they name first. */
export function titlesAround(words: Words, from: number, to: number): Titles {
  const titleFrom = followsParty(words, from) ? from : (titleStart(words, from) ?? from);
  const titleTo = appositionEnd(words, to);
  return {
    titleFrom,
    titleTo,
    actor: actorIn(words, titleFrom, from) ?? actorIn(words, to, titleTo),
  };
}

/** "Iran's deputy minister, NAME,": the title may end in a comma. */
function titleStart(words: Words, from: number): number | null {
  const comma = words.tokens[from - 1];
  const isComma = comma?.kind === "mark" && ",\u060c".includes(comma.text);
  const end = isComma ? from - 1 : from;
  let start = end;
  while (end - start < LONGEST_TITLE && isTitleWord(words, start - 1)) start -= 1;
  // Only English puts the country before the office.
  while (!words.isEnglish && start < end && words.roleAt(start) === "entity") start += 1;
  if (!isComma) return start;
  const opens = words.roleAt(start - 1) !== "mark" || start === words.sentence.from;
  return opens && hasTitle(words, start, end) ? start : null;
}

function isTitleWord(words: Words, at: number): boolean {
  const role = words.roleAt(at);
  if (isCueAt(words, at, "delegation.led-by")) return false;
  if (role === "title" || role === "entity" || role === "qualifier") return true;
  const token = words.tokens[at];
  if (words.isEnglish)
    return token?.text === "."
      ? words.roleAt(at - 1) === "title"
      : isCueAt(words, at, "delegation.link");
  return words.isArabic && role !== "mark" && (token?.text.startsWith("\u0627\u0644") ?? false);
}

/** "NAME, deputy minister of …,": from the comma to the next mark. */
function appositionEnd(words: Words, to: number): number {
  const mark = words.tokens[to];
  const isComma = mark?.kind === "mark" && ",\u060c(".includes(mark.text);
  let at = isComma ? to + 1 : to;
  const first = at;
  if (isJoined(words, at)) return to;
  while (isCueAt(words, at, "speech.determiner", "speech.former")) at += 1;
  if (!isComma && isCueAt(words, at, "delegation.for")) return afterEntity(words, at) ?? to;
  const opens = [0, 1, 2].some((step) => words.roleAt(at + step) === "title");
  const isDescribed =
    at > first || words.roleAt(at) === "entity" || words.roleAt(at) === "qualifier";
  const begins =
    words.roleAt(at) === "title" || (words.isEnglish && isComma && isDescribed && opens);
  const isGapped = words.isEnglish && at > first && words.roleAt(at) === "entity";
  if (isGapped && !isComma) return at + 1;
  const isOf = words.roleAt(at) === "entity" && isComma;
  if (!(begins || isOf) || (!isComma && !words.isArabic)) return to;
  while (at - first < LONGEST_TITLE && isApposed(words, at)) at += 1;
  return at;
}

/** "NAME for the United States", «NAME از طرف ایران». */
function afterEntity(words: Words, at: number): number | null {
  const entity = [1, 2, 3].find((step) => words.roleAt(at + step) === "entity");
  const between = [1, 2].filter((step) => step < (entity ?? 0));
  const isPlain = between.every((step) => words.roleAt(at + step) === "stop");
  if (entity === undefined || !isPlain) return null;
  let to = at + entity + 1;
  while (words.roleAt(to) === "entity") to += 1;
  return to;
}

/** What "and" joins to a name is no title of it. */
const isJoined = (words: Words, at: number): boolean =>
  isCueAt(words, at, "delegation.and") ||
  (words.isArabic &&
    (words.tokens[at]?.text.startsWith("\u0648") ?? false) &&
    !/^\u0648[\u0632\u0643]/.test(words.tokens[at]?.text ?? ""));

const isApposed = (words: Words, at: number): boolean =>
  words.roleAt(at) !== "mark" && words.roleAt(at) !== "person" && !isCueAt(words, at, ...VERBS);

const VERBS = [
  "talks.report",
  "delegation.head",
  "delegation.include",
  "delegation.led-by",
  "delegation.represent",
  "modality.future",
] as const;

/** The actor that a title names; the one nearest to the name in Arabic and Persian. */
export function actorIn(words: Words, from: number, to: number): string | null {
  const inside = words.sentence.mentions.filter(
    (one) =>
      from <= one.from &&
      one.to <= to &&
      (one.sense.kind === "actor" ||
        one.sense.kind === "country" ||
        one.sense.kind === "person" ||
        (one.sense.kind !== "city" && one.to - one.from >= LONG_OFFICE)) &&
      !(isCueAt(words, one.from - 1, "delegation.against") && one.from - 1 > from),
  );
  const actors = inside.map(actorOf).filter((actor) => actor !== null);
  return (words.isEnglish ? actors[0] : actors.at(-1)) ?? null;
}
