import type { Alert } from "../../digest/alert.ts";
import type { Digest } from "../../digest/digest.ts";
import type { Reader } from "../compose-digest.ts";
import type { Names } from "../digest/wording.ts";
import { type Block, type Message, type Span, strong } from "../message.ts";
import { type AlertWording, frame } from "./frame.ts";
import { unreportedBlocks } from "../digest/status.ts";
import { delegationSpans, eventSpans } from "./other-news.ts";
import { phaseBlocks } from "./phase-news.ts";
import { nextRoundBlocks, roundNewsBlocks } from "./round-news.ts";

/** Writes changes seen at once, weightiest first, as one message. `digest` is where the talks stood then. */
export const composeAlert = (
  names: Names,
  digest: Digest,
  alerts: readonly Alert[],
  reader: Reader,
): Message =>
  frame(names, reader, {
    digest,
    tell: (part, wording) => alertBlocks(part, alerts, wording),
    end: "sources",
  });

/** The same message once it has turned out wrong: the note first, what was told beneath it. */
export const composeCorrected = (
  names: Names,
  digest: Digest,
  alerts: readonly Alert[],
  reader: Reader,
): Message =>
  frame(names, reader, {
    digest,
    tell: (part, wording) => {
      const note: Block = {
        kind: "paragraph",
        spans: [strong(wording.alerts["corrected.note"])],
      };
      return [
        note,
        { kind: "heading", text: wording.alerts["corrected.before"] },
        ...alertBlocks(part, alerts, wording),
      ];
    },
    end: "sources",
  });

function alertBlocks(digest: Digest, alerts: readonly Alert[], wording: AlertWording): Block[] {
  const tellsRound = alerts.some(({ kind }) => kind === "round");
  const tellsWhere = tellsRound || alerts.some(({ kind }) => kind === "phase");
  const told = alerts.flatMap((alert): Block[] => {
    switch (alert.kind) {
      case "phase":
        return [
          ...phaseBlocks(alert, digest, wording),
          ...(tellsRound ? [] : nextRoundBlocks(digest, wording)),
        ];
      case "round":
        return roundNewsBlocks(alert, digest, wording);
      case "delegation":
        return lineOf(delegationSpans(alert, digest, wording));
      case "event":
        return lineOf(eventSpans(alert, digest, wording));
    }
  });
  return tellsWhere ? [...told, ...unreportedBlocks(digest, wording)] : told;
}

const lineOf = (spans: readonly Span[] | null): Block[] =>
  spans === null ? [] : [{ kind: "paragraph", spans }];
