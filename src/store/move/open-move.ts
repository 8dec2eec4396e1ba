import { ConfigError } from "../../config/env.ts";
import { migrate } from "../migrate.ts";
import { openEngine } from "../open-engine.ts";
import type { Engine } from "../engine.ts";
import { type Move, type MoveEnd, moveStore } from "./move-store.ts";

/** What is to be moved, and where to: addresses as of `openStore`. */
export type MoveBetween = Omit<Move, "from" | "to"> & {
  readonly from: string;
  readonly to: string;
};

/**
 * Opens both databases, brings their schemas up to date, and moves one into the other. Meanwhile nobody can
 * write to the one that is moved.
 *
 * @throws {ConfigError} @throws {StoreError} when one cannot be opened, is held by another, or fails.
 */
export function moveBetween({ from, to, ...how }: MoveBetween): Promise<MoveEnd> {
  return withEngine(from, (source) =>
    withEngine(to, (target) =>
      source.db.transaction().execute((held) => moveStore({ ...how, from: held, to: target.db })),
    ),
  );
}

/** Of what a newer version keeps, this one could leave something behind. */
const MOVED_BY_NEWER =
  "DATABASE_URL: the database was written by a newer version of Parley; move it with that version";

async function withEngine<T>(
  databaseUrl: string,
  work: (engine: Engine) => Promise<T>,
): Promise<T> {
  const engine = await openEngine(databaseUrl, () => false);
  try {
    const ahead = await migrate(engine.schema);
    if (ahead.length > 0) throw new ConfigError([MOVED_BY_NEWER]);
    return await work(engine);
  } finally {
    await engine.close();
  }
}
