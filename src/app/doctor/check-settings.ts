import { DiscordSettings } from "../../../adapters/discord/config.ts";
import { telegramConfig } from "../../../adapters/telegram/config.ts";
import { parseWebConfig, WebSettings } from "../../../adapters/web/config.ts";
import { ConfigSchema, parseConfig } from "../../config/config.ts";
import { ConfigError, type Env } from "../../config/env.ts";
import { closestName } from "../../lib/closest-name.ts";
import { fail, type Finding, ok, warn } from "./finding.ts";

/** Settings of what is still to come: the language model. */
const OTHER_SETTINGS = ["LLM_BASE_URL", "LLM_API_KEY", "LLM_MODEL"] as const;

const OURS = /^(PARLEY|TELEGRAM|DISCORD|LLM|DATABASE|LOG)_/;
const CERTAINLY_OURS = /^PARLEY_/;

/** Whether every setting can be read, and none is misspelt; values are never shown. */
export function checkSettings(env: Env): Finding[] {
  return [...problemsOf(env), ...unknownSettings(env)];
}

function problemsOf(env: Env): Finding[] {
  try {
    parseConfig(env);
    parseWebConfig(env);
    return [ok("settings", "all can be read")];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.problems.map((problem) =>
      fail("settings", problem, "Correct it in .env; .env.example explains every setting."),
    );
  }
}

function unknownSettings(env: Env): Finding[] {
  const schemas = [ConfigSchema, telegramConfig, DiscordSettings, WebSettings];
  const names = [...schemas.flatMap(({ shape }) => Object.keys(shape)), ...OTHER_SETTINGS];
  const known = new Set(names.flatMap((name) => [name, `${name}_FILE`]));
  return Object.keys(env)
    .filter((name) => OURS.test(name) && !known.has(name) && env[name] !== undefined)
    .flatMap((name) => {
      const meant = closestName(name, [...known]);
      if (meant === null && !CERTAINLY_OURS.test(name)) return [];
      const mend = meant === null ? "Remove it." : `Did you mean ${meant}? Rename it.`;
      return [warn("settings", `${name.slice(0, 80)} is no setting of Parley`, mend)];
    });
}
