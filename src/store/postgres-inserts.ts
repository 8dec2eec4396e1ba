import { sql } from "kysely";
import type { DeliveryRow } from "./delivery-tables.ts";
import type { InsertRows } from "./insert-deliveries.ts";

/**
 * All in one statement, as one document, whose text is the same however many there are: of rows as parameters
 * a statement takes few, and each is a way to the server and back.
 */
export const insertRowsAsDocument: InsertRows = async (db, rows) => {
  const [first] = rows;
  if (first === undefined) return 0;
  const columns = sql.join(Object.keys(first).map((name) => sql.ref(name)));
  const { numAffectedRows = 0n } = await sql`
    insert into deliveries (${columns})
    select ${columns}
    from json_populate_recordset(cast(null as deliveries), cast(${toDocument(rows)} as json))
    on conflict (id) do nothing`.execute(db);
  return Number(numAffectedRows);
};

/** PostgreSQL takes neither a NUL nor half a surrogate pair in a text; a mark stands in, as in parameters. */
function toDocument(rows: readonly DeliveryRow[]): string {
  const document = JSON.stringify(rows);
  return MAY_BE_REFUSED.test(document) ? JSON.stringify(rows, withMarks) : document;
}

const MAY_BE_REFUSED = /\\u(?:0000|d[89a-f])/;

const withMarks = (_: string, value: unknown): unknown =>
  typeof value === "string" ? value.toWellFormed().replaceAll("\0", "\ufffd") : value;
