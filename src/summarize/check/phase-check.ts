import type { Dossier } from "../../config/dossier.ts";
import { type Course, courseClaimsIn } from "../../facts/phase-claims/claims.ts";
import { viewTalks } from "../../facts/relevance/talks-view.ts";
import { cuesOf } from "../../facts/mention.ts";
import { type Check, faultsIn } from "./check.ts";
import { coursesOfFact, coursesOfPhase } from "./courses-of-fact.ts";
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
    const wrong = courses(sentence).filter(({ course }) => !borne.has(course));
    return faultsIn("phase", [
      ...wrong.map(({ words }) => words),
      ...turnedRound(sentence, evidence),
    ]);
  };
};

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

const COURSE_CUES: ReadonlyMap<Course, Parameters<typeof cuesOf>[1]> = new Map([
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

/** Words from "from" to the phase that a change began with. */
const NEAR = 4;

/** "From adjourned to scheduled" where it went the other way. */
function turnedRound(sentence: SentenceReading, { claims }: EvidenceReading): readonly string[] {
  const changes = claims.flatMap(({ claim: { fact } }) =>
    fact.kind === "change" && fact.change.kind === "phase" ? [fact.change] : [],
  );
  return changes.flatMap(({ from, to }) => {
    const before = new Set(coursesOfPhase(from));
    const after = coursesOfPhase(to).filter((course) => !before.has(course));
    const cues = after.flatMap((course) => COURSE_CUES.get(course) ?? []);
    const named = cuesOf(sentence.mentions, ...cues);
    return cuesOf(sentence.mentions, "meeting.from")
      .filter((origin) => named.some(({ from: at }) => origin.to <= at && at - origin.to < NEAR))
      .map(({ span }) => sentence.text.slice(...span));
  });
}
