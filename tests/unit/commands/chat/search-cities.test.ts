import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { searchCities } from "../../../../src/commands/chat/search-cities.ts";
import {
  cityLabel,
  completeCity,
  readZone,
  zoneLabel,
} from "../../../../src/commands/chat/zone-of.ts";
import { loadCities } from "../../../../src/config/load-cities.ts";

const cities = loadCities("seeds/cities.yaml");
const WINTER = { language: "en", now: new Date("2026-02-05T18:00:00Z") } as const;
const SUMMER = { language: "en", now: new Date("2026-07-05T18:00:00Z") } as const;
const found = (typed: string, limit = 5) =>
  searchCities(cities, typed, WINTER, limit).map(({ names }) => names.en);

describe("searching a city as it is typed", () => {
  it.each([
    ["teh", "Tehran"],
    ["TEHRAN", "Tehran"],
    ["تهر", "Tehran"],
    ["طهران", "Tehran"],
    ["مش", "Mashhad"],
    ["isfa", "Isfahan"],
    ["esfahan", "Isfahan"],
    ["کرج", "Karaj"],
    ["كرج", "Karaj"],
    ["رياض", "Riyadh"],
    ["الرياض", "Riyadh"],
    ["القاهره", "Cairo"],
    ["الدار البيضاء", "Casablanca"],
    ["ابو ظبي", "Abu Dhabi"],
    ["لس انجلس", "Los Angeles"],
    ["لس‌آنجلس", "Los Angeles"],
    ["new y", "New York"],
    ["york", "New York"],
    ["munchen", "Munich"],
    ["sao pau", "São Paulo"],
    ["zürich", "Zurich"],
    ["zurich", "Zurich"],
    ["lond", "London"],
    ["utc", "UTC"],
  ])("%s finds %s first", (typed, first) => {
    expect(found(typed)[0]).toBe(first);
  });

  it("finds a country's cities", () => {
    expect(found("sweden")).toEqual(["Stockholm", "Gothenburg", "Malmö", "Uppsala"]);
    expect(found("ایران")[0]).toBe("Tehran");
    expect(found("عمان", 1)).toEqual(["Amman"]);
  });

  it("finds both cities of one name, the one more looked-for first", () => {
    expect(found("tripoli", 2)).toEqual(["Tripoli", "Tripoli"]);
  });

  it.each([
    ["utc+3:30", "Tehran"],
    ["GMT+3:30", "Tehran"],
    ["+0330", "Tehran"],
    ["غرينتش+٣", "Doha"],
    ["utc\u22125", "New York"],
  ])("%s finds who has that hour", (typed, first) => {
    expect(found(typed, 3)).toContain(first);
  });

  it("knows summer time", () => {
    const at = (searcher: typeof WINTER | typeof SUMMER) =>
      searchCities(cities, "utc+2", searcher, 50).map(({ names }) => names.en);
    expect(at(WINTER)).toContain("Cairo");
    expect(at(SUMMER)).toContain("Berlin");
    expect(at(WINTER)).not.toContain("Berlin");
  });

  it("finds IANA zones by their names", () => {
    expect(found("asia/teh", 1)).toEqual(["Tehran"]);
    expect(found("America/New York", 1)).toEqual(["New York"]);
  });

  it("offers the most looked-for, one a zone, before anything is typed", () => {
    expect(found("", 3)).toEqual(["Tehran", "Muscat", "Dubai"]);
  });

  it("survives any words and never gives more than was asked for", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), fc.nat(25), (typed, limit) => {
        expect(searchCities(cities, typed, WINTER, limit).length).toBeLessThanOrEqual(limit);
      }),
      { seed: 8, numRuns: 200 },
    );
  });
});

describe("a zone", () => {
  it("is told by its first city, or by its distance from Greenwich", () => {
    expect(zoneLabel(cities, "Asia/Tehran", "fa", WINTER.now)).toBe("به وقت تهران");
    expect(zoneLabel(cities, "Etc/GMT-4", "en", WINTER.now)).toBe("GMT+4");
  });

  it.each([
    ["Asia/Tehran", "Asia/Tehran"],
    ["America/Argentina/Buenos_Aires", "America/Argentina/Buenos_Aires"],
    ["Asia/Calcutta", "Asia/Calcutta"],
    ["mashhad", "Asia/Tehran"],
    ["برلين", "Europe/Berlin"],
    ["Atlantis", null],
    ["x", null],
    ["Mars/Olympus", null],
    ["../../etc/passwd", null],
    ["__proto__", null],
  ])("%s is read as %s", (said, zone) => {
    expect(readZone(cities, said, WINTER)).toBe(zone);
  });

  it("is offered with city, country and distance", () => {
    expect(completeCity(cities, "mashh", WINTER)).toEqual([
      { label: "Mashhad, Iran (GMT+3:30)", value: "Asia/Tehran" },
    ]);
    const [berlin] = searchCities(cities, "berlin", WINTER, 1);
    if (berlin === undefined) throw new Error("no Berlin");
    expect(cityLabel(berlin, { ...SUMMER, language: "fa" })).toContain("برلین، آلمان");
  });
});
