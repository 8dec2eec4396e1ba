import { type CalendarDate, toCalendarDate } from "../lib/calendar-date.ts";
import type { Clock } from "../lib/clock.ts";
import type { Log } from "../lib/log.ts";
import type { TokenLedger } from "./token-ledger.ts";
import type { TokenUse } from "./token-use.ts";

/** Tokens set aside for one call. */
export type Reservation = {
  /** Ends it, once, with what was used; with nothing, as if it had never been. Never rejects. */
  settle(use: TokenUse): Promise<void>;
};

/** Whose words tokens are spent on. */
export type SpentOn = "digest" | "answer";

/** Spends no more than a day's tokens. */
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
};

/** Answers to people may bring what is spent to this share of a day's tokens; the rest is kept for digests. */
const ANSWERS_SHARE = 0.5;

/** A budget of UTC days. */
export function createBudget(deps: BudgetDeps): Budget {
  const inTurn = createTurns();
  return {
    reserve: (most, on) => inTurn(() => reserve(deps, most, on)),
  };
}

async function reserve(deps: BudgetDeps, most: TokenUse, on: SpentOn): Promise<Reservation | null> {
  const { ledger, clock, log, model, dailyTokens } = deps;
  const day = toCalendarDate(clock.now());
  const allowed = on === "answer" ? Math.floor(dailyTokens * ANSWERS_SHARE) : dailyTokens;
  try {
    if ((await spentOn(ledger, day)) + sumOf(most) > allowed) return null;
    await ledger.add(day, { model, ...most, calls: 1 });
  } catch {
    log.warn("model tokens cannot be kept");
    return null;
  }
  return { settle: (use) => settle(deps, day, most, use) };
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

const spentOn = async (ledger: TokenLedger, day: CalendarDate): Promise<number> =>
  (await ledger.used(day)).reduce((sum, use) => sum + sumOf(use), 0);

/** One after the other, so that none is allowed what another is about to take; tasks must not reject. */
function createTurns() {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(task: () => Promise<T>): Promise<T> => {
    const run = last.then(task);
    last = run;
    return run;
  };
}
