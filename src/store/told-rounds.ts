import type { Kysely } from "kysely";
import { z } from "zod";
import type { RoundHistory } from "../digest/rounds.ts";
import type { ToldRoundStore } from "../digest/told-rounds.ts";
import { atomically, inRuns } from "./atomically.ts";
import { type ReportCorruptRow, readJson } from "./corrupt-row.ts";
import { RoundJson, SourceJson } from "./digest-json.ts";
import { CalendarDateJson } from "./fact-json.ts";
import type { Tables } from "./tables.ts";

const Instant = z.iso.datetime().transform((text) => new Date(text));

const HistoryJson: z.ZodType<RoundHistory> = z.looseObject({
  date: CalendarDateJson,
  round: RoundJson,
  changedAt: Instant,
  announcedAt: Instant,
  sources: z.array(SourceJson),
  firstDate: CalendarDateJson,
  came: z.enum(["ahead", "met", "passed", "off"]),
});

/** Keeps told rounds in a database that Kysely speaks; a corrupt one is as one never told. */
export const createToldRoundStore = (
  db: Kysely<Tables>,
  report: ReportCorruptRow,
): ToldRoundStore => ({
  async of(talks) {
    const rows = await db
      .selectFrom("told_rounds")
      .selectAll()
      .where("talks", "=", talks)
      .orderBy("date")
      .orderBy("first_date")
      .execute();
    return rows.flatMap(({ first_date, round_json }) => {
      const reading = readJson(HistoryJson, round_json);
      if (reading.kind === "read") return [reading.value];
      report({ table: "told_rounds", key: `${talks} ${first_date}`, reason: reading.reason });
      return [];
    });
  },

  keep: (talks, rounds) =>
    atomically(db, async (trx) => {
      await trx.deleteFrom("told_rounds").where("talks", "=", talks).execute();
      const latest = new Map(rows(talks, rounds).map((row) => [row.first_date, row]));
      for (const run of inRuns([...latest.values()]))
        await trx.insertInto("told_rounds").values(run).execute();
    }),
});

const rows = (talks: string, rounds: readonly RoundHistory[]) =>
  rounds.map((round) => ({
    talks,
    first_date: round.firstDate,
    date: round.date,
    round_json: JSON.stringify(round),
  }));
