import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Dossier } from "../../../src/config/dossier.ts";
import { loadDossiers } from "../../../src/config/load-dossier.ts";
import { loadPlaces } from "../../../src/config/load-places.ts";
import { LANGUAGES, type Language } from "../../../src/lib/language.ts";
import { aliasForms } from "./alias-forms.ts";

const SEEDS = join(import.meta.dirname, "../../../seeds");
const dossiers = loadDossiers(join(SEEDS, "talks"));
const places = loadPlaces(join(SEEDS, "places.yaml"));
const byId = (id: string): Dossier => {
  const found = dossiers.find((dossier) => dossier.id === id);
  if (found === undefined) throw new Error(`no dossier ${id}`);
  return found;
};

/** Aliases that name two different things, as `alias: one, other`. */
function shared(named: readonly (readonly [owner: string, patterns: readonly string[]])[]) {
  const owners = new Map<string, string>();
  const clashes: string[] = [];
  for (const [owner, patterns] of named)
    for (const form of patterns.flatMap(aliasForms)) {
      const other = owners.get(form) ?? owner;
      if (other !== owner) clashes.push(`${form}: ${other}, ${owner}`);
      owners.set(form, owner);
    }
  return clashes;
}

const written = (
  entry: {
    readonly aliases: Readonly<Record<Language, readonly string[]>>;
    readonly titles?: Readonly<Record<Language, readonly string[]>>;
  },
  name: string,
  language: Language,
) => [name, ...entry.aliases[language], ...(entry.titles?.[language] ?? [])];

describe.each(dossiers.map((dossier) => [dossier.id, dossier] as const))("%s", (_, dossier) => {
  it.each(LANGUAGES)("has no name in %s that two people, offices or actors share", (language) => {
    const people = dossier.people.map(
      (person) =>
        [
          person.name,
          written(person, language === "en" ? person.name : person.names[language], language),
        ] as const,
    );
    const offices = dossier.institutions.map(
      (office) =>
        [
          office.name,
          written(office, language === "en" ? office.name : office.names[language], language),
        ] as const,
    );
    const actors = dossier.actors.map(
      (actor) => [actor.code, written(actor, actor.names[language], language)] as const,
    );
    expect(shared([...people, ...offices])).toEqual([]);
    expect(shared([...people, ...actors])).toEqual([]);
  });

  it("has no alias of a single letter", () => {
    const patterns = [...dossier.people, ...dossier.institutions, ...dossier.actors].flatMap(
      ({ aliases }) => LANGUAGES.flatMap((language) => aliases[language]),
    );
    const forms = patterns.flatMap(aliasForms);
    expect(forms.filter((form) => form.length < 2)).toEqual([]);
  });

  it("names a head for each party", () => {
    const parties = dossier.actors.filter((actor) => actor.standing === "party");
    const heads = new Set(
      dossier.people.filter((person) => person.negotiator).map((person) => person.actor),
    );
    expect(parties.filter((party) => !heads.has(party.code))).toEqual([]);
  });

  it("gives every source one owner, tier and side under each of its names", () => {
    const sources = [...dossier.feeds, ...dossier.sources];
    const standing = new Map<string, string>();
    for (const { name, also, labels, owner, side } of sources)
      for (const called of [name, ...also, ...labels]) {
        const key = called.toLowerCase();
        const here = `${owner} ${side ?? "none"}`;
        expect([called, standing.get(key) ?? here]).toEqual([called, here]);
        standing.set(key, here);
      }
  });

  it("tells the chronology in order", () => {
    const days = dossier.chronology.map((milestone) => milestone.from);
    expect(days).toEqual(days.toSorted());
  });

  it("has every venue in the gazetteer with the same zone", () => {
    for (const { city, country, timeZone } of dossier.venues) {
      const place = places.cities.find((one) => one.city === city && one.country === country);
      expect([city, place?.timeZone]).toEqual([city, timeZone]);
    }
  });
});

describe("the Iran–US dossier", () => {
  const dossier = byId("iran-us");

  it.each(LANGUAGES)("follows at least ten feeds in %s", (language) => {
    expect(dossier.feeds.filter((feed) => feed.lang === language).length).toBeGreaterThan(9);
  });

  it("keeps to the background: nothing of February 2026", () => {
    const latest = dossier.chronology.map(({ from, to }) => to ?? from).toSorted();
    expect(latest.at(-1)).toBe("2026-02-01");
  });

  it.each([
    ["Abbas Araghchi", ["Araqchi", "عراقجي", "عراقچی", "عراقتشي", "وزير الخارجية الإيراني"]],
    ["Esmail Baghaei", ["Baqaei", "Baghaee", "بقائي", "بقايى", "بقایی", "سخنگوی وزارت خارجه"]],
    ["Steve Witkoff", ["ويتكوف", "وايتكوف", "ویتکاف", "ویتکوف", "US special envoy"]],
    ["Karoline Leavitt", ["ليفيت", "لیویت", "المتحدثة باسم البيت الأبيض", "سخنگوی کاخ سفید"]],
    ["Badr Albusaidi", ["Busaidi", "al-Busaidi", "البوسعيدي", "بوسعیدی", "وزیر خارجه عمان"]],
    ["Marco Rubio", ["secretary of state", "وزير الخارجية الأميركي", "وزیر امور خارجه آمریکا"]],
  ])("knows %s under many names", (name, names) => {
    const person = dossier.people.find((one) => one.name === name);
    const forms = new Set(
      LANGUAGES.flatMap((language) => (person ? written(person, name, language) : [])).flatMap(
        aliasForms,
      ),
    );
    expect(names.flatMap(aliasForms).filter((form) => !forms.has(form))).toEqual([]);
  });

  it.each(["AP", "Axios", "القناة 12", "العهد", "رویترز", "تسنیم", "BBC", "NBC News"])(
    "knows the source %s",
    (called) => {
      const sources = [...dossier.feeds, ...dossier.sources];
      expect(
        sources.some(({ name, also, labels }) => [name, ...also, ...labels].includes(called)),
      ).toBe(true);
    },
  );
});

describe("the gazetteer", () => {
  it("has the places of diplomacy", () => {
    expect(places.cities.length).toBeGreaterThan(210);
    expect(places.countries.length).toBeGreaterThan(79);
  });

  it("has one capital a country", () => {
    const capitals = places.cities.filter((city) => city.capital).map((city) => city.country);
    expect(capitals.filter((code, i) => capitals.indexOf(code) !== i)).toEqual([]);
  });
});
