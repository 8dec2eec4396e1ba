import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { DiscordSettings } from "../../adapters/discord/config.ts";
import { telegramConfig } from "../../adapters/telegram/config.ts";
import { WebSettings } from "../../adapters/web/config.ts";
import { ConfigSchema } from "../../src/config/config.ts";
import { parseEnv } from "../../src/config/env.ts";
import { ModelSettings } from "../../src/llm/model-settings.ts";

const SCHEMAS = [
  ConfigSchema,
  telegramConfig,
  DiscordSettings,
  WebSettings,
  ModelSettings,
] as const;
const lines = readFileSync(".env.example", "utf8").split("\n");
const given = Object.fromEntries(
  lines
    .filter((line) => /^[A-Z_]+=/.test(line))
    .map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)]),
);

it("names every setting that there is, and no other", () => {
  const known = SCHEMAS.flatMap(({ shape }) => Object.keys(shape));
  expect(Object.keys(given).toSorted()).toEqual(known.toSorted());
});

it("shows the defaults", () => {
  const read = SCHEMAS.map((schema) => parseEnv(schema, given));
  expect(read).toEqual(SCHEMAS.map((schema) => parseEnv(schema, {})));
});

it("says something of each", () => {
  const silent = lines.filter((line, at) => {
    const above = lines.slice(0, at).findLast((each) => !/^[A-Z_]+=/.test(each));
    return /^[A-Z_]+=/.test(line) && above?.startsWith("# ") !== true;
  });
  expect(silent).toEqual([]);
});
