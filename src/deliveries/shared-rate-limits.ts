import type { Address } from "../platform/address.ts";
import { createAsking, createNoting, tellWait } from "./ask-pace-book.ts";
import { createChannels } from "./channel-windows.ts";
import type { PaceAnswer } from "./pace-book.ts";
import { createPaceDemand } from "./pace-demand.ts";
import type { Permission, RateLimits } from "./rate-limits.ts";
import { createRenewal } from "./renew-share.ts";
import type { SharedLimitsDeps } from "./shared-limits-deps.ts";
import { createSharedOverall } from "./shared-overall.ts";

/** What is asked for now will be known so soon. */
const BUSY_MS = 5;

/**
 * Accounting over a pace that other nodes keep to as well. Over all chats each node has its share, and counts
 * in it by itself; of each channel all nodes write into one book before they send, many channels at a time.
 * While the book cannot be reached nothing goes. Whoever asks for room renews the share by that.
 */
export function createSharedRateLimits(deps: SharedLimitsDeps): RateLimits {
  const { monotonicMs } = deps;
  const room = createRoom(deps);
  const bans = createSharedBans(deps, room);
  const tellNote = createNoting(deps);
  const ask = createAsking(deps, (answer, now) => bans.onAnswer(answer, now));
  return {
    async take(to, nowMs) {
      room.wants(nowMs);
      const from = room.readyAt(to, nowMs);
      if (from > nowMs) return { ok: false, retryAtMs: from };
      return room.holding(to, nowMs, () => ask(to));
    },
    note(to, nowMs) {
      room.noteAnswer(to, nowMs);
      tellNote(to);
    },
    waits(to, untilMs, nowMs) {
      room.pause(to, untilMs, nowMs);
      return bans.waits(to, untilMs);
    },
    arrived: (begunMs) => bans.arrived(monotonicMs() - begunMs),
    free(nowMs) {
      room.wants(nowMs);
      return room.left(nowMs);
    },
    freeAtMs: (nowMs) => (room.left(nowMs) > 0 ? nowMs : room.openAt(nowMs)),
    channels: () => room.channels(),
  };
}

type Ask = () => Promise<Permission>;

function createOwnShare(deps: SharedLimitsDeps) {
  const overall = createSharedOverall(deps.pace.overall);
  const demand = createPaceDemand(deps.pace.overall.messages);
  return { overall, demand, renew: createRenewal(deps, overall, demand) };
}

type Room = ReturnType<typeof createRoom>;

/** What this node may send by what it knows itself; instants by its own clock that never goes back. */
function createRoom(deps: SharedLimitsDeps) {
  const { overall, demand, renew } = createOwnShare(deps);
  const channels = createChannels(deps.pace);
  const places = createPlaces();

  const left = (now: number): number => {
    renew(now);
    return Math.max(0, overall.left(now) - places.held());
  };
  const note = (to: Address, now: number, askedMs = now): void => {
    overall.note(now, askedMs);
    channels.of(to, now).note(now);
  };

  return {
    left,
    wants: (now: number) => demand.sends(now),
    noteAnswer(to: Address, now: number): void {
      note(to, now);
      demand.answered(now, overall.count(now));
      renew(now);
    },
    channels: () => channels.count(),
    openAt: (now: number) => Math.max(overall.readyAt(now), now + BUSY_MS),
    readyAt(to: Address, now: number): number {
      const from = Math.max(overall.readyAt(now), channels.of(to, now).readyAt());
      return left(now) === 0 && from <= now ? now + BUSY_MS : from;
    },
    pause: (to: Address, untilMs: number, now: number) => channels.of(to, now).pause(untilMs),
    pauseAll: (untilMs: number) => overall.pause(untilMs),
    /** Keeps a place while it is asked for, and counts it once it is granted. */
    async holding(to: Address, asked: number, ask: Ask): Promise<Permission> {
      const permission = await places.during(ask);
      if (!permission.ok) return permission;
      const now = deps.monotonicMs();
      // The share may have run out meanwhile, or all may have been shut out.
      if (overall.left(now) === 0) return { ok: false, retryAtMs: now + BUSY_MS };
      note(to, now, asked);
      return permission;
    },
  };
}

/** What was let out, and is being asked for in the book. */
function createPlaces() {
  let held = 0;
  return {
    held: () => held,
    async during(ask: Ask): Promise<Permission> {
      held += 1;
      const permission = await ask();
      held -= 1;
      return permission;
    },
  };
}

/** Bans over all of a platform, told from waits of single channels by what all nodes meet. */
function createSharedBans(deps: SharedLimitsDeps, room: Room) {
  let suspicion = false;
  return {
    onAnswer(answer: PaceAnswer, now: number): void {
      suspicion = answer.suspicion;
      if (answer.allWaitMs > 0) room.pauseAll(now + answer.allWaitMs);
    },
    async waits(to: Address, untilMs: number): Promise<number | null> {
      suspicion = true;
      const allWaitMs = await tellWait(deps, to, untilMs);
      if (allWaitMs === 0) return null;
      const allUntil = deps.monotonicMs() + allWaitMs;
      room.pauseAll(allUntil);
      return allUntil;
    },
    arrived(agoMs: number): void {
      if (!suspicion) return;
      suspicion = false;
      deps.book.arrived(agoMs).catch((err: unknown) => {
        suspicion = true;
        deps.log.warn("other nodes could not be told that messages arrive", { err });
      });
    },
  };
}
