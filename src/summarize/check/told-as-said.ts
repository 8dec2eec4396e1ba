import type { CueName } from "../../facts/cues.ts";
import { hasCue } from "../../facts/mention.ts";
import { quotedIn } from "./quoted.ts";
import type { EvidenceReading, SentenceReading } from "./reading.ts";

/**
 * The evidence without the claims that are nothing but somebody's words, unless the sentence tells them as
 * such: it names who said them, or for whom, and that they were said. What someone says of a day or a place
 * is no day or place of the talks by itself.
 */
export function heardIn(sentence: SentenceReading, evidence: EvidenceReading): EvidenceReading {
  const isSaid =
    hasCue(sentence.mentions, ...SAYING) || quotedIn(sentence).some((one) => one.closed);
  const claims = evidence.claims.filter(
    ({ claim: { fact } }) =>
      fact.kind !== "statement" ||
      (isSaid && isNamed(sentence, { name: fact.statement.speaker, party: fact.party })),
  );
  if (claims.length === evidence.claims.length) return evidence;
  const passages = claims.flatMap(({ told, originals }) => [told, ...originals]);
  return { ...evidence, claims, passages };
}

/** The canonical name of a speaker, and the code of the actor that they speak for. */
type Speaker = { readonly name: string | null; readonly party: string | null };

/** A speaker whom nobody knows by name is told by any word for saying. */
function isNamed({ mentions, read }: SentenceReading, { name, party }: Speaker): boolean {
  if (name === null && party === null) return true;
  if (name !== null && read.visible.includes(name)) return true;
  return mentions.some(({ sense }) => {
    switch (sense.kind) {
      case "person":
        return sense.person.name === name || sense.person.actor === party;
      case "institution":
        return sense.institution.name === name || sense.institution.actor === party;
      case "actor":
        return sense.code === party;
      case "city":
      case "country":
      case "topic":
      case "other-talks":
      case "milestone":
      case "cue":
        return false;
    }
  });
}

const SAYING: readonly CueName[] = [
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
  "speech.saying",
  "speech.according",
  "stance.seeks-agreement",
  "stance.demands",
  "stance.rejects",
  "stance.threatens",
  "stance.accuses",
  "stance.concedes",
  "stance.denies",
  "stance.confirms",
];
