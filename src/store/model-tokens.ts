import { type Kysely, sql } from "kysely";
import type { CalendarDate } from "../lib/calendar-date.ts";
import type { TokenLedger } from "../llm/token-ledger.ts";
import type { Tables } from "./tables.ts";

/** Keeps what models used, and lets go of days long past. */
export type TokenStore = TokenLedger & {
  /** Removes the days before one, and says how many rows went. */
  prune(before: CalendarDate): Promise<number>;
};

/** Keeps what models used in a database that Kysely speaks. */
export const createTokenStore = (db: Kysely<Tables>): TokenStore => ({
  async used(day) {
    const rows = await db
      .selectFrom("model_tokens")
      .select(["model", "input", "output", "calls"])
      .where("day", "=", day)
      .orderBy("model")
      .execute();
    return rows.map(({ model, input, output, calls }) => ({
      model,
      inputTokens: input,
      outputTokens: output,
      calls,
    }));
  },

  async add(day, { model, inputTokens, outputTokens, calls }) {
    await db
      .insertInto("model_tokens")
      .values({ day, model, input: inputTokens, output: outputTokens, calls })
      .onConflict((conflict) =>
        conflict.columns(["day", "model"]).doUpdateSet({
          input: sql`model_tokens.input + excluded.input`,
          output: sql`model_tokens.output + excluded.output`,
          calls: sql`model_tokens.calls + excluded.calls`,
        }),
      )
      .execute();
  },

  async prune(before) {
    const { numDeletedRows } = await db
      .deleteFrom("model_tokens")
      .where("day", "<", before)
      .executeTakeFirst();
    return Number(numDeletedRows);
  },
});
