import type { CalendarDate } from "../lib/calendar-date.ts";

/** What was asked of one model on one UTC day. */
export type ModelUse = {
  readonly model: string;
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly calls: number;
};

/** Remembers what is spent, so that a day's budget outlives a restart. */
export type TokenLedger = {
  /** Of each model that was asked on the day, by name. */
  used(day: CalendarDate): Promise<readonly ModelUse[]>;
  /**
   * Adds to what the model used on the day, and says so, unless what all models used would then be more than
   * `most` tokens; together with all who do so at the same time.
   */
  reserve(day: CalendarDate, use: ModelUse, most: number): Promise<boolean>;
  /** Adds to what the model used on the day; negative counts give back what was set aside and not used. */
  add(day: CalendarDate, use: ModelUse): Promise<void>;
};
