import { expect, it } from "vitest";
import { parseWebConfig } from "../../../../adapters/web/config.ts";
import { placeOf } from "../../../../adapters/web/writer.ts";

function place(env: Readonly<Record<string, string>>) {
  const config = parseWebConfig(env);
  if (config === null) throw new Error("the web is off");
  return placeOf(config);
}

it.each([
  ["127.0.0.1", "http://127.0.0.1:8080"],
  ["::1", "http://[::1]:8080"],
  ["0.0.0.0", "http://localhost:8080"],
  ["::", "http://localhost:8080"],
  ["parley.internal", "http://parley.internal:8080"],
])("names itself, where it listens on %s, by %s", (host, origin) => {
  expect(place({ PARLEY_HTTP_HOST: host })).toEqual({ publicUrl: null, origin, root: "" });
});

it.each([
  ["https://talks.example", "https://talks.example", ""],
  ["https://talks.example/", "https://talks.example", ""],
  ["https://example.org/a/parley/", "https://example.org/a/parley", "/a/parley"],
])("leads others to %s", (address, publicUrl, root) => {
  const found = place({ PARLEY_PUBLIC_URL: address, PARLEY_HTTP_HOST: "0.0.0.0" });
  expect(found).toEqual({ publicUrl, origin: publicUrl, root });
});
