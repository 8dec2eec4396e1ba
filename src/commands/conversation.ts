import type { Answer, Conversation } from "../platform/conversation.ts";
import { answerCall, commandNamed } from "./answer-call.ts";
import { completeCall } from "./complete-call.ts";
import type { ConversationDeps } from "./conversation-deps.ts";
import { createFloodGuard, floodKey, type FloodLimit } from "./flood.ts";
import { hearChange } from "./hear-change.ts";
import { inlineResults } from "./inline-results.ts";
import { answerTrouble, logTrouble } from "./trouble.ts";
import { kindlyWait } from "./wait.ts";

/** Ten commands in half a minute are more than anyone reads. */
const FLOOD: FloodLimit = { commands: 10, ms: 30_000, askers: 10_000 };

/** The core's side of talking with people: trouble of any kind becomes an answer that says so. */
export function createConversation(deps: ConversationDeps): Conversation {
  const guard = createFloodGuard(FLOOD);
  return {
    async answer(call) {
      const verdict = guard(floodKey(call), deps.clock.now());
      if (verdict === "welcome") return answerMeasured(deps, call);
      deps.observe?.({ kind: "refused", verdict });
      return verdict === "silent" ? null : answerWait(deps, call);
    },
    complete: (call) =>
      completeCall(deps, call).catch((error: unknown) => {
        logTrouble(deps, "completion failed", error);
        return [];
      }),
    inline: (call) =>
      inlineResults(deps, call).catch((error: unknown) => {
        logTrouble(deps, "inline query failed", error);
        return [];
      }),
    changed: (change) =>
      hearChange(deps, change).catch((error: unknown) => {
        logTrouble(deps, "change of a chat not taken in", error);
        return null;
      }),
    spoke: deps.spoke,
  };
}

async function answerMeasured(deps: ConversationDeps, call: Asking): Promise<Answer | null> {
  const startedMs = performance.now();
  const observe = (kind: "answered" | "failed") =>
    deps.observe?.({
      kind,
      command: commandNamed(deps.commands, call.name)?.form.name ?? "unknown",
      tookMs: performance.now() - startedMs,
    });
  try {
    const answer = await answerCall(deps, call);
    observe("answered");
    return answer;
  } catch (error) {
    observe("failed");
    return answerTrouble(deps, call, error);
  }
}

const answerWait = (deps: ConversationDeps, call: Asking): Promise<Answer | null> =>
  kindlyWait(deps, call, FLOOD.ms).catch((error: unknown) => answerTrouble(deps, call, error));

type Asking = Parameters<Conversation["answer"]>[0];
