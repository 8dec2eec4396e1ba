import type { Config } from "../../config/config.ts";
import { EXIT, type ExitCode, type Terminal } from "../terminal.ts";
import { isPostgresAddress } from "../../store/postgres-address.ts";
import { withStore } from "../with-store.ts";
import { databaseFile } from "../data-folder.ts";
import { existsSync, statSync } from "node:fs";
import { UsageError } from "../items-file.ts";

/** `parley backup FILE`: a copy of the database as of now, while others read and write it. */
export function backupCommand(terminal: Terminal, config: Config, file: string): Promise<ExitCode> {
  if (isPostgresAddress(config.DATABASE_URL))
    throw new UsageError(
      "PostgreSQL is copied with its own tools: pg_dump --format=custom --file=FILE; see docs/operations.md.",
    );
  const database = databaseFile(config.DATABASE_URL);
  if (database === null) throw new UsageError("DATABASE_URL names no file to copy.");
  if (!existsSync(database)) throw new UsageError(`There is no database at ${database} to copy.`);
  if (existsSync(file)) throw new UsageError(`${file} exists already; name a new file.`);
  return withStore(terminal, config, async (store) => {
    await store.backup(file);
    const articles = await store.articles.count();
    terminal.out(`${file}: ${articles} articles, ${statSync(file).size} bytes`);
    terminal.err(
      `To restore it, end Parley, remove ${database} and, beside it, what ends in -wal and -shm, and copy it there.`,
    );
    return EXIT.ok;
  });
}
