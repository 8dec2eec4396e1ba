import type { Dossier } from "../config/dossier.ts";
import type { Vote } from "../talks/vote.ts";
import type { Confirmation } from "./digest.ts";

/** How far a claim has been confirmed, and who alone stands behind it while no second step is reached. */
export type ConfirmationReading = {
  readonly confirmation: Confirmation;
  /** Person or actor code whose word alone it is, or null. */
  readonly attributedTo: string | null;
};

/** Reads the confirmation ladder off the votes for one version of a claim. */
export function readConfirmation(
  votes: readonly Vote<unknown>[],
  dossier: Dossier,
): ConfirmationReading {
  const parties = actorsOf(votes, dossier, "party");
  const hosts = actorsOf(votes, dossier, "mediator");
  const owners = ownersOf(votes);
  const isJoint = votes.some((vote) => vote.attribution.kind === "joint" && isTrusted(vote));
  const confirmation = isJoint ? "joint-text" : stepOf(hosts.size, parties.size, owners.size);
  const alone = confirmation === "one-party" && owners.size === 0 ? soleVoice(votes) : null;
  return { confirmation, attributedTo: alone };
}

/** Who publishes what is no actor's own word: reports of their own, and words that a source unknown to us puts into an actor's mouth. */
const ownersOf = (votes: readonly Vote<unknown>[]): ReadonlySet<string> =>
  new Set(
    votes.flatMap((vote) => {
      if (vote.voice.startsWith("owner:")) return [vote.voice];
      return isSpoken(vote) && !isTrusted(vote) ? [`owner:${vote.citation.report.origin}`] : [];
    }),
  );

const isSpoken = ({ attribution }: Vote<unknown>): boolean =>
  attribution.kind === "joint" || attribution.kind === "party" || attribution.kind === "mediator";

/** Anyone can write that an official said so; his word it is where a source that is known carries it. */
const isTrusted = ({ citation }: Vote<unknown>): boolean => citation.report.source.known;

function stepOf(hosts: number, parties: number, owners: number): Confirmation {
  if (hosts > 0) return "mediator-or-host";
  if (parties > 1) return "both-parties";
  if (parties === 1) return "one-party";
  return owners > 1 ? "independent-outlets" : "one-outlet";
}

/** Actors of a standing that say so themselves, through an official or their own official source. */
function actorsOf(
  votes: readonly Vote<unknown>[],
  { actors }: Dossier,
  standing: "party" | "mediator",
): ReadonlySet<string> {
  const ofStanding = new Set(
    actors.filter((actor) => actor.standing === standing).map(({ code }) => code),
  );
  const named = votes.filter(isTrusted).flatMap(({ attribution, citation }) => {
    if (attribution.kind === "party" || attribution.kind === "mediator") return [attribution.actor];
    const { tier, side } = citation.report.source;
    return attribution.kind === "article" && tier === "official" && side !== null ? [side] : [];
  });
  return new Set(named.filter((code) => ofStanding.has(code)));
}

/** The one person who says so; several people of one party are that party. */
function soleVoice(votes: readonly Vote<unknown>[]): string | null {
  const spoken = votes.flatMap(({ attribution }) =>
    attribution.kind === "party" ? [attribution] : [],
  );
  const [first] = spoken;
  if (first === undefined) return null;
  const names = new Set(spoken.map(({ person, actor }) => person ?? actor));
  return names.size === 1 ? (first.person ?? first.actor) : first.actor;
}
