import type { Dossier } from "../../config/dossier.ts";
import { type Course, courseClaimsIn } from "../../facts/phase-claims/claims.ts";
import { viewTalks } from "../../facts/relevance/talks-view.ts";
import { cueNamesOf, cuesOf, type Mention } from "../../facts/mention.ts";
import type { CueName } from "../../facts/cues.ts";
import { type Check, faultsIn } from "./check.ts";
import { coursesOfFact } from "./courses-of-fact.ts";
import type { ClaimReading, EvidenceReading, Passage, SentenceReading } from "./reading.ts";

/** Where the talks stand, or stood, as no claim has it: "cancelled" of talks that were adjourned. */
export const createPhaseCheck = (dossier: Dossier): Check => {
  const known = new WeakMap<Passage, readonly Told[]>();
  const courses = (passage: Passage): readonly Told[] => {
    const told = known.get(passage) ?? coursesIn(passage, dossier);
    known.set(passage, told);
    return told;
  };
  return (sentence, evidence) => {
    const borne = new Set<Course>([
      ...evidence.claims.flatMap(({ claim }) => coursesOfFact(claim.fact)),
      ...evidence.claims
        .filter(isSaid)
        .flatMap(({ told, originals }) => [told, ...originals])
        .flatMap((passage) => courses(passage).map(({ course }) => course)),
    ]);
    const said = evidence.claims
      .filter(isSaid)
      .flatMap(({ told, originals }) => [told, ...originals])
      .flatMap(({ mentions }) => [...cueNamesOf(mentions)]);
    const isCued = (course: Course): boolean => said.some((cue) => cue === COURSE_CUES.get(course));
    const wrong = courses(sentence).filter(
      ({ course }) =>
        !borne.has(course) &&
        !isCued(course) &&
        !isOtherwiseMeant(course, sentence, evidence) &&
        !(course === "scheduled" && resumes(sentence, borne)) &&
        !(course === "suspended" && borne.has("adjourned") && resumes(sentence, borne)) &&
        !(course === "concluded-without-agreement" && isAtOdds(sentence, evidence)),
    );
    return faultsIn("phase", [
      ...wrong.map(({ words }) => words),
      ...toldAsOver(sentence, evidence),
      ...turnedRound(sentence, evidence),
    ]);
  };
};

/** "Are to resume": the plan is to go on; "halted until they resume" are talks that were adjourned. */
const resumes = ({ mentions }: SentenceReading, borne: ReadonlySet<Course>): boolean =>
  borne.has("to-resume") && cuesOf(mentions, "phase.resume").length > 0;

/** "Have not agreed on the venue": they are at odds over it, and nothing ended. */
const isAtOdds = ({ mentions }: SentenceReading, { claims }: EvidenceReading): boolean =>
  claims.every(({ claim: { fact } }) => fact.kind === "dispute" && !fact.dispute.settled) &&
  cuesOf(mentions, "phase.ended").length === 0;

/** A host who speaks, a speaker who asks, and a fate that is disputed tell of no course by themselves. */
function isOtherwiseMeant(
  course: Course,
  { mentions, read }: SentenceReading,
  { claims }: EvidenceReading,
): boolean {
  const facts = claims.map(({ claim }) => claim.fact);
  if (course === "scheduled" && facts.every(({ kind }) => kind === "dispute"))
    return cuesOf(mentions, "phase.scheduled").every(({ from }) =>
      ENGLISH_QUESTION.test(read.tokens[from - 1]?.text ?? ""),
    );
  if (course === "scheduled") {
    const hosts = cuesOf(mentions, "talks.hosting");
    const isByHost = facts.some(
      (fact) =>
        (fact.kind === "phase" && fact.confirmation === "mediator-or-host") ||
        (fact.kind === "next-round" && fact.round.confirmation === "mediator-or-host"),
    );
    return (
      isByHost &&
      cuesOf(mentions, "phase.scheduled").every((cue) =>
        hosts.some(({ from, to }) => from < cue.to && cue.from < to),
      )
    );
  }
  if (course === "proposed")
    return facts.some((fact) => fact.kind === "statement" && fact.statement.stance === "demands");
  return (
    course === "in-doubt" &&
    facts.some((fact) => fact.kind === "dispute" && fact.dispute.about === "phase")
  );
}

/** "Where to meet" asks, and schedules nothing. */
const ENGLISH_QUESTION = /^(?:where|when|how|whether)$/;

