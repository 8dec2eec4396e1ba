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
   * charged in full; null where the day's rest is less, or cannot be known or written. Never rejects.
   */
  reserve(most: TokenUse, on: SpentOn): Promise<Reservation | null>;
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
  return { reserve: (most, on) => reserve(deps, most, on) };
}

async function reserve(deps: BudgetDeps, most: TokenUse, on: SpentOn): Promise<Reservation | null> {
  const { ledger, clock, log, model } = deps;
  const day = toCalendarDate(clock.now());
  try {
    const isFree = await ledger.reserve(day, { model, ...most, calls: 1 }, mostSpent(deps, on));
    return isFree ? { settle: (use) => settle(deps, day, most, use) } : null;
  } catch {
    log.warn("model tokens cannot be kept");
    return null;
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
