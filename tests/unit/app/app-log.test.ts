import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { DiscordSettings } from "../../../adapters/discord/config.ts";
import { telegramConfig } from "../../../adapters/telegram/config.ts";
import { WebSettings } from "../../../adapters/web/config.ts";
import { openLog, SECRETS } from "../../../src/app/app-log.ts";
import { ConfigSchema, parseConfig } from "../../../src/config/config.ts";
import { Secret } from "../../../src/lib/secret.ts";
import { ModelSettings } from "../../../src/llm/model-settings.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const VALUE = "a-secret-of-sixteen-letters";
const folder = temporaryFolder();

/** What a log line says that holds the secret, with these settings. */
function logged(env: Readonly<Record<string, string>>): string {
  const lines: string[] = [];
  const log = openLog(
    {
      out: () => undefined,
      err: (line) => lines.push(line),
      interactive: false,
      columns: 80,
      env,
      now: () => new Date(0),
      stopSignal: () => new AbortController().signal,
    },
    parseConfig({}),
  );
  log.info("called", { url: `https://api.example/${VALUE}/send` });
  return lines.join("\n");
}

describe("a secret stands in no log line", () => {
  it.each(SECRETS)("%s, set directly", (name) => {
    expect(logged({ [name]: VALUE })).toContain("/[secret]/send");
  });

  it.each(SECRETS)("%s, read from a file", (name) => {
    const file = join(folder(), name);
    writeFileSync(file, `${VALUE}\n`);
    expect(logged({ [`${name}_FILE`]: file })).toContain("/[secret]/send");
  });

  it("and a file that cannot be read is no reason not to log", () => {
    expect(logged({ LLM_API_KEY_FILE: join(folder(), "nowhere") })).toContain("called");
  });

  it("whichever settings there are", () => {
    const schemas = [ConfigSchema, telegramConfig, DiscordSettings, WebSettings, ModelSettings];
    const secrets = schemas
      .flatMap(({ shape }) => Object.entries(shape))
      .filter(([, schema]) => schema.safeParse(VALUE).data instanceof Secret)
      .map(([name]) => name);
    expect(secrets.toSorted()).toEqual([...SECRETS].toSorted());
  });
});
