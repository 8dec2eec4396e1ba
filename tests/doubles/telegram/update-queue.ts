import type { Json, JsonObject } from "./json.ts";
import { Refusal } from "./refusal.ts";

/** An update that waits to be fetched. */
export type PendingUpdate = { readonly id: number; readonly update: JsonObject };

/** What `getUpdates` asks for. */
export type Poll = {
  readonly offset: number;
  readonly limit: number;
  /** How long to wait for the first update, in ms. */
  readonly waitMs: number;
};

type Waiting = { readonly poll: Poll; readonly end: (result: Json | Refusal) => void };

/** The updates of a bot between what happens and what it has confirmed. */
export type UpdateQueue = {
  readonly pending: readonly PendingUpdate[];
  /** Adds an update of one kind, unless the bot does not want that kind. */
  add(kind: string, payload: JsonObject): void;
  allow(kinds: readonly string[]): void;
  readonly allowed: readonly string[];
  /** Confirms all before `offset`, then answers what is there, or waits; a later poll ends this one. */
  poll(poll: Poll, closed: AbortSignal): Promise<Json>;
  /** Takes updates off the front once they were delivered by webhook. */
  confirm(beforeId: number): void;
  clear(): void;
  /** Called after each addition. */
  onAdded: (() => void) | null;
};

const NOT_BY_DEFAULT = new Set(["chat_member", "message_reaction", "message_reaction_count"]);

const CONFLICT =
  "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running";

/** Makes an empty queue whose first update has the id `firstId`. */
export function createUpdateQueue(kinds: readonly string[], firstId: number): UpdateQueue {
  const byDefault = kinds.filter((kind) => !NOT_BY_DEFAULT.has(kind));
  let pending: PendingUpdate[] = [];
  let nextId = firstId;
  let allowed = byDefault;
  let waiting: Waiting | null = null;
  const take = (limit: number): Json => pending.slice(0, limit).map(({ update }) => update);
  const queue: UpdateQueue = {
    get pending() {
      return pending;
    },
    get allowed() {
      return allowed;
    },
    onAdded: null,
    add(kind, payload) {
      if (!allowed.includes(kind)) return;
      pending.push({ id: nextId, update: { update_id: nextId, [kind]: payload } });
      nextId += 1;
      waiting?.end(take(waiting.poll.limit));
      queue.onAdded?.();
    },
    allow(wanted) {
      allowed = wanted.length === 0 ? byDefault : [...wanted];
    },
    confirm(beforeId) {
      pending = pending.filter(({ id }) => id >= beforeId);
    },
    clear() {
      pending = [];
    },
    poll(poll, closed) {
      waiting?.end(new Refusal(409, CONFLICT));
      if (poll.offset < 0) pending = pending.slice(poll.offset);
      else queue.confirm(poll.offset);
      if (pending.length > 0 || poll.waitMs <= 0) return Promise.resolve(take(poll.limit));
      return new Promise((resolve, reject) => {
        const end = (result: Json | Refusal) => {
          clearTimeout(timer);
          closed.removeEventListener("abort", giveUp);
          if (waiting === mine) waiting = null;
          if (result instanceof Refusal) reject(result);
          else resolve(result);
        };
        const giveUp = () => end([]);
        const timer = setTimeout(giveUp, poll.waitMs);
        const mine: Waiting = { poll, end };
        waiting = mine;
        closed.addEventListener("abort", giveUp, { once: true });
      });
    },
  };
  return queue;
}
