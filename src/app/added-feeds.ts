import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { DossierFeed } from "../config/dossier.ts";
import { ConfigError } from "../config/env.ts";
import { besideDatabase } from "./data-folder.ts";
import { readOpml } from "./opml/read-opml.ts";
import { writeOpml } from "./opml/write-opml.ts";

/** The file of the feeds that the operator added: OPML, so that it can be read and edited anywhere. */
export const addedFeedsFile = (databaseUrl: string): string =>
  besideDatabase(databaseUrl, "feeds.opml");

/**
 * The feeds that the operator added beside the dossiers'; none where there is no list.
 *
 * @throws {ConfigError} when the list cannot be read.
 */
export function readAddedFeeds(databaseUrl: string): readonly DossierFeed[] {
  const file = addedFeedsFile(databaseUrl);
  if (!existsSync(file)) return [];
  const opml = readOpml(readList(file));
  if (opml.kind === "failed")
    throw new ConfigError([`${file}: ${opml.reason}. Mend the file, or remove it`]);
  return opml.feeds;
}

function readList(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new ConfigError([`${file}: cannot be read (${reasonOf(error)})`]);
  }
}

/**
 * Keeps the list of added feeds in place of the one before; it is never half written.
 *
 * @throws {ConfigError} when it cannot be written.
 */
export function keepAddedFeeds(databaseUrl: string, feeds: readonly DossierFeed[]): void {
  const file = addedFeedsFile(databaseUrl);
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.new`, writeOpml("Feeds added to Parley", feeds), { flush: true });
    renameSync(`${file}.new`, file);
  } catch (error) {
    throw new ConfigError([`${file}: cannot be written (${reasonOf(error)})`]);
  }
}

const reasonOf = (error: unknown): string =>
  error instanceof Error && "code" in error ? String(error.code) : String(error);
