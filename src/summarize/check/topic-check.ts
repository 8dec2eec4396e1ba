import type { Dossier } from "../../config/dossier.ts";
import { mentionsOf } from "../../facts/mention.ts";
import type { ClaimFact } from "../claim.ts";
import { type Check, faultsIn } from "./check.ts";
import { saidIn } from "./claim-senses.ts";
import type { ClaimReading } from "./reading.ts";
import type { SenseReader } from "./sense-reading.ts";

/** What talks of any kind are about; naming it says nothing. */
const GENERAL = "diplomacy";

/** A topic of the talks that none of the claims is about. */
export const createTopicCheck =
  (senses: SenseReader, dossier: Dossier): Check =>
  (sentence, evidence) => {
    const { claims } = evidence;
    const isSaid = saidIn(senses, evidence);
    const { words } = senses(sentence);
    const borne = new Set(claims.flatMap((claim) => topicsOf(claim, dossier)));
    return faultsIn(
      "topic",
      mentionsOf(sentence.mentions, "topic")
        .filter(
          ({ sense, from, to }) =>
            sense.id !== GENERAL &&
            !borne.has(sense.id) &&
            !words.filter(({ at }) => from <= at && at < to).every(isSaid),
        )
        .map(({ span }) => sentence.text.slice(...span)),
    );
  };

function topicsOf({ claim, told, originals }: ClaimReading, dossier: Dossier): readonly string[] {
  const read = [told, ...originals].flatMap(({ mentions }) =>
    mentionsOf(mentions, "topic").map(({ sense }) => sense.id),
  );
  const since = claim.fact.kind === "milestone" ? claim.fact.since : null;
  return [
    ...read,
    ...topicsOfFact(claim.fact),
    ...(isWar(since, dossier) ? ["war-and-attack"] : []),
  ];
}

const isWar = (since: string | null, { chronology }: Dossier): boolean =>
  chronology.some(({ id }) => id === since);

function topicsOfFact(fact: ClaimFact): readonly string[] {
  switch (fact.kind) {
    case "statement":
      return fact.statement.topic === null ? [] : [fact.statement.topic];
    case "event":
      return fact.event.topics;
    case "next-round":
      return ["venue-and-format"];
    case "dispute":
      return ["venue-and-format"];
    case "phase":
    case "last-round":
    case "unreported-round":
    case "delegation":
    case "milestone":
    case "change":
      return [];
  }
}
