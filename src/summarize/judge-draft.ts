import type { Citations } from "../digest/digest.ts";
import type { NarratedSentence } from "../digest/narration.ts";
import { plainLine } from "../i18n/direction.ts";
import type { Language } from "../lib/language.ts";
import type { Claim } from "./claim.ts";
import type { DraftSentence } from "./draft.ts";
import type { Checker, Fault, Verdict } from "./verdict.ts";

/** Where a sentence is to stand. */
export type Place =
  | { readonly kind: "lead" }
  | { readonly kind: "position"; readonly party: string }
  | { readonly kind: "changes" }
  | { readonly kind: "answer" }
  /** In another language than what the claim quotes. */
  | { readonly kind: "translation" };

/** A sentence of a draft with its place. */
export type Slot = { readonly place: Place; readonly sentence: DraftSentence };

/** A slot after its sentence was judged. */
export type Judged =
  | {
      readonly kind: "stands";
      readonly slot: Slot;
      readonly told: NarratedSentence;
      /** What it rests on. */
      readonly by: readonly Claim[];
    }
  | {
      readonly kind: "fell";
      readonly slot: Slot;
      readonly faults: readonly [Fault, ...Fault[]];
    };

/** What sentences are judged by. */
export type Bench = {
  readonly checker: Checker;
  readonly claims: readonly Claim[];
  readonly language: Language;
};

/** Judges a sentence against the claims that it names, and the claims against its place. */
export function judge(slot: Slot, bench: Bench): Judged {
  const { sentence } = slot;
  const known = bench.claims.filter(({ id }) => sentence.claims.includes(id));
  const [first] = known;
  const unknown = sentence.claims.filter((id) => !known.some((claim) => claim.id === id));
  if (first === undefined || unknown.length > 0)
    return { kind: "fell", slot, faults: [{ about: "claim", words: unknown }] };
  const verdict = verdictOf(slot, [first, ...known.slice(1)], bench);
  if (verdict.kind === "unsupported") return { kind: "fell", slot, faults: verdict.faults };
  const told = { text: plainLine(sentence.text), citations: citationsOf(verdict.by) };
  return { kind: "stands", slot, told, by: verdict.by };
}

function verdictOf(
  { place, sentence: { text } }: Slot,
  claims: readonly [Claim, ...Claim[]],
  { checker, language }: Bench,
): Verdict {
  const verdict =
    place.kind === "translation"
      ? checker.translation(text, claims[0], language)
      : checker.sentence(text, claims, language);
  if (verdict.kind === "unsupported") return verdict;
  const misplaced = misplacedIn(place, place.kind === "translation" ? claims : verdict.by);
  return misplaced === null ? verdict : { kind: "unsupported", faults: [misplaced] };
}

/** What a party says rests on its own statements, and what is new on what changed. */
function misplacedIn(place: Place, claims: readonly Claim[]): Fault | null {
  switch (place.kind) {
    case "position":
      return claims.some(({ fact }) => fact.kind === "statement" && fact.party === place.party)
        ? null
        : { about: "party", words: [place.party] };
    case "changes":
      return claims.some(({ fact }) => fact.kind === "change")
        ? null
        : { about: "claim", words: [] };
    case "translation":
      return claims.length === 1 && claims[0]?.fact.kind === "statement"
        ? null
        : { about: "claim", words: [] };
    case "lead":
    case "answer":
      return null;
  }
}

/** As many sources as a reader will follow from one sentence. */
const MOST_CITED = 4;

/** The first source of each claim before the second of any. */
function citationsOf(claims: readonly [Claim, ...Claim[]]): Citations {
  const [{ citations: first }] = claims;
  const most = Math.max(...claims.map(({ citations }) => citations.length));
  const inTurn = Array.from({ length: most }, (_, at) =>
    claims.flatMap(({ citations }) => citations.slice(at, at + 1)),
  ).flat();
  const chosen = [...new Set(inTurn)].slice(0, MOST_CITED).toSorted((a, b) => a - b);
  const [lowest = first[0], ...rest] = chosen;
  return [lowest, ...rest];
}
