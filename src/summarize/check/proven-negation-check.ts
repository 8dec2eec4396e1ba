import type { TokenRange } from "../../articles/token-range.ts";
import type { ClaimFact } from "../claim.ts";
import { type Check, faultsIn } from "./check.ts";
import { noesIn } from "./noes.ts";
import type { PolarityReader } from "./polarity.ts";
import type { ClaimReading, Passage } from "./reading.ts";
import { textOfTokens } from "./reading.ts";
import type { SenseReader, SenseWord } from "./sense-reading.ts";

/** In words, from a "no" to what it denies, in a sentence and in a claim. */
const REACH = 6;
const CLAIM_REACH = 9;

/** A "no" that no claim that is named has of the same thing. */
export const createProvenNegationCheck =
  (senses: SenseReader, polarities: PolarityReader): Check =>
  (sentence, { claims }) =>
    faultsIn(
      "negation",
      noesIn(sentence, senses)
        .filter(
          (no) => !claims.some((claim) => proves(claim, { sentence, no, senses, polarities })),
        )
        .map(({ from, to }) => textOfTokens(sentence, from, to)),
    );

type Denied = {
  readonly sentence: Passage;
  readonly no: TokenRange;
  readonly senses: SenseReader;
  readonly polarities: PolarityReader;
};

function proves(claim: ClaimReading, denied: Denied): boolean {
  const { sentence, no, senses, polarities } = denied;
  const passages =
    claim.claim.fact.kind === "statement" ? [...claim.originals, claim.told] : [claim.told];
  const words = near(senses(sentence).words, no, REACH).filter(isTelling);
  const isContrary = polarities(sentence).some(
    ({ at, line, side }) =>
      Math.abs(at - no.from) <= REACH &&
      passages.some((one) =>
        polarities(one).some((other) => other.line === line && other.side === side),
      ),
  );
  const isWhole = senses(sentence).words.some(
    ({ at, keys }) =>
      no.from <= at && at < no.to && passages.some((one) => meet(keys, senses(one).keys)),
  );
  return (
    isContrary ||
    isWhole ||
    passages.some((one) => deniesAny(one, words, senses)) ||
    tellsNo(claim.claim.fact, words)
  );
}

function deniesAny(passage: Passage, words: readonly SenseWord[], senses: SenseReader): boolean {
  const reading = senses(passage);
  const noes = [...noesIn(passage, senses), ...reading.marks.negative];
  return noes.some((no) =>
    near(reading.words, no, CLAIM_REACH)
      .filter(isTelling)
      .some((other) =>
        words.some(
          (word) =>
            meet(word.keys, other.keys) || word.stems.some((stem) => other.stems.includes(stem)),
        ),
      ),
  );
}

/** What is denied stands on either side of its "no": languages differ. */
const near = (
  words: readonly SenseWord[],
  { from, to }: TokenRange,
  reach: number,
): readonly SenseWord[] =>
  words.filter(({ at }) => (at >= to && at < to + reach) || (at < from && at >= from - reach));

/** Names are in most claims, and plain words in all. */
const isTelling = ({ plain, keys }: SenseWord): boolean =>
  !(plain && keys.size === 0) && ![...keys].some((key) => NAME.test(key));

const NAME = /^(?:person|institution|actor|city|cue talks\.(?:negotiation|meeting)) ?/;

const meet = (some: ReadonlySet<string>, others: ReadonlySet<string>): boolean =>
  [...some].some((key) => !BROAD.test(key) && others.has(key));

const BROAD = /^(?:topic|actor|person|institution|city|cue talks\.(?:negotiation|meeting))/;

/** Facts that say of themselves that something is not so, of the words that they are told in. */
function tellsNo(fact: ClaimFact, words: readonly SenseWord[]): boolean {
  const isOfFact = words.some(({ facts }) => facts.has(fact.kind));
  switch (fact.kind) {
    case "phase":
      return isOfFact && fact.phase !== null && NEGATIVE_PHASES.has(fact.phase);
    case "next-round":
      return isOfFact && (NEGATIVE_PHASES.has(fact.round.status) || fact.round.date === null);
    case "unreported-round":
      return true;
    case "dispute":
      return !fact.dispute.settled;
    case "last-round":
      return fact.round.outcome === "no-agreement";
    case "statement":
      return fact.statement.stance === "denies";
    case "event":
      return fact.event.modality === "negated";
    case "change":
    case "delegation":
    case "milestone":
      return false;
  }
}

const NEGATIVE_PHASES: ReadonlySet<string> = new Set([
  "in-doubt",
  "postponed",
  "cancelled",
  "concluded-without-agreement",
  "suspended",
  "collapsed",
]);
