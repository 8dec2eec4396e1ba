import { cuesOf, type Mention, namesOf } from "../../facts/mention.ts";
import { actorOf } from "../../facts/relevance/talks-view.ts";
import { type Check, faultsIn } from "./check.ts";
import type { EvidenceReading, Passage, SentenceReading } from "./reading.ts";

/** People told of in the delegation of another country than the claims have them in. */
export const teamCheck: Check = (sentence, evidence) =>
  isAboutTeams(evidence)
    ? faultsIn(
        "role",
        partsOf(sentence)
          .flatMap(misplacedIn)
          .map(({ span }) => sentence.text.slice(...span)),
      )
    : [];

const isAboutTeams = ({ claims }: EvidenceReading): boolean =>
  claims.length > 0 &&
  claims.every(
    ({ claim: { fact } }) =>
      fact.kind === "delegation" || (fact.kind === "change" && fact.change.kind === "delegation"),
  );

const MARKS = ",;:.\u060c\u061b";

/** The names of people and countries, clause by clause. */
function partsOf({ mentions, read }: SentenceReading): readonly (readonly Mention[])[] {
  const names = namesOf(mentions).filter(isPersonOrFlag);
  const contrasts = cuesOf(mentions, "speech.contrast");
  const isCut = (from: number, to: number): boolean =>
    contrasts.some((cut) => from <= cut.from && cut.to <= to) ||
    read.tokens.slice(from, to).some(({ text }) => MARKS.includes(text));
  const parts: Mention[][] = [];
  names.forEach((name, index) => {
    const before = names[index - 1];
    if (before === undefined || isCut(before.to, name.from)) parts.push([]);
    parts.at(-1)?.push(name);
  });
  return parts;
}

const isPersonOrFlag = ({ sense }: Mention): boolean =>
  isPerson(sense) || sense.kind === "actor" || sense.kind === "country";

const isPerson = (sense: Mention["sense"]): boolean =>
  sense.kind === "person" && sense.by === "name";

/** Runs of people and of countries, in turn: each run of people goes with the country next to it. */
function misplacedIn(part: readonly Mention[]): readonly Mention[] {
  const runs = runsOf(part);
  if (runs.length % 2 === 1) return [];
  return runs.flatMap((run, index) => {
    const other = runs[index % 2 === 0 ? index + 1 : index - 1] ?? [];
    const [first] = run;
    if (first === undefined || !isPerson(first.sense)) return [];
    const flags = new Set(other.map(actorOf));
    return flags.size === 1 ? run.filter((one) => !flags.has(actorOf(one))) : [];
  });
}

function runsOf(part: readonly Mention[]): readonly (readonly Mention[])[] {
  const runs: Mention[][] = [];
  for (const name of part) {
    const last = runs.at(-1);
    const isLike = last?.[0] !== undefined && isPerson(last[0].sense) === isPerson(name.sense);
    if (isLike) last?.push(name);
    else runs.push([name]);
  }
  return runs;
}

/** Whether a passage has people and countries in turn, so that this check tells them apart. */
export const hasPairs = (sentence: Passage): boolean =>
  partsOf(sentence).some((part) => {
    const runs = runsOf(part);
    return runs.length >= 4 && runs.length % 2 === 0;
  });

const SIDES = ["talks.both-sides"] as const;

/** What one side says, told as both sides' word or will. */
export const bothSidesCheck: Check = (sentence, { claims, passages }) => {
  const isOneSided = claims.every(
    ({ claim: { fact } }) =>
      fact.kind === "statement" ||
      (fact.kind === "phase" && fact.confirmation === "one-party") ||
      (fact.kind === "next-round" && fact.round.confirmation === "one-party"),
  );
  const parties = new Set(
    claims.map(({ claim: { fact } }) => (fact.kind === "statement" ? fact.party : null)),
  );
  const isSaid = passages.some(({ mentions }) => cuesOf(mentions, ...SIDES).length > 0);
  return isOneSided && parties.size === 1 && !isSaid
    ? faultsIn(
        "role",
        cuesOf(sentence.mentions, ...SIDES).map(({ span }) => sentence.text.slice(...span)),
      )
    : [];
};
