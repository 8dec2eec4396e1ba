import { type Kysely, type RawBuilder, sql } from "kysely";
import type { CalendarDate } from "../lib/calendar-date.ts";
import type { ModelUse, TokenLedger } from "../llm/token-ledger.ts";
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

  reserve: (day, use, most) => reserve(db, day, use, most),

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

async function reserve(
  db: Kysely<Tables>,
  day: CalendarDate,
  { model, inputTokens, outputTokens, calls }: ModelUse,
  most: number,
): Promise<boolean> {
  const tokens = inputTokens + outputTokens;
  const usedBy = (others: RawBuilder<unknown>) => sql`
    (select coalesce(sum(input + output), 0) from model_tokens as one where one.day = ${day}${others})`;
  // The row is locked before it is compared, so that of two who reserve at once the later sees the earlier.
  const { rows } = await sql`
    insert into model_tokens (day, model, input, output, calls)
    select ${asText(day)}, ${asText(model)}, ${asNumber(inputTokens)}, ${asNumber(outputTokens)}, ${asNumber(calls)}
    where ${usedBy(sql``)} + ${asNumber(tokens)} <= ${asNumber(most)}
    on conflict (day, model) do update set
      input = model_tokens.input + excluded.input,
      output = model_tokens.output + excluded.output,
      calls = model_tokens.calls + excluded.calls
    where model_tokens.input + model_tokens.output + ${usedBy(sql` and one.model <> ${model}`)}
      + ${asNumber(tokens)} <= ${asNumber(most)}
    returning day`.execute(db);
  return rows.length > 0;
}

const asText = (value: string) => sql`cast(${value} as text)`;
const asNumber = (value: number) => sql`cast(${value} as bigint)`;
