import { accessSync, constants, existsSync, statfsSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Config } from "../../config/config.ts";
import { ConfigError } from "../../config/env.ts";
import { openStore } from "../../store/open-store.ts";
import { StoreError } from "../../store/store-error.ts";
import { databaseFile } from "../data-folder.ts";
import { fail, type Finding, ok, reasonOf, warn } from "./finding.ts";

/** Whether the store opens, is whole and writable, and has room to grow. */
export async function checkStore({ DATABASE_URL }: Config): Promise<Finding[]> {
  const file = databaseFile(DATABASE_URL);
  if (file !== null && !existsSync(file)) return [notThere(file), ...roomFor(file)];
  const corrupt: string[] = [];
  try {
    const store = await openStore(DATABASE_URL, ({ table, key }) =>
      corrupt.push(`${table} ${key}`),
    );
    try {
      await store.transaction(({ articles }) => articles.assignStories(new Map()));
      const newest = (await store.articles.newest())?.published.toISOString() ?? "none";
      const articles = await store.articles.count();
      const opened = ok("store", `${articles} articles, the newest of ${newest}`);
      return [
        opened,
        ...corruptRows(corrupt),
        ...(file === null ? [] : [...wholeness(file), ...roomFor(file)]),
      ];
    } finally {
      await store.close();
    }
  } catch (error) {
    return [failureOf(error)];
  }
}

function notThere(file: string): Finding {
  const folder = nearestFolder(file);
  try {
    accessSync(folder, constants.W_OK);
    return ok("store", `${file} will be made when something is kept`);
  } catch {
    return fail(
      "store",
      `${folder} may not be written to`,
      "Give this user the right to write it.",
    );
  }
}

function nearestFolder(file: string): string {
  let folder = dirname(file);
  while (!existsSync(folder) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}

const corruptRows = (rows: readonly string[]): Finding[] =>
  rows.map((row) => warn("store", `the row ${row} cannot be read`, "Restore a backup."));

/** https://www.sqlite.org/pragma.html#pragma_quick_check */
function wholeness(file: string): Finding[] {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    const [first] = database.prepare("pragma quick_check(1)").all();
    const verdict = String(first?.["quick_check"]);
    return verdict === "ok"
      ? [ok("store", "the file is whole")]
      : [fail("store", `the file is damaged: ${verdict.slice(0, 120)}`, "Restore a backup.")];
  } finally {
    database.close();
  }
}

const MEGABYTE = 1_000_000;
const LEAST_FREE = 200 * MEGABYTE;

function roomFor(file: string): Finding[] {
  const { bavail, bsize } = statfsSync(nearestFolder(file));
  const free = Math.floor((bavail * bsize) / MEGABYTE);
  const size = existsSync(file) ? Math.ceil(statSync(file).size / MEGABYTE) : 0;
  const text = `${free} MB free, the store takes ${size} MB`;
  return free * MEGABYTE < LEAST_FREE
    ? [warn("disk", text, "Make room: nothing more can be kept once the disk is full.")]
    : [ok("disk", text)];
}

function failureOf(error: unknown): Finding {
  if (error instanceof ConfigError)
    return fail("store", error.problems.join("; "), "Correct DATABASE_URL, or mend what it names.");
  if (error instanceof StoreError) return fail("store", error.message, mendOf(error));
  return fail("store", reasonOf(error), "Restore a backup.");
}

const mendOf = ({ failure }: StoreError): string =>
  failure === "unreachable" || failure === "timed-out"
    ? "Start the database server, or correct DATABASE_URL."
    : "See what holds the database.";
