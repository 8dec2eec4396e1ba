import type { Conversation } from "../platform/conversation.ts";
import { answerCall } from "./answer-call.ts";
import { completeCall } from "./complete-call.ts";
import type { ConversationDeps } from "./conversation-deps.ts";
import { createFloodGuard, type FloodLimit } from "./flood.ts";
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
      try {
        const verdict = guard(floodKey(call), deps.clock.now());
        if (verdict === "silent") return null;
        if (verdict === "ask-to-wait") return await kindlyWait(deps, call, FLOOD.ms);
        return await answerCall(deps, call);
      } catch (error) {
        return answerTrouble(deps, call, error);
      }
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

type Asking = Parameters<Conversation["answer"]>[0];

/** In a channel whoever posts is the channel. */
const floodKey = ({ place, from, asker }: Asking): string =>
  place === "channel" ? `${from.platform}:channel:${from.channel}` : asker.id;
