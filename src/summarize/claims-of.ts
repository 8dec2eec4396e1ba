import type { Citations, Digest, DigestRound } from "../digest/digest.ts";
import { awaitsRound, roundOver } from "../digest/next-round.ts";
import { plainLine } from "../i18n/direction.ts";
import { localDate } from "../lib/calendar-date.ts";
import type { Names } from "../i18n/names.ts";
import type { Language } from "../lib/language.ts";
import type { Claim, ClaimFact, ClaimId } from "./claim.ts";
import type { Grammars } from "./grammar/grammar.ts";
import { tellerOf } from "./grammar/teller.ts";
import { nowOf, unmoved } from "./now-of.ts";
import { tellFact } from "./tell-fact.ts";

/** A claim before it has its place among others. */
type Unnamed = { readonly fact: ClaimFact; readonly citations: readonly number[] };

/**
 * All that a digest claims, one by one, in the order in which it tells it. Instants are told in the zone of
 * the talks, so that one text serves readers everywhere. What no wording tells is no claim.
 */
// oxlint-disable-next-line eslint/max-params -- what is told, and in which words
export function claimsOf(
  names: Names,
  narrated: Digest,
  language: Language,
  grammars: Grammars,
): readonly Claim[] {
  // What a model wrote bears nothing out.
  const digest: Digest = {
    ...narrated,
    events: narrated.events.map(withDayOver(narrated, names)),
    narration: null,
  };
  const teller = tellerOf(names, language);
  return nameClaims(
    factsOf(digest, names).flatMap(({ fact, citations: [first, ...rest] }) => {
      const told = tellFact(fact, teller, grammars);
      if (first === undefined || told === null) return [];
      const citations: Citations = [first, ...rest];
      return [{ fact, told, citations, originals: originalsOf(fact, citations, digest) }];
    }),
  );
}

/** A day that is not over is the day of what a deed is about, not its own. */
const withDayOver =
  ({ at }: Digest, { dossier }: Names) =>
  (event: Digest["events"][number]) =>
    event.date !== null && event.date > localDate(new Date(at), dossier.timeZone)
      ? { ...event, date: null }
      : event;

/** Claims under the ids that a model calls them by, in their order. */
const nameClaims = (claims: readonly Omit<Claim, "id">[]): readonly Claim[] =>
  claims.map((claim, at) => ({
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the one place that makes them
    id: `c${at + 1}` as ClaimId,
    ...claim,
  }));

function factsOf(digest: Digest, names: Names): readonly Unnamed[] {
  return [
    ...standingOf(digest),
    ...milestonesOf(digest, names),
    ...pastOf(digest),
    ...sidesOf(digest),
    ...aroundOf(digest),
  ];
}

/** Where the talks stand, and their rounds. */
function standingOf(digest: Digest): readonly Unnamed[] {
  const { phase, phaseSince, contested, confirmation, phaseAttributedTo = null } = digest;
  const { nextRound, unreportedRound = null } = digest;
  const isAhead = nextRound !== null && (awaitsRound(phase) || isAtHand(nextRound));
  const over = isAhead ? roundOver(digest) : digest.lastRound;
  return [
    {
      fact: { kind: "phase", phase, phaseSince, contested, confirmation, phaseAttributedTo },
      citations: phase === null ? [] : digest.phaseCitations,
    },
    ...(isAhead ? [cited({ kind: "next-round", round: nextRound }, nextRound)] : []),
    ...(over === null ? [] : [cited({ kind: "last-round", round: over }, over)]),
    ...(unreportedRound === null
      ? []
      : [cited({ kind: "unreported-round", round: unreportedRound }, unreportedRound)]),
  ];
}

/** How it stood on the days that somebody asks about. */
const pastOf = ({ past = { phases: [], rounds: [] } }: Digest): readonly Unnamed[] => [
  ...past.phases.map((phase) => cited({ kind: "past-phase", past: phase }, phase)),
  ...past.rounds.map((round) => cited({ kind: "past-round", round }, round)),
];

/**
 * What the next round would be the first since. Once a round was held after it, that one was the first, and
 * reports of it go on for days.
 */
function milestonesOf({ milestones, lastRound }: Digest, { dossier }: Names): readonly Unnamed[] {
  const held = lastRound === null ? "" : (lastRound.date ?? UNKNOWN_DAY);
  return milestones.flatMap((one) => {
    const day = dossier.chronology.find(({ id }) => id === one.since)?.from ?? "";
    return held > day ? [] : [cited({ kind: "milestone", since: one.since }, one)];
  });
}

/** Later than any. */
const UNKNOWN_DAY = "9999-12-31";

const isAtHand = ({ status }: DigestRound): boolean => status === "underway" || status === "held";

function sidesOf({ delegations, positions }: Digest): readonly Unnamed[] {
  return [
    ...delegations.map((delegation) => cited({ kind: "delegation", delegation }, delegation)),
    ...positions.flatMap(({ party, statements }) =>
      statements.map(({ citations, ...statement }) =>
        cited({ kind: "statement", party, statement }, { citations }),
      ),
    ),
  ];
}

function aroundOf(digest: Digest): readonly Unnamed[] {
  const { events, disputes, changes } = digest;
  return [
    ...events.map((event) => cited({ kind: "event", event }, event)),
    ...disputes.map((dispute) =>
      cited({ kind: "dispute", dispute }, { citations: citedIn(dispute) }),
    ),
    ...changes.map((one) => {
      const change = unmoved(one, digest);
      return cited({ kind: "change", change, now: nowOf(one, digest) }, one);
    }),
  ];
}

const citedIn = ({ versions }: Digest["disputes"][number]): readonly number[] =>
  [...new Set(versions.flatMap(({ citations }) => citations))].toSorted((a, b) => a - b);

const cited = (
  fact: ClaimFact,
  { citations }: { readonly citations: readonly number[] },
): Unnamed => ({ fact, citations });

/** A statement is its own words; all else rests on the sentences cited for it. */
function originalsOf(fact: ClaimFact, citations: Citations, digest: Digest): Claim["originals"] {
  if (fact.kind === "statement")
    return [{ text: plainLine(fact.statement.text), lang: fact.statement.lang }];
  return digest.sources
    .filter(({ n }) => citations.includes(n))
    .flatMap(({ evidence, lang }) => evidence.map(({ text }) => ({ text: plainLine(text), lang })));
}
