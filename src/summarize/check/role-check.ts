import type { Dossier } from "../../config/dossier.ts";
import { findDelegations } from "../../facts/delegations/find-delegations.ts";
import { cuesOf, mentionsOf, namesOf } from "../../facts/mention.ts";
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
      ...wrongSubject(sentence, evidence, dossier),
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
  const clauses = clausesOf(sentence);
  if (clauses.length > 1 && spoken.length > 1)
    return clauses.flatMap((clause) =>
      wrongSpeakerIn(clause, sentence, { spoken, senses, dossier }),
    );
  const others = claims.filter(({ claim }) => claim.fact.kind !== "statement");
  return findStatements(sentence.read, dossier).flatMap(({ speaker, party, evidence, text }) => {
    if (party === null && speaker === null) return [];
    const score = scores(sentence, rangeOf(sentence, text, evidence), spoken, senses);
    const best = Math.max(...score.values());
    const isTold =
      spoken.some(
        (one) =>
          (score.get(one) ?? 0) >= best * ALIKE && isOf(one.claim.fact, speaker, party, dossier),
      ) || others.some(({ claim: { fact } }) => sidesOf(fact).includes(party ?? ""));
    return isTold ? [] : [speaker ?? text];
  });
}

/** Of the most that any claim shares. */
const ALIKE = 0.75;

type Spoken = Tools & { readonly spoken: readonly ClaimReading[] };

/** The first who is named in a clause, where its words are another's and none of them theirs. */
function wrongSpeakerIn(
  [start, end]: Range,
  sentence: SentenceReading,
  { spoken, senses, dossier }: Spoken,
): readonly string[] {
  const first = namesOf(sentence.mentions).find(
    (mention) => mention.span[0] >= start && mention.span[1] <= end && actorOf(mention) !== null,
  );
  if (first === undefined) return [];
  const speaker = first.sense.kind === "person" ? first.sense.person.name : null;
  const score = scores(sentence, [start, end], spoken, senses);
  const own = spoken.filter(({ claim: { fact } }) => isOf(fact, speaker, actorOf(first), dossier));
  const best = Math.max(...score.values());
  const isTheirs = own.some((one) => (score.get(one) ?? 0) * 2 >= best);
  return isTheirs || best === 0 ? [] : [sentence.text.slice(...first.span)];
}

/** `[start, end)` in UTF-16 units. */
type Range = readonly [number, number];

const SEMICOLON = /[;\u061b]/gu;
const COMMA = /[,\u060c]/u;

/** What stands on either side of a "while", a "but" or a semicolon. */
function clausesOf({ mentions, text }: SentenceReading): readonly Range[] {
  const stops = [...text.matchAll(SEMICOLON)].map(({ index }) => index);
  const cuts = [
    ...cuesOf(mentions, "speech.contrast").map(({ span }) => span[0]),
    ...stops,
  ].toSorted((a, b) => a - b);
  // "While one said this, another said that."
  const comma = cuts[0] === 0 ? text.search(COMMA) : -1;
  const bounds = [0, ...new Set([...cuts, comma].filter((cut) => cut > 0)), text.length].toSorted(
    (a, b) => a - b,
  );
  return bounds.slice(1).map((end, at): Range => [bounds[at] ?? 0, end]);
}

/** Where the words stand that are said; the sentence where they are not told in one piece. */
function rangeOf({ text }: SentenceReading, words: string, whole: Range): Range {
  const start = text.indexOf(words);
  return start < 0 ? whole : [start, start + words.length];
}

/** How many words of `[start, end)` each claim has. */
function scores(
  sentence: SentenceReading,
  [start, end]: Range,
  claims: readonly ClaimReading[],
  senses: SenseReader,
): ReadonlyMap<ClaimReading, number> {
  const { tokens } = sentence.read;
  const words = senses(sentence).words.filter(({ at, plain, keys }) => {
    const token = tokens[at];
    const isContent = !plain && [...keys].every(isOfContent);
    return isContent && token !== undefined && start <= token.start && token.end <= end;
  });
  return new Map(
    claims.map((claim) => {
      const readings = [claim.told, ...claim.originals].map(senses);
      const shared = words.filter(({ keys, stems }) =>
        readings.some(
          (reading) =>
            [...keys].some((key) => isOfContent(key) && reading.keys.has(key)) ||
            stems.some((stem) => reading.stems.has(stem)),
        ),
      );
      return [claim, shared.length];
    }),
  );
}

const isOfContent = (key: SenseKey): boolean => !NAME.test(key);

const NAME = /^(?:person|institution|actor|city) /;

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
function wrongSubject(
  sentence: SentenceReading,
  { claims }: EvidenceReading,
  dossier: Dossier,
): readonly string[] {
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
  if (isBehind || isLater || isSpokenBehind(sentence, facts, dossier)) return [];
  return [sentence.text.slice(...first.span)];
}

/** "Both are ready, the mediator said": the name is in the words of who is named behind them. */
function isSpokenBehind(
  { read }: SentenceReading,
  facts: readonly ClaimFact[],
  dossier: Dossier,
): boolean {
  const spoken = findStatements(read, dossier);
  return (
    spoken.length > 0 &&
    spoken.every(
      ({ speaker, party }) =>
        (speaker !== null || party !== null) &&
        facts.some((fact) => isOf(fact, speaker, party, dossier)),
    )
  );
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
    // Beside the true head, "with" somebody may read like another.
    const isHeaded = members.some(
      ({ person, head }) =>
        head && team?.members.some((one) => one.person === person && one.head) === true,
    );
    const others = new Set(
      dossier.people.filter(({ actor }) => actor !== party).map(({ name }) => name),
    );
    return members
      .filter(({ person }) => !others.has(person))
      .filter(({ person, head }) => {
        const known = team?.members.find((one) => one.person === person);
        return (
          known === undefined ||
          (head &&
            !isHeaded &&
            !isBesideHead(sentence, person, team) &&
            !known.head &&
            team?.members.some((one) => one.head))
        );
      })
      .map(({ person }) => person);
  });
}

/** In words, from the head of a delegation to who is named next: "Witkoff as its head, Kushner". */
const BESIDE_HEAD = 4;

/** Whoever is named right behind the true head may read like another. */
function isBesideHead(
  { mentions }: SentenceReading,
  person: string,
  team: Team | undefined,
): boolean {
  const named = mentionsOf(mentions, "person").filter(({ sense }) => sense.by === "name");
  const isHead = (name: string): boolean =>
    team?.members.some((one) => one.person === name && one.head) === true;
  return named.some(
    (one, index) =>
      one.sense.person.name === person &&
      named
        .slice(0, index)
        .some(({ sense, to }) => isHead(sense.person.name) && one.from - to <= BESIDE_HEAD),
  );
}

type Team = Extract<ClaimFact, { kind: "delegation" }>["delegation"];
