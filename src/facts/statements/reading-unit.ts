import type { Token } from "../../articles/tokens.ts";
import type { CueName } from "../cues.ts";
import type { Mention, MentionOf } from "../mention.ts";
import type { ReadArticle, ReadSentence } from "../read-article.ts";
import { findQuotations, type Quotation } from "./quotations.ts";

/** A stretch of text that is read at once: a sentence, or several that a quotation holds together. */
export type ReadingUnit = {
  readonly read: ReadArticle;
  readonly tokens: readonly Token[];
  /** Range of token indices. */
  readonly from: number;
  readonly to: number;
  readonly part: ReadSentence["part"];
  readonly paragraph: number;
  readonly quotations: readonly Quotation[];
  readonly mentions: readonly Mention[];
  /** Cues by the token they begin at. */
  readonly cues: ReadonlyMap<number, readonly MentionOf<"cue">[]>;
};

/** The article in units; quotations never cross from one paragraph into the next. */
export function unitsOf(read: ReadArticle): ReadingUnit[] {
  const units: ReadingUnit[] = [];
  for (const sentences of paragraphsOf(read.sentences)) {
    const from = sentences[0]?.from ?? 0;
    const to = sentences.at(-1)?.to ?? 0;
    const quotations = findQuotations(read.visible, read.tokens, from, to);
    for (const group of heldTogether(sentences, quotations))
      units.push(unitOf(read, group, quotations));
  }
  return units;
}

function paragraphsOf(sentences: readonly ReadSentence[]): ReadSentence[][] {
  const paragraphs: ReadSentence[][] = [];
  for (const sentence of sentences) {
    const last = paragraphs.at(-1);
    if (last?.[0]?.paragraph === sentence.paragraph) last.push(sentence);
    else paragraphs.push([sentence]);
  }
  return paragraphs;
}

/** A headline is read whole. */
const isHeadlineOn = (group: readonly ReadSentence[], { part }: ReadSentence): boolean =>
  part === "title" && group[0]?.part === "title" && group.length < LONGEST_GROUP;

/** In sentences; a mark that is never closed must not join a whole article. */
const LONGEST_GROUP = 20;

function heldTogether(
  sentences: readonly ReadSentence[],
  quotations: readonly Quotation[],
): ReadSentence[][] {
  const groups: ReadSentence[][] = [];
  let next = 0;
  let heldTo = -1;
  for (const sentence of sentences) {
    const group = groups.at(-1);
    if (group !== undefined && isHeadlineOn(group, sentence)) group.push(sentence);
    else if (group !== undefined && sentence.from < heldTo && group.length < LONGEST_GROUP)
      group.push(sentence);
    else groups.push([sentence]);
    for (; (quotations[next]?.open ?? Infinity) < sentence.to; next += 1) {
      const quotation = quotations[next];
      if (quotation !== undefined) heldTo = (quotation.close ?? quotation.to - 1) + 1;
    }
  }
  return groups;
}

function unitOf(
  read: ReadArticle,
  group: readonly ReadSentence[],
  quotations: readonly Quotation[],
): ReadingUnit {
  const to = group.at(-1)?.to ?? 0;
  const from = afterDateline(read, group[0]);
  const mentions =
    group.length === 1 ? (group[0]?.mentions ?? []) : group.flatMap((one) => one.mentions);
  const cues = new Map<number, MentionOf<"cue">[]>();
  for (const mention of mentions) {
    if (!isCue(mention)) continue;
    const here = cues.get(mention.from);
    if (here === undefined) cues.set(mention.from, [mention]);
    else here.push(mention);
  }
  return {
    read,
    tokens: read.tokens,
    from,
    to,
    part: group[0]?.part ?? "body",
    paragraph: group[0]?.paragraph ?? 0,
    quotations: between(quotations, from, to),
    mentions,
    cues,
  };
}

const LONGEST_DATELINE = 14;
const DATELINE_ENDS = "-\u2013\u2014/";

/**
 * Where a body sentence begins after its dateline: `DUBAI, Feb 8 (Reuters) - …`, «تهران - ایرنا - …»,
 * «مسقط في 6 فبراير /العُمانية/ …». No person is named in one.
 */
function afterDateline(
  { tokens, visible }: ReadArticle,
  sentence: ReadSentence | undefined,
): number {
  if (sentence === undefined) return 0;
  const { from, to, part, mentions } = sentence;
  if (part !== "body" || tokens[from]?.afterBreak !== true) return from;
  const person = mentions.find(({ sense }) => sense.kind === "person")?.from ?? to;
  const isPlace = mentions.some(
    ({ sense, from: at }) => at === from && (sense.kind === "city" || sense.kind === "actor"),
  );
  let start = from;
  let bracketed = false;
  for (let at = from; at < Math.min(to - 1, person, from + LONGEST_DATELINE); at += 1) {
    const token = tokens[at];
    if (token?.kind !== "mark") continue;
    if (token.text === "(" || token.text === "/") bracketed = true;
    const spaced = /\s/.test(visible.charAt(token.end));
    if (DATELINE_ENDS.includes(token.text) && spaced && (bracketed || isPlace)) start = at + 1;
    else if (!",.()/-".includes(token.text)) break;
  }
  return start;
}

/** The quotations that open in `[from, to)`: a slice, found by halving, of a list in order. */
function between(quotations: readonly Quotation[], from: number, to: number): Quotation[] {
  const first = firstFrom(quotations, from);
  return quotations.slice(first, firstFrom(quotations, to));
}

function firstFrom(quotations: readonly Quotation[], at: number): number {
  let low = 0;
  let high = quotations.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((quotations[middle]?.open ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

const isCue = (mention: Mention): mention is MentionOf<"cue"> => mention.sense.kind === "cue";

/** The longest of the given cues that begins at a token. */
export function cueAt(
  unit: ReadingUnit,
  at: number,
  names: ReadonlySet<CueName>,
): MentionOf<"cue"> | undefined {
  let longest: MentionOf<"cue"> | undefined;
  const here = unit.cues.get(at);
  if (here === undefined) return undefined;
  for (const mention of here)
    if (mention.to > (longest?.to ?? 0) && names.has(mention.sense.cue)) longest = mention;
  return longest;
}

/** The quotation that holds a token, marks included. */
export function quotationAt({ quotations }: ReadingUnit, at: number): Quotation | undefined {
  for (const quotation of quotations)
    if (quotation.open <= at && at < endOf(quotation)) return quotation;
  return undefined;
}

/** Where a quotation ends, its closing mark included. */
export const endOf = ({ to, close }: Quotation): number => (close === null ? to : close + 1);

/** The words in `[from, to)`, marks not counted. */
export function wordsIn({ tokens }: ReadingUnit, from: number, to: number): number {
  let words = 0;
  for (let at = from; at < to; at += 1) if (tokens[at]?.kind !== "mark") words += 1;
  return words;
}

const COMMAS = ",\u060c;\u061b";

/** Whether a token is a comma or semicolon of any script. */
export const isComma = (token: Token | undefined): boolean =>
  token?.kind === "mark" && COMMAS.includes(token.text);

/** Whether a token is a colon. */
export const isColon = (token: Token | undefined): boolean =>
  token?.kind === "mark" && (token.text === ":" || token.text === "\uff1a");

const DASHES = "-\u2013\u2014";

/** Whether a token is a dash. */
export const isDash = (token: Token | undefined): boolean =>
  token?.kind === "mark" && DASHES.includes(token.text);
