import type { ClaimFact } from "../claim.ts";
import { type Check, faultsIn } from "./check.ts";
import { daysOfFact } from "./days-of-fact.ts";
import type { ClaimReading, SentenceReading } from "./reading.ts";
import { isNamed, type SharedWords } from "./shared-words.ts";

/**
 * Every claim that is named gives the sentence something, and one of them enough to stand on: plain words
 * alone are no report of anything.
 */
export const createNamedClaimsCheck =
  (shared: SharedWords): Check =>
  (sentence, { claims }) => {
    const weights = claims.map((claim) => weighed(sentence, claim, shared));
    const idle = claims.filter((_, at) => (weights[at]?.given ?? 0) === 0);
    if (idle.length > 0)
      return faultsIn(
        "claim",
        idle.map(({ claim }) => claim.id),
      );
    return weights.some(({ given, needed }) => given >= needed)
      ? []
      : faultsIn("claim", [sentence.text]);
  };

type Weight = { readonly given: number; readonly needed: number };

function weighed(sentence: SentenceReading, claim: ClaimReading, shared: SharedWords): Weight {
  const words = shared(sentence, claim);
  const specific = new Set(words.filter((word) => !isNamed(word)).map(({ text }) => text)).size;
  const isPinned = words.some(isNamed) || hasDay(sentence, claim) || namesParties(sentence, claim);
  return { given: specific + (isPinned ? 1 : 0), needed: neededOf(claim.claim.fact) };
}

/** A day of the claim, or a figure. */
function hasDay(
  { dates, read }: SentenceReading,
  { claim, told, originals }: ClaimReading,
): boolean {
  const days = new Set<string>(daysOfFact(claim.fact));
  const borne = [told, ...originals];
  return (
    dates.some(
      ({ date }) =>
        date !== null &&
        (days.has(date) || borne.some((one) => one.dates.some((other) => other.date === date))),
    ) ||
    read.tokens.some(
      ({ text }) => FIGURE.test(text) && borne.some((one) => hasToken(one.read.tokens, text)),
    )
  );
}

const FIGURE = /^\d/;

const hasToken = (tokens: SentenceReading["read"]["tokens"], text: string): boolean =>
  tokens.some((token) => token.text === text);

/** Who did it to whom, or whose words they are. */
function namesParties({ mentions }: SentenceReading, { claim: { fact } }: ClaimReading): boolean {
  const codes = codesOf(fact);
  return (
    codes.length > 0 &&
    codes.every((code) =>
      mentions.some(
        ({ sense }) =>
          ((sense.kind === "actor" || sense.kind === "country") && sense.code === code) ||
          (sense.kind === "person" && sense.person.actor === code) ||
          (sense.kind === "institution" && sense.institution.actor === code),
      ),
    )
  );
}

function codesOf(fact: ClaimFact): readonly string[] {
  switch (fact.kind) {
    case "statement":
      return fact.party === null ? [] : [fact.party];
    case "event":
      return [fact.event.source, fact.event.target];
    case "delegation":
      return [fact.delegation.party];
    case "phase":
    case "next-round":
    case "last-round":
    case "unreported-round":
    case "dispute":
    case "milestone":
    case "change":
      return [];
  }
}

/** Where the talks stand is one word; what was said or done is a word and whose it is. */
function neededOf({ kind }: ClaimFact): number {
  switch (kind) {
    case "phase":
    case "next-round":
    case "last-round":
    case "unreported-round":
    case "dispute":
    case "change":
      return 1;
    case "statement":
    case "event":
    case "delegation":
    case "milestone":
      return 2;
  }
}
