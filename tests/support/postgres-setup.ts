import type { TestProject } from "vitest/node";
import { startPostgres } from "./postgres-server.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The address of the server's own database, in which no test keeps anything. */
    postgres: string;
  }
}

/** Starts one PostgreSQL for all tests of a run; the tests do not begin when it cannot start. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres();
  project.provide("postgres", server.url("postgres"));
  return () => server.stop();
}
