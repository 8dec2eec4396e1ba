import { describe, expect, it } from "vitest";
import { parseWebConfig } from "../../../../adapters/web/config.ts";

describe("the web's settings", () => {
  it("serve this machine on port 8080 unless told otherwise", () => {
    expect(parseWebConfig({})).toMatchObject({
      PARLEY_HTTP_PORT: 8080,
      PARLEY_HTTP_HOST: "127.0.0.1",
    });
  });

  it("can be off", () => {
    expect(parseWebConfig({ PARLEY_HTTP_PORT: "off" })).toBeNull();
  });

  it.each([
    ["https://talks.example/", "https://talks.example"],
    ["https://talks.example/a/b//", "https://talks.example/a/b"],
  ])("take %s as %s", (given, taken) => {
    expect(parseWebConfig({ PARLEY_PUBLIC_URL: given })?.PARLEY_PUBLIC_URL).toBe(taken);
  });

  it.each([
    { PARLEY_HTTP_PORT: "70000" },
    { PARLEY_HTTP_PORT: "http" },
    { PARLEY_PUBLIC_URL: "talks.example" },
    { PARLEY_PUBLIC_URL: "javascript:alert(1)" },
    { PARLEY_PUBLIC_URL: "https://talks.example/?a" },
    { PARLEY_METRICS_TOKEN: "short" },
    { PARLEY_METRICS_TOKEN: "with spaces in between" },
  ])("refuse %j, naming the setting and no value", (env) => {
    const [[name, value] = ["", ""]] = Object.entries(env);
    expect(() => parseWebConfig(env)).toThrow(name);
    expect(() => parseWebConfig(env)).not.toThrow(value);
  });
});
