import type { ResponseParameters } from "./refusal.ts";

/** What goes wrong with a request. */
export type Fault =
  /** An error of the server's instead of the handling. */
  | {
      readonly kind: "error";
      readonly status: number;
      readonly description: string;
      readonly parameters?: ResponseParameters;
    }
  /** The connection breaks: `before` the request is handled, or `after`, so that only the answer is lost. */
  | { readonly kind: "drop"; readonly when: "before" | "after" }
  /** The handling starts so many real ms later. */
  | { readonly kind: "delay"; readonly ms: number }
  /** A page of a proxy with status 502, or an answer cut in the middle. */
  | { readonly kind: "garbage"; readonly as: "html" | "truncated" };

type Planned = { readonly method: string; readonly fault: Fault; left: number };

/** Faults to come. */
export type Faults = {
  /** The next `times` calls of a method (`*` for any but `getUpdates`) go wrong. */
  next(method: string, fault: Fault, times?: number): void;
  /** From now on this share of the calls that change something goes wrong, by the seed. */
  randomly(share: number, faults: readonly Fault[]): void;
  /** The fault for a call that has arrived, if any. */
  take(method: string): Fault | null;
  clear(): void;
};

/** Makes a plan without faults; `random` gives numbers from 0 to 1. */
export function createFaults(random: () => number): Faults {
  let planned: Planned[] = [];
  let share = 0;
  let kinds: readonly Fault[] = [];
  return {
    next(method, fault, times = 1) {
      planned.push({ method, fault, left: times });
    },
    randomly(newShare, faults) {
      share = newShare;
      kinds = faults;
    },
    take(method) {
      if (planned.length > 0) {
        const found = planned.find(
          (plan) => plan.method === method || (plan.method === "*" && method !== "getUpdates"),
        );
        if (found !== undefined) {
          found.left -= 1;
          planned = planned.filter(({ left }) => left > 0);
          return found.fault;
        }
      }
      const isTried = share > 0 && /^(?:send|edit|answer|delete)/.test(method) && random() < share;
      return isTried ? (kinds[Math.floor(random() * kinds.length)] ?? null) : null;
    },
    clear() {
      planned = [];
      share = 0;
    },
  };
}

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d_2b_79_f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}
