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

/** Spends no more than a day's tokens. */
export type Budget = {
  /** Sets tokens aside, as many as a call may use; null where the day's rest is less. Never rejects. */
  reserve(tokens: number): Promise<Reservation | null>;
};

/** What a budget needs. */
export type BudgetDeps = {
  readonly ledger: TokenLedger;
  readonly clock: Clock;
  readonly log: Log;
  readonly model: string;
  readonly dailyTokens: number;
};

/** A budget of UTC days; where the ledger cannot be read, nothing is spent. */
export function createBudget({ dailyTokens, ...deps }: BudgetDeps): Budget {
  let reserved = 0;
  const book = createBook(deps);
  const settle = async (day: CalendarDate, tokens: number, use: TokenUse) => {
    if (use.inputTokens + use.outputTokens > 0) await book.enter(day, use);
    reserved -= tokens;
  };
  return {
    async reserve(tokens) {
      const day = toCalendarDate(deps.clock.now());
      const spent = await book.spentOn(day);
      if (spent + reserved + tokens > dailyTokens) return null;
      reserved += tokens;
      return { settle: (use) => settle(day, tokens, use) };
    },
  };
}

/** The ledger, with what it failed to take. */
function createBook({ ledger, log, model }: Omit<BudgetDeps, "dailyTokens">) {
  const unwritten = new Map<CalendarDate, number>();
  return {
    async spentOn(day: CalendarDate): Promise<number> {
      try {
        const used = await ledger.used(day);
        const written = used.reduce((sum, use) => sum + use.inputTokens + use.outputTokens, 0);
        return written + (unwritten.get(day) ?? 0);
      } catch {
        log.warn("model tokens cannot be read");
        return Infinity;
      }
    },
    async enter(day: CalendarDate, use: TokenUse): Promise<void> {
      try {
        await ledger.add(day, { model, ...use, calls: 1 });
      } catch {
        const tokens = use.inputTokens + use.outputTokens;
        unwritten.set(day, (unwritten.get(day) ?? 0) + tokens);
        log.warn("model tokens not kept", { tokens });
      }
    },
  };
}
