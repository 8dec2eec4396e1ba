import type { Dossier } from "../../config/dossier.ts";
import { findDelegations } from "../../facts/delegations/find-delegations.ts";
import { cuesOf, namesOf } from "../../facts/mention.ts";
import { actorOf, viewTalks } from "../../facts/relevance/talks-view.ts";
import { findStatements } from "../../facts/statements/find-statements.ts";
import type { ClaimFact } from "../claim.ts";
import { type Check, faultsIn } from "./check.ts";
import type { ClaimReading, EvidenceReading, SentenceReading } from "./reading.ts";
import type { SenseKey } from "./sense-key.ts";
import type { SenseReader } from "./sense-reading.ts";

/** Words or deeds under another's name, and a head who is none. */
export const createRoleCheck =
  (senses: SenseReader, dossier: Dossier): Check =>
  (sentence, evidence) =>
    faultsIn("role", [
      ...wrongSpeakers(sentence, evidence, { senses, dossier }),
      ...wrongSubject(sentence, evidence),
      ...wrongTeams(sentence, evidence, dossier),
    ]);

type Tools = { readonly senses: SenseReader; readonly dossier: Dossier };

/** Who speaks in the sentence must be who speaks in the claim whose words they are most like. */
function wrongSpeakers(
  sentence: SentenceReading,
  { claims }: EvidenceReading,
  { senses, dossier }: Tools,
): readonly string[] {
  const spoken = claims.filter(({ claim }) => claim.fact.kind === "statement");
  if (spoken.length === 0) return [];
  const others = claims.filter(({ claim }) => claim.fact.kind !== "statement");
  return findStatements(sentence.read, dossier).flatMap(({ speaker, party, evidence, text }) => {
    if (party === null && speaker === null) return [];
    const like = mostAlike(sentence, [evidence[0], evidence[1]], spoken, senses);
    const isTold =
      like.some(({ claim: { fact } }) => isOf(fact, speaker, party, dossier)) ||
      others.some(({ claim: { fact } }) => sidesOf(fact).includes(party ?? ""));
    return isTold ? [] : [speaker ?? text];
  });
}

/** The claims that share most with what stands in `[start, end)`; all of them where none shares more. */
function mostAlike(
  sentence: SentenceReading,
  [start, end]: readonly [number, number],
  claims: readonly ClaimReading[],
  senses: SenseReader,
): readonly ClaimReading[] {
  const { tokens } = sentence.read;
  const words = senses(sentence).words.filter(({ at, plain }) => {
    const token = tokens[at];
    return !plain && token !== undefined && start <= token.start && token.end <= end;
  });
  const scored = claims.map((claim) => {
    const readings = [claim.told, ...claim.originals].map(senses);
    const score = words.filter(({ keys, stems }) =>
      readings.some(
        (reading) =>
          [...keys].some((key) => isOfContent(key) && reading.keys.has(key)) ||
          stems.some((stem) => reading.stems.has(stem)),
      ),
    ).length;
    return { claim, score };
  });
  const best = Math.max(...scored.map(({ score }) => score));
  return scored.filter(({ score }) => score === best).map(({ claim }) => claim);
}

const isOfContent = (key: SenseKey): boolean => !/^(?:person|institution|actor|cue) /.test(key);

function isOf(
  fact: ClaimFact,
  speaker: string | null,
  party: string | null,
  { people, institutions }: Dossier,
): boolean {
  if (fact.kind !== "statement") return false;
  const own = fact.statement.speaker;
  if (speaker !== null && own !== null && speaker === own) return true;
  const isPerson = (name: string | null): boolean => people.some((one) => one.name === name);
  if (speaker !== null && own !== null && isPerson(speaker) && isPerson(own)) return false;
  const ownParty =
    fact.party ??
    people.find(({ name }) => name === own)?.actor ??
    institutions.find(({ name }) => name === own)?.actor ??
    null;
  return ownParty === null || party === null || ownParty === party;
}

function sidesOf(fact: ClaimFact): readonly string[] {
  switch (fact.kind) {
    case "event":
      return [fact.event.source];
    case "statement":
      return fact.party === null ? [] : [fact.party];
    case "phase":
      return typeof fact.phaseAttributedTo === "string" ? [fact.phaseAttributedTo] : [];
    case "next-round":
      return fact.round.attributedTo === null ? [] : [fact.round.attributedTo];
    case "last-round":
    case "unreported-round":
    case "milestone":
    case "delegation":
    case "dispute":
    case "change":
      return [];
  }
}

/** Where all claims are words or deeds of one side, the first name in the sentence is of that side. */
function wrongSubject(sentence: SentenceReading, { claims }: EvidenceReading): readonly string[] {
  const facts = claims.map(({ claim }) => claim.fact);
  const sides = facts.map((fact) => (fact.kind === "statement" ? sidesOf(fact) : []));
  if (sides.some((side) => side.length === 0)) return [];
  const borne = new Set(sides.flat());
  const first = namesOf(sentence.mentions).find((mention) => actorOf(mention) !== null);
  if (first === undefined || borne.has(actorOf(first) ?? "")) return [];
  const isBehind = cuesOf(
    sentence.mentions,
    "speech.preposition",
    "speech.complement",
    "speech.according",
    "delegation.oblique",
  ).some(({ from, to }) => from < first.from && first.from - to <= AFTER_PREPOSITION);
  const isLater = first.from - (sentence.read.sentences[0]?.from ?? 0) > FIRST_WORDS;
  return isBehind || isLater ? [] : [sentence.text.slice(...first.span)];
}

const AFTER_PREPOSITION = 2;
const FIRST_WORDS = 3;

/** Who is told to go, and who is told to lead, as the claims of delegations have it. */
function wrongTeams(
  sentence: SentenceReading,
  { claims }: EvidenceReading,
  dossier: Dossier,
): readonly string[] {
  const teams = claims.flatMap(({ claim: { fact } }) =>
    fact.kind === "delegation" ? [fact.delegation] : [],
  );
  if (teams.length === 0) return [];
  return findDelegations(viewTalks(sentence.read, dossier)).flatMap(({ party, members }) => {
    const team = teams.find((one) => one.party === party);
    const others = new Set(
      dossier.people.filter(({ actor }) => actor !== party).map(({ name }) => name),
    );
    return members
      .filter(({ person }) => !others.has(person))
      .filter(({ person, head }) => {
        const known = team?.members.find((one) => one.person === person);
        return (
          known === undefined || (head && !known.head && team?.members.some((one) => one.head))
        );
      })
      .map(({ person }) => person);
  });
}
