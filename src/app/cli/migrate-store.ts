import { createHash } from "node:crypto";
import { existsSync, realpathSync } from "node:fs";
import type { Config } from "../../config/config.ts";
import type { MoveEnd, MoveStep } from "../../store/move/move-store.ts";
import { moveBetween } from "../../store/move/open-move.ts";
import { isPostgresAddress } from "../../store/postgres-address.ts";
import { databaseFile } from "../data-folder.ts";
import { UsageError } from "../items-file.ts";
import { EXIT, type ExitCode, type Terminal } from "../terminal.ts";

/** Addresses of both databases; where one is not given, DATABASE_URL is it. */
export type MoveOptions = { readonly from?: string | undefined; readonly to?: string | undefined };

/** `parley migrate-store`: moves a file's store into a PostgreSQL database, and proves that all has arrived. */
export async function migrateStoreCommand(
  terminal: Terminal,
  { DATABASE_URL }: Config,
  { from = DATABASE_URL, to = DATABASE_URL }: MoveOptions,
): Promise<ExitCode> {
  const file = databaseFile(from);
  if (file === null)
    throw new UsageError("--from must be a file address, such as file:data/parley.db.");
  if (!existsSync(file)) throw new UsageError(`There is no database at ${file} to move.`);
  if (!isPostgresAddress(to))
    throw new UsageError(
      "--to, or DATABASE_URL, must be like postgres://user:password@host/database.",
    );
  const end = await moveBetween({
    from,
    to,
    source: createHash("sha256").update(realpathSync(file)).digest("hex"),
    now: terminal.now,
    signal: terminal.stopSignal(),
    onStep: tellSteps(terminal),
  });
  return tellEnd(terminal, end, file);
}

const ROWS_A_LINE = 1_000;

/** A line when a table is begun or done, and at every thousand of its rows. */
function tellSteps(terminal: Terminal): (step: MoveStep) => void {
  let told = "";
  return ({ table, rows, of }) => {
    const line = `${table}: ${rows} of ${of}`;
    if (line === told || (rows < of && rows % ROWS_A_LINE !== 0)) return;
    told = line;
    terminal.err(line);
  };
}

function tellEnd(terminal: Terminal, end: MoveEnd, file: string): ExitCode {
  switch (end.kind) {
    case "moved":
    case "moved-before":
      for (const { table, rows, checksum } of end.sums)
        terminal.out(`${table}: ${rows} rows, ${checksum.slice(0, 16)} in both`);
      terminal.err(
        end.kind === "moved"
          ? `All has arrived. Set DATABASE_URL to the new address; keep ${file} until you are content.`
          : "All had arrived before; nothing was changed.",
      );
      return EXIT.ok;
    case "stopped":
      terminal.err("Stopped before the end; run it again to go on.");
      return EXIT.failed;
    case "not-alike":
      terminal.err(
        `Not the same in both: ${end.tables.join(", ")}. The file was written to since the move began; ` +
          "end Parley, make the new database anew, and run this again.",
      );
      return EXIT.failed;
    case "not-empty":
      throw new UsageError(
        `The new database holds something already: ${end.tables.join(", ")}. Name an empty one.`,
      );
    case "other-source":
      throw new UsageError(
        "The new database holds a store moved from elsewhere. Name an empty one.",
      );
    case "source-changed":
      throw new UsageError(
        `${file} was moved on ${end.movedAt.toISOString()} and written to since. Name an empty database to move it once more.`,
      );
  }
}
