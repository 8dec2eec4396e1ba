import { expect, it } from "vitest";
import { loadCities } from "../../../src/config/load-cities.ts";
import { parseYaml } from "../../../src/config/load-yaml.ts";
import { Cities } from "../../../src/config/cities.ts";

const { cities, usualZones } = loadCities("seeds/cities.yaml");

it("names a city in every zone that Intl knows", () => {
  const named = new Set(cities.map(({ zone }) => canonical(zone)));
  const unnamed = Intl.supportedValuesOf("timeZone").filter(
    (zone) => !zone.startsWith("Etc/") && !named.has(canonical(zone)),
  );
  expect(unnamed).toEqual([]);
});

it("tells a zone by the city that the zone is named after, where that is a great one", () => {
  expect(first("Asia/Tehran")).toBe("Tehran");
  expect(first("America/New_York")).toBe("New York");
  expect(first("Europe/Berlin")).toBe("Berlin");
  expect(first("Asia/Baghdad")).toBe("Baghdad");
});

it("knows a Persian reader to live in Iran until told otherwise", () => {
  expect(usualZones).toEqual({ fa: "Asia/Tehran" });
});

it.each([
  ["a zone that is none", "{ zone: Asia/Teheran, country: IRN, names: { en: T, ar: ط, fa: ت } }"],
  ["a country that is none", "{ zone: Asia/Tehran, country: IRX, names: { en: T, ar: ط, fa: ت } }"],
  ["a name left out", "{ zone: Asia/Tehran, country: IRN, names: { en: T, ar: ط } }"],
])("refuses %s", (_what, city) => {
  const text = `usualZones: {}\ncities:\n  - ${city}\n`;
  expect(() => parseYaml(text, "cities.yaml", Cities)).toThrow(/cities\.yaml:3/);
});

it("refuses a city listed twice", () => {
  const city = "{ zone: Asia/Tehran, country: IRN, names: { en: T, ar: ط, fa: ت } }";
  const text = `usualZones: {}\ncities:\n  - ${city}\n  - ${city}\n`;
  expect(() => parseYaml(text, "cities.yaml", Cities)).toThrow(/listed twice/);
});

const first = (zone: string): string | undefined =>
  cities.find((city) => city.zone === zone)?.names.en;

const canonical = (zone: string): string =>
  new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone;
