import { expect, it } from "vitest";
import { parseDiscordConfig } from "../../../../adapters/discord/config.ts";
import { ConfigError } from "../../../../src/config/env.ts";

const ID = "123456789012345678";

it.each([{}, { DISCORD_TOKEN: "", DISCORD_APPLICATION_ID: "" }])("is off with neither", (env) => {
  expect(parseDiscordConfig(env)).toBeNull();
});

it("is on with token and application id", () => {
  const config = parseDiscordConfig({ DISCORD_TOKEN: "t", DISCORD_APPLICATION_ID: ID });

  expect(config).toMatchObject({
    applicationId: ID,
    apiRoot: "https://discord.com/api",
    guilds: [],
  });
  expect(JSON.stringify(config)).toContain("[secret]");
});

it("takes a proxy and a list of servers", () => {
  const config = parseDiscordConfig({
    DISCORD_TOKEN: "t",
    DISCORD_APPLICATION_ID: ID,
    DISCORD_API_ROOT: "http://127.0.0.1:9/api/",
    DISCORD_GUILDS: `${ID}, 223456789012345678`,
  });

  expect(config).toMatchObject({
    apiRoot: "http://127.0.0.1:9/api",
    guilds: [ID, "223456789012345678"],
  });
});

it.each([
  [{ DISCORD_TOKEN: "my-secret" }, "DISCORD_APPLICATION_ID: needed beside DISCORD_TOKEN"],
  [{ DISCORD_APPLICATION_ID: ID }, "DISCORD_TOKEN: needed beside DISCORD_APPLICATION_ID"],
  [{ DISCORD_TOKEN: "my-secret", DISCORD_APPLICATION_ID: "parley" }, "DISCORD_APPLICATION_ID"],
  [{ DISCORD_TOKEN: "my-secret", DISCORD_API_ROOT: "ftp://x" }, "DISCORD_API_ROOT"],
  [{ DISCORD_TOKEN: "my-secret", DISCORD_GUILDS: "here" }, "DISCORD_GUILDS"],
])("names what is wrong in %o, and no value", (env, problem) => {
  const parse = () => parseDiscordConfig(env);

  expect(parse).toThrow(ConfigError);
  expect(parse).toThrow(problem);
  expect(parse).not.toThrow("my-secret");
});
