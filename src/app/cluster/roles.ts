import { isPostgresAddress } from "../../store/postgres-address.ts";
import { UsageError } from "../items-file.ts";

/** What a node may be run for. */
export const ROLES = ["all", "ingest", "gateway", "deliver"] as const;
export type Role = (typeof ROLES)[number];

/** What a node does. */
export type Duties = {
  /** Reads feeds, finds facts and stories, and tells what changed. */
  readonly ingest: boolean;
  /** Hears and answers people. */
  readonly gateway: boolean;
  /** Owes what is due by the clock, and sends what is owed. */
  readonly deliver: boolean;
};

/** The duties of a role. */
export const dutiesOf = (role: Role): Duties => ({
  ingest: role === "all" || role === "ingest",
  gateway: role === "all" || role === "gateway",
  deliver: role === "all" || role === "deliver",
});

/**
 * @throws {UsageError} when a database that one machine holds is to be shared among roles.
 */
export function checkRole(role: Role, databaseUrl: string): void {
  if (role === "all" || isPostgresAddress(databaseUrl)) return;
  throw new UsageError(
    `--role ${role} takes a PostgreSQL server in DATABASE_URL (postgres://…), which all nodes reach; ` +
      "a SQLite file is of one process, which does all of it: leave --role out.",
  );
}
