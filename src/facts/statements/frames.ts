import type { CueName } from "../cues.ts";
import { type MentionOf, namesOf } from "../mention.ts";
import type { Holder } from "./noun-phrase.ts";
import type { Gender } from "./speakers.ts";
import {
  cueAt,
  endOf,
  isColon,
  isComma,
  isDash,
  quotationAt,
  type ReadingUnit,
  wordsIn,
} from "./reading-unit.ts";
import type { Quotation } from "./quotations.ts";

/** Who a reporting clause says speaks. */
export type Subject =
  | { readonly kind: "holder"; readonly holder: Holder }
  /** The speaker of the clause before, as of `adding that`. */
  | { readonly kind: "same" }
  /** Nobody is named: the last speaker goes on. */
  | { readonly kind: "carried"; readonly gender: Gender | null };

/** A reporting clause found: who, by which verb, and the tokens `[from, to)` of what is said. */
export type Frame = {
  readonly subject: Subject;
  readonly verb: MentionOf<"cue"> | null;
  readonly from: number;
  readonly to: number;
  /** How the words are told: after `that`, a colon or a mark, bare, or before their reporting clause. */
  readonly form: "that" | "colon" | "quotation" | "bare" | "before" | "complement" | "according";
};

/** What a reporting clause brings: tokens and form. */
export type Body = Pick<Frame, "from" | "to" | "form">;

/** A body, where it has any token. */
export const bodyFrom = (from: number, to: number, form: Body["form"]): Body | undefined =>
  from < to ? { from, to, form } : undefined;

/** What frames are found in: a unit, its noun phrases and its reporting words. */
export type Reading = {
  readonly unit: ReadingUnit;
  readonly holders: readonly Holder[];
  readonly reporters: readonly Reporter[];
};

const VERB_CUES: ReadonlySet<CueName> = new Set([
  "speech.say",
  "speech.stress",
  "speech.tell",
  "speech.warn",
  "speech.deny",
  "speech.demand",
  "speech.confirm",
  "speech.accuse",
  "speech.reject",
  "speech.quote",
]);
/** Cues whose words take a phrase instead of a clause: `warned of`, «نفى وجود». */
export const COMPLEMENT_CUES: ReadonlySet<CueName> = new Set([
  "speech.stress",
  "speech.warn",
  "speech.deny",
  "speech.accuse",
  "speech.demand",
]);
const SAYING: ReadonlySet<CueName> = new Set(["speech.saying"]);
const ACCORDING: ReadonlySet<CueName> = new Set(["speech.according"]);
const REPORTING_CUES: ReadonlySet<CueName> = new Set([...VERB_CUES, ...SAYING, ...ACCORDING]);
const THAT: ReadonlySet<CueName> = new Set(["speech.that"]);
const WHEN: ReadonlySet<CueName> = new Set(["speech.when"]);
const AUDIENCE: ReadonlySet<CueName> = new Set(["speech.audience"]);
const AND: ReadonlySet<CueName> = new Set(["speech.and"]);
const COMPLEMENT: ReadonlySet<CueName> = new Set(["speech.complement"]);
const ASKED: ReadonlySet<CueName> = new Set(["speech.asked"]);
const TELL: ReadonlySet<CueName> = new Set(["speech.tell"]);
const CONTRAST: ReadonlySet<CueName> = new Set(["speech.contrast"]);
const MARKER: ReadonlySet<CueName> = new Set(["speech.marker", "speech.contrast"]);
const ANAPHOR: ReadonlySet<CueName> = new Set(["speech.anaphor"]);
const PREPOSITION: ReadonlySet<CueName> = new Set(["speech.preposition"]);
const OBJECT: ReadonlySet<CueName> = new Set(["speech.object"]);
const RELATIVE: ReadonlySet<CueName> = new Set(["speech.nameless"]);

/** The cue of one kind at a token. */
export const thatAt = (unit: ReadingUnit, at: number) => cueAt(unit, at, THAT);
/** A word that begins a time, a place or another circumstance. */
export const whenAt = (unit: ReadingUnit, at: number) => cueAt(unit, at, WHEN);
/** Those who are spoken to. */
export const audienceAt = (unit: ReadingUnit, at: number) => cueAt(unit, at, AUDIENCE);
/** A word that joins. */
export const andAt = (unit: ReadingUnit, at: number) => cueAt(unit, at, AND);
/** A preposition that brings a verb's complement. */
export const complementAt = (unit: ReadingUnit, at: number) => cueAt(unit, at, COMPLEMENT);
/** The word that begins what is asked of somebody: `to`, «إلى». */
export const askedAt = (unit: ReadingUnit, at: number) => cueAt(unit, at, ASKED);
/** A verb that names the hearer before what is said. */
export const tellAt = (unit: ReadingUnit, at: number) => cueAt(unit, at, TELL);

/** A word that sets another's words against the ones before: `while`, «بينما». */
export const contrastAt = (unit: ReadingUnit, at: number) => cueAt(unit, at, CONTRAST);
/** Words that lead from one statement to another: «از سوی دیگر», «من جانبه». */
export const markerAt = (unit: ReadingUnit, at: number) => cueAt(unit, at, MARKER);
/** Words that point back at what was quoted: «این را», «بهذه الكلمات». */
export const anaphorAt = (unit: ReadingUnit, at: number) => cueAt(unit, at, ANAPHOR);
/** A word that begins a relative clause, or another that is part of no name. */
export const relativeAt = (unit: ReadingUnit, at: number) => cueAt(unit, at, RELATIVE);

/** A preposition. */
export const prepositionAt = (unit: ReadingUnit, at: number) => cueAt(unit, at, PREPOSITION);
/** The word that stands between what is spoken of and what it is called: `as`, «را». */
export const objectAt = (unit: ReadingUnit, at: number) => cueAt(unit, at, OBJECT);

