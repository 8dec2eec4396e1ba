import { DiscordSettings } from "../../../adapters/discord/config.ts";
import { telegramConfig } from "../../../adapters/telegram/config.ts";
import { parseWebConfig, WebSettings } from "../../../adapters/web/config.ts";
import { ConfigSchema, parseConfig } from "../../config/config.ts";
import { ConfigError, type Env } from "../../config/env.ts";
import { ModelSettings } from "../../llm/model-settings.ts";
import { closestName } from "../../lib/closest-name.ts";
import { fail, type Finding, ok, warn } from "./finding.ts";

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
  const schemas = [ConfigSchema, telegramConfig, DiscordSettings, WebSettings, ModelSettings];
  const names = schemas.flatMap(({ shape }) => Object.keys(shape));
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
