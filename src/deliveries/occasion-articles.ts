import type { ArticleId } from "../articles/article.ts";
import { traceOf } from "../articles/article-trace.ts";
import type { Alert } from "../digest/alert.ts";
import type { Digest } from "../digest/digest.ts";
import type { OccasionKind } from "./occasion.ts";

/** The articles that an occasion rests on, by their traces, for the log; see {@link traceOf}. */
export function articlesBehind(what: OccasionKind, digest: Digest): readonly ArticleId[] {
  const cited = new Set(citationsOf(what, digest));
  return digest.sources.filter(({ n }) => cited.has(n)).map(({ url }) => traceOf(url));
}

function citationsOf(what: OccasionKind, digest: Digest): readonly number[] {
  switch (what.kind) {
    case "alert":
      return what.alerts.flatMap((alert) => alertCitations(alert, digest));
    case "round-moment":
      return what.round.citations;
    /** What was told was another digest's; what speaks against it is what the phase rests on now. */
    case "correction":
      return digest.phaseCitations;
    case "broadcast":
      return [];
  }
}

function alertCitations(alert: Alert, digest: Digest): readonly number[] {
  switch (alert.kind) {
    case "phase":
      return digest.phaseCitations;
    case "round":
      return alert.to?.citations ?? digest.phaseCitations;
    case "delegation":
      return digest.delegations
        .filter(({ party }) => party === alert.party)
        .flatMap(({ citations }) => citations);
    case "event":
      return alert.event.citations;
  }
}