const LONGEST_MARKER = 4;

/** Where the marker begins that ends right before a token, or the token itself. */
export function beforeMarker(unit: ReadingUnit, at: number): number {
  for (let start = Math.max(unit.from, at - LONGEST_MARKER); start < at; start += 1)
    if (markerAt(unit, start)?.to === at) return start;
  return at;
}

/** A reporting word of a unit, in its order. */
export type Reporter = {
  readonly kind: "verb" | "saying" | "according";
  readonly cue: MentionOf<"cue">;
  /** Every reporting cue that begins here: one verb may both confirm and stress. */
  readonly names: ReadonlySet<CueName>;
};

/** The reporting words outside quotations; of overlapping ones the longest. */
export function reportersOf(unit: ReadingUnit): Reporter[] {
  const reporters: Reporter[] = [];
  for (let at = unit.from; at < unit.to; at += 1) {
    const here = unit.cues.get(at);
    const isReporting = here?.some(({ sense }) => REPORTING_CUES.has(sense.cue)) ?? false;
    const reporter = isReporting ? reporterAt(unit, at) : undefined;
    if (reporter === undefined || quotationAt(unit, at) !== undefined || isInName(unit, at))
      continue;
    reporters.push(reporter);
    at = Math.max(at, headEnd(reporter) - 1);
  }
  return reporters;
}

/** `United States`, `State Department`: words of a name report nothing. */
const isInName = ({ mentions }: ReadingUnit, at: number): boolean =>
  namesOf(mentions).some(({ from, to }) => from <= at && at < to && to - from > 1);

function reporterAt(unit: ReadingUnit, at: number): Reporter | undefined {
  const verb = cueAt(unit, at, VERB_CUES);
  const saying = cueAt(unit, at, SAYING);
  const according = cueAt(unit, at, ACCORDING);
  let cue = according;
  for (const one of [saying, verb]) if (one !== undefined && one.to > (cue?.to ?? 0)) cue = one;
  if (cue === undefined || isNegated(unit, at)) return undefined;
  const kind = cue === verb ? "verb" : cue === saying ? "saying" : "according";
  const names = new Set((unit.cues.get(at) ?? []).map(({ sense }) => sense.cue));
  return { kind, cue, names };
}

const NEGATION: ReadonlySet<CueName> = new Set(["modality.negation", "modality.absence"]);

/** `has not confirmed`, «لم تؤكد»: what nobody said. */
const isNegated = (unit: ReadingUnit, at: number): boolean =>
  (at > unit.from && cueAt(unit, at - 1, NEGATION) !== undefined) ||
  (at > unit.from + 1 &&
    cueAt(unit, at - 2, NEGATION)?.to === at - 1 &&
    whenAt(unit, at - 1) !== undefined);

/** «نقلت الوكالة عن بقائي قوله إن»: the speaker stands right before, whatever governs the name. */
export const isQuotedFrom = ({ names }: Reporter): boolean => names.has("speech.quoted");

/** Whether a verb reports nothing but words in quotation marks: `described the talks as "…"`. */
export const takesQuotationOnly = ({ names }: Reporter): boolean =>
  names.has("speech.quote") &&
  ![...names].some((cue) => cue !== "speech.quote" && VERB_CUES.has(cue));

const headEnd = ({ cue }: Reporter): number => cue.to;

/** Where the words that are said begin, and how they are brought in. */
export type Opening = { readonly at: number; readonly form: "that" | "colon" | "quotation" };

/**
 * Looks from a token on for `that`, a colon or a quotation of two words or more, no further than `limit`
 * tokens, a full stop or `to`.
 */
export function openingAfter(
  unit: ReadingUnit,
  from: number,
  { limit, to }: { readonly limit: number; readonly to: number },
): Opening | undefined {
  for (let at = from; at < Math.min(to, from + limit); at += 1) {
    const token = unit.tokens[at];
    if (at > from && contrastAt(unit, at) !== undefined) return undefined;
    const that = thatAt(unit, at);
    if (that !== undefined) return { at: that.to, form: "that" };
    if (isColon(token)) return { at: at + 1, form: "colon" };
    const quotation = quotationAt(unit, at);
    if (quotation !== undefined) {
      if (isSpoken(unit, quotation)) return { at: quotation.open, form: "quotation" };
      at = endOf(quotation) - 1;
    } else if (
      token?.kind === "mark" &&
      !isComma(token) &&
      !isDash(token) &&
      token.text !== ")" &&
      token.text !== "("
    )
      return undefined;
  }
  return undefined;
}

/** A single word in marks is a name or an irony. */
export const isSpoken = (unit: ReadingUnit, { from, to }: Quotation): boolean =>
  wordsIn(unit, from, to) >= 2;

/** The noun phrase that ends right before a token. */
export const holderEndingAt = (holders: readonly Holder[], at: number): Holder | undefined =>
  holders.find(({ to }) => to === at);

/** The noun phrase that begins right at a token. */
export const holderStartingAt = (holders: readonly Holder[], at: number): Holder | undefined =>
  holders.find(({ from }) => from === at);

/** The quotation that ends right before a token, commas and spaces apart. */
export function quotationEndingBefore(unit: ReadingUnit, at: number): Quotation | undefined {
  let last = at - 1;
  while (
    last > unit.from &&
    (isComma(unit.tokens[last]) || isDash(unit.tokens[last]) || unit.tokens[last]?.text === ".")
  )
    last -= 1;
  const quotation = quotationAt(unit, last);
  return quotation !== undefined && quotation.close === last && isSpoken(unit, quotation)
    ? quotation
    : undefined;
}
