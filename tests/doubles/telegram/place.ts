import type { Chat } from "./chat.ts";
import { seenIn } from "./seen.ts";
import type { SeenMessage } from "./seen.ts";

/**
 * How long a script waits for the bot, in real ms: it ends what hangs. On a busy machine a program takes ten
 * seconds and more before it answers for the first time.
 */
const PATIENCE_MS = 40_000;

/** A chat as a script looks at it. */
export type Place = {
  readonly id: number;
  readonly chat: Chat;
  /** The messages as the chat shows them now, oldest first. */
  readonly seen: readonly SeenMessage[];
  /** Those of the bot. */
  readonly heard: readonly SeenMessage[];
  readonly last: SeenMessage | undefined;
  /** Waits until the chat looks as wanted; rejects after a while, or `patienceMs`, with what it showed. */
  until(
    wanted: (seen: readonly SeenMessage[]) => boolean,
    patienceMs?: number,
  ): Promise<readonly SeenMessage[]>;
};

/** Looks at a chat. */
export function placeOf(chat: Chat): Place {
  return {
    id: chat.id,
    chat,
    get seen() {
      return seenIn(chat);
    },
    get heard() {
      return seenIn(chat).filter(({ from }) => from === "bot");
    },
    get last() {
      return seenIn(chat).at(-1);
    },
    until(wanted, patienceMs = PATIENCE_MS) {
      const now = seenIn(chat);
      if (wanted(now)) return Promise.resolve(now);
      return new Promise((resolve, reject) => {
        const look = () => {
          const seen = seenIn(chat);
          if (!wanted(seen)) return;
          end();
          resolve(seen);
        };
        const timer = setTimeout(() => {
          end();
          const texts = seenIn(chat).map(({ from, text }) => `${from}: ${text}`);
          reject(new Error(`the chat never looked as wanted; it shows:\n${texts.join("\n")}`));
        }, patienceMs);
        const end = () => {
          clearTimeout(timer);
          chat.watchers.delete(look);
        };
        chat.watchers.add(look);
      });
    },
  };
}
