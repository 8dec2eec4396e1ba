import { expect, it } from "vitest";
import { testDatabases } from "../support/store-engines.ts";
import { fillWhole } from "../support/store-full.ts";
import { parley } from "../support/terminal.ts";

const AWAY = "postgres://parley:hunter2-hunter2@127.0.0.1:1/parley";

const databases = testDatabases();

it("finds a store on a server well", async () => {
  const url = await databases.fresh("PostgreSQL");
  await fillWhole(url, 3);
  const { out, err } = await parley(["doctor", "--offline"], { env: { DATABASE_URL: url } });
  expect(out + err).toContain("store: 3 articles, the newest of 2026-01-01T00:02:00.000Z");
});

it("says how to mend it when no server answers, and shows no password", async () => {
  const { code, out, err } = await parley(["doctor", "--offline"], { env: { DATABASE_URL: AWAY } });
  expect(code).toBe(1);
  expect(out + err).toContain("the database server cannot be reached");
  expect(out + err).toContain("Start the database server, or correct DATABASE_URL.");
  expect(out + err).not.toContain("hunter2");
});

it("waits for a server that is away, and shows no password meanwhile", async () => {
  const stop = new AbortController();
  const { code, err } = await parley(["run"], {
    env: { DATABASE_URL: AWAY, PARLEY_HTTP_PORT: "off" },
    signal: stop.signal,
    onError: () => stop.abort(),
  });
  expect(code).toBe(0);
  expect(err).toContain('"reason":"unreachable"');
  expect(err).not.toContain("hunter2");
});

it("leaves copies to the server's own tools", async () => {
  const { code, err } = await parley(["backup", "copy.db"], { env: { DATABASE_URL: AWAY } });
  expect(code).toBe(2);
  expect(err).toContain("pg_dump");
  expect(err).not.toContain("hunter2");
});
