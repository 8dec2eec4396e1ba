import { type CalendarDate, toCalendarDate } from "../lib/calendar-date.ts";
import type { Clock } from "../lib/clock.ts";
import type { Log } from "../lib/log.ts";
import type { SpentOn } from "../summarize/spent-on.ts";
import type { TokenLedger } from "./token-ledger.ts";
import type { TokenUse } from "./token-use.ts";

/** Tokens set aside for one call. */
export type Reservation = {
  /** Ends it, once, with what was used; with nothing, as if it had never been. Never rejects. */
  settle(use: TokenUse): Promise<void>;
};

/** Spends no more than a day's tokens, however many programs spend of the same ledger at once. */
export type Budget = {
  /**
   * Writes down the most that a call may use, before it is made, so that a call that a crash cuts off is
   * charged in full; `over-budget` where the day's rest is less, or cannot be known or written. What calls under
   * way have set aside may yet be given back, and is waited for, until the signal aborts (`late`). Never rejects.
   */
  reserve(
    most: TokenUse,
    on: SpentOn,
    signal: AbortSignal,
  ): Promise<Reservation | "over-budget" | "late">;
};

/** What a budget needs. */
export type BudgetDeps = {
  readonly ledger: TokenLedger;
  readonly clock: Clock;
  readonly log: Log;
  readonly model: string;
  readonly dailyTokens: number;
  /** Of these, kept for briefings. */
  readonly briefingTokens: number;
};

/** Answers may bring what is spent to this share of a day's tokens, and no more than readings may. */
const ANSWERS_SHARE = 0.5;

/** Of a UTC day: in all, and how many of these are kept for briefings. */
type DayTokens = Pick<BudgetDeps, "dailyTokens" | "briefingTokens">;

/** To what a day's spending, on whatever, may be brought for the sake of some words. */
function mostSpent({ dailyTokens, briefingTokens }: DayTokens, on: SpentOn): number {
  const others = dailyTokens - briefingTokens;
  switch (on) {
    case "briefing":
      return dailyTokens;
    case "reading":
      return others;
    case "answer":
      return Math.min(others, Math.floor(dailyTokens * ANSWERS_SHARE));
  }
}

/** A budget of UTC days. */
export function createBudget(deps: BudgetDeps): Budget {
  const held = createHeld();
  return {
    async reserve(most, on, signal) {
      for (;;) {
        const ends = held.ends();
        const reservation = await reserve(deps, most, on);
        if (reservation !== "over-budget") return held.until(reservation);
        if (held.count() === 0 && held.ends() === ends) return "over-budget";
        if (held.ends() === ends && !(await held.change(signal))) return "late";
      }
    },
  };
}

/** The reservations that are not settled yet. */
function createHeld() {
  let count = 0;
  let ends = 0;
  const waiting = new Set<() => void>();
  const end = () => {
    count -= 1;
    ends += 1;
    for (const wake of waiting) wake();
  };
  return {
    count: () => count,
    /** How many have been settled. */
    ends: () => ends,
    until: (reservation: Reservation): Reservation => {
      count += 1;
      return { settle: (use) => reservation.settle(use).finally(end) };
    },
    /** Whether one was settled before the signal aborted. */
    change: (signal: AbortSignal): Promise<boolean> =>
      new Promise((resolve) => {
        const finish = (isSettled: boolean) => () => {
          waiting.delete(wake);
          signal.removeEventListener("abort", giveUp);
          resolve(isSettled);
        };
        const wake = finish(true);
        const giveUp = finish(false);
        if (signal.aborted) return resolve(false);
        waiting.add(wake);
        signal.addEventListener("abort", giveUp, { once: true });
      }),
  };
}

async function reserve(
  deps: BudgetDeps,
  most: TokenUse,
  on: SpentOn,
): Promise<Reservation | "over-budget"> {
  const { ledger, clock, log, model } = deps;
  const day = toCalendarDate(clock.now());
  try {
    const isFree = await ledger.reserve(day, { model, ...most, calls: 1 }, mostSpent(deps, on));
    return isFree ? { settle: (use) => settle(deps, day, most, use) } : "over-budget";
  } catch {
    log.warn("model tokens cannot be kept");
    return "over-budget";
  }
}

/** What cannot be settled stays charged in full. */
async function settle(
  { ledger, log, model }: BudgetDeps,
  day: CalendarDate,
  most: TokenUse,
  use: TokenUse,
): Promise<void> {
  const over = {
    inputTokens: use.inputTokens - most.inputTokens,
    outputTokens: use.outputTokens - most.outputTokens,
  };
  try {
    await ledger.add(day, { model, ...over, calls: sumOf(use) > 0 ? 0 : -1 });
  } catch {
    log.warn("model tokens not settled", { tokens: sumOf(most) });
  }
}

const sumOf = ({ inputTokens, outputTokens }: TokenUse): number => inputTokens + outputTokens;
