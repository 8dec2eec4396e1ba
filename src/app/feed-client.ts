import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Config } from "../config/config.ts";
import type { Clock } from "../lib/clock.ts";
import { createHttpClient, DEFAULT_LIMITS, type HttpClient } from "../lib/http-get.ts";

const EVERY_NETWORK = ["0.0.0.0/0", "::/0"];

/** The networks beyond the public ones that feeds may be fetched from. */
export const allowedNetworks = ({ PARLEY_ALLOW_PRIVATE_FEEDS }: Config): readonly string[] =>
  PARLEY_ALLOW_PRIVATE_FEEDS ? EVERY_NETWORK : [];

/** The client that feeds are fetched with. */
export const createFeedClient = (config: Config, clock: Clock): HttpClient =>
  createHttpClient({
    clock,
    userAgent: `Parley/${versionOfParley()} (feed reader)`,
    allowedNetworks: allowedNetworks(config),
    limits: DEFAULT_LIMITS,
  });

const PACKAGE = join(import.meta.dirname, "..", "..", "package.json");

/** The version of this program, such as `0.1.0`. */
const versionOfParley = (): string =>
  z.object({ version: z.string() }).parse(JSON.parse(readFileSync(PACKAGE, "utf8"))).version;