/** "Are concluded", and nothing of their going on, where the claims have them go on. */
function toldAsOver(
  { mentions, read, text }: SentenceReading,
  { claims }: EvidenceReading,
): readonly string[] {
  const goesOn = claims.every(({ claim: { fact } }) => {
    const courses = coursesOfFact(fact);
    return courses.includes("to-resume") && !courses.some((course) => OVER.has(course));
  });
  if (!goesOn) return [];
  const ends = cuesOf(mentions, "phase.ended");
  // "Adjourned" is an end and a promise at once, of what was before.
  const resumptions = cuesOf(mentions, "phase.resume").filter(
    ({ from }) => !ends.some((end) => end.from === from),
  );
  if (resumptions.length > 0) return [];
  const halts = cuesOf(mentions, "phase.resume", "phase.suspended");
  return ends
    .filter(({ from }) => halts.every((halt) => halt.from < from))
    .filter(({ from, to }) =>
      read.tokens
        .slice(Math.max(0, from - PRESENT_REACH), to)
        .some((token) => ENGLISH_PRESENT.test(token.text)),
    )
    .map(({ span }) => text.slice(...span));
}

const OVER: ReadonlySet<Course> = new Set([
  "concluded-with-agreement",
  "concluded-without-agreement",
  "collapsed",
  "cancelled",
]);
/** In words, from "are" to "concluded": "are now". */
const PRESENT_REACH = 2;
const ENGLISH_PRESENT = /^(?:is|are)$/;

type Told = { readonly course: Course; readonly words: string };

/** What is said of the talks is the speaker's word, which the sentence must name. */
const isSaid = ({ claim }: ClaimReading): boolean => claim.fact.kind === "statement";

function coursesIn(passage: Passage, dossier: Dossier): readonly Told[] {
  const view = viewTalks(passage.read, dossier);
  return view.sentences.flatMap((sentence) =>
    courseClaimsIn(view, sentence).map(({ course }) => ({
      course,
      words: wordsOf(passage, sentence, course),
    })),
  );
}

function wordsOf(
  { text }: Passage,
  { mentions, span }: Passage["read"]["sentences"][number],
  course: Course,
): string {
  const cue = COURSE_CUES.get(course);
  const [mention] = cue === undefined ? [] : cuesOf(mentions, cue);
  return text.slice(...(mention?.span ?? span));
}

const COURSE_CUES: ReadonlyMap<Course, CueName> = new Map([
  ["rumoured", "phase.possible"],
  ["proposed", "phase.proposed"],
  ["agreed-in-principle", "phase.agreed"],
  ["accepted", "phase.accepted"],
  ["scheduled", "phase.scheduled"],
  ["going-ahead", "phase.going-ahead"],
  ["in-doubt", "phase.in-doubt"],
  ["postponed", "phase.postponed"],
  ["cancelled", "phase.cancelled"],
  ["ended", "phase.ended"],
  ["to-resume", "phase.resume"],
  ["concluded-with-agreement", "phase.agreement"],
  ["concluded-without-agreement", "phase.no-agreement"],
  ["suspended", "phase.suspended"],
  ["collapsed", "phase.collapsed"],
]);

/** Words from "from" or "earlier" to the phase that a change began with. */
const NEAR = 2;

/** "From adjourned to scheduled" where it went the other way. */
function turnedRound(sentence: SentenceReading, { claims }: EvidenceReading): readonly string[] {
  const changes = claims.flatMap(({ claim: { fact } }) =>
    fact.kind === "change" && fact.change.kind === "phase" ? [fact.change] : [],
  );
  return changes.flatMap(({ from, to }) => {
    const before = cuesOf(sentence.mentions, ...cuesFor(from));
    const after = cuesOf(sentence.mentions, ...cuesFor(to));
    const origins = cuesOf(sentence.mentions, "meeting.from", "modality.historical").filter(
      (origin) => next(origin, after) < Math.min(NEAR, next(origin, before)),
    );
    // Talks that are halted until they resume are not told to have come to that.
    const halted = from === "adjourned" ? cuesOf(sentence.mentions, "phase.suspended") : before;
    const ends = cuesOf(sentence.mentions, "meeting.to").filter(
      (end) => next(end, halted) < Math.min(NEAR, next(end, after)),
    );
    return [...origins, ...ends].map(({ span }) => sentence.text.slice(...span));
  });
}

/** Words from one mention to the next of others. */
const next = ({ to }: Mention, mentions: readonly Mention[]): number =>
  Math.min(...mentions.filter(({ from }) => from >= to).map(({ from }) => from - to));

/** The cues that a phase goes by, and no other phase. */
function cuesFor(phase: unknown): readonly CueName[] {
  if (phase === "adjourned") return ["phase.ended", "phase.resume", "phase.suspended"];
  if (phase === "underway") return ["phase.underway", "phase.begins", "phase.ongoing"];
  const cue = [...COURSE_CUES].find(([course]) => course === phase)?.[1];
  return cue === undefined ? [] : [cue];
}
