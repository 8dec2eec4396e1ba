import { describe, expect, it } from "vitest";
import { LANGUAGES, type Language } from "../../../src/lib/language.ts";
import { PHASES } from "../../../src/facts/phase.ts";
import { PLOVER_TYPES } from "../../../src/facts/plover.ts";
import { STANCES } from "../../../src/facts/fact.ts";
import { readCheckpoints } from "../../eval/checkpoints.ts";
import { CORPUS, readCorpus } from "../../eval/corpus.ts";
import { readGold, unfoundQuotes } from "../../eval/gold.ts";
import { readSets } from "../../eval/labelled-set.ts";

const items = readCorpus();
const gold = readGold(new URL("gold.json", CORPUS));
const checkpoints = readCheckpoints(new URL("checkpoints.json", CORPUS));
const itemOf = new Map(items.map((item) => [item.id, item]));
const lineOf = new Map(gold.map((line) => [line.id, line]));

describe("the demo corpus", () => {
  it("labels every item once", () => {
    expect(gold.map(({ id }) => id).toSorted()).toEqual([...itemOf.keys()].toSorted());
    expect(itemOf.size).toBe(items.length);
  });

  it("holds every quote that its labels rest on", () => {
    expect(unfoundQuotes(items, gold)).toEqual([]);
  });

  it("covers the two months, and the replayed week most densely", () => {
    const day = items.map(({ published }) => published.slice(0, 10));
    const week = day.filter((date) => date >= "2026-02-01" && date <= "2026-02-08");

    expect(day.every((date) => date >= "2026-01-01" && date <= "2026-02-28")).toBe(true);
    expect(week.length).toBeGreaterThanOrEqual(40);
  });

  it.each<[Language, number]>([
    ["en", 24],
    ["ar", 24],
    ["fa", 14],
  ])("has enough items in %s", (lang, least) => {
    expect(gold.filter((line) => line.lang === lang).length).toBeGreaterThanOrEqual(least);
  });

  it("has distractors in every language", () => {
    const others = Map.groupBy(
      gold.filter(({ relevant }) => !relevant),
      ({ lang }) => lang,
    );

    expect(LANGUAGES.filter((lang) => (others.get(lang)?.length ?? 0) < 4)).toEqual([]);
  });

  it("uses invented addresses only", () => {
    for (const { url } of items) expect(new URL(url).hostname).toMatch(/\.example$/);
  });
});

describe("the labels", () => {
  it("name the first article of a story, in the same language", () => {
    const wrong = gold.filter(({ id, lang, duplicateOf }) => {
      if (duplicateOf === null) return false;
      const first = lineOf.get(duplicateOf);
      const earlier =
        (itemOf.get(duplicateOf)?.published ?? "") < (itemOf.get(id)?.published ?? "");
      return first?.lang !== lang || first.duplicateOf !== null || !earlier;
    });

    expect(wrong).toEqual([]);
  });

  it("use the words of the domain", () => {
    const words = {
      phases: gold.flatMap(({ phase }) => [phase].flat().filter((one) => one !== null)),
      types: gold.flatMap(({ events }) => events.map(({ type }) => type)),
      stances: gold.flatMap(({ statements }) => statements.map(({ stance }) => stance)),
    };

    expect(PHASES).toEqual(expect.arrayContaining([...new Set(words.phases)]));
    expect(PLOVER_TYPES).toEqual(expect.arrayContaining([...new Set(words.types)]));
    expect(STANCES).toEqual(expect.arrayContaining([...new Set(words.stances)]));
  });

  it("assert nothing of the talks in an article on something else", () => {
    const others = gold.filter(({ relevant }) => !relevant);

    expect(others.flatMap(({ phase }) => phase ?? [])).toEqual([]);
    expect(
      others.flatMap((line) => [...line.meetings, ...line.events, ...line.statements]),
    ).toEqual([]);
  });
});

it("has checkpoints in order, inside the corpus", () => {
  const instants = checkpoints.map(({ at }) => at);

  expect(checkpoints.length).toBeGreaterThanOrEqual(14);
  expect(instants).toEqual(instants.toSorted());
  expect(new Set(checkpoints.map(({ id }) => id)).size).toBe(checkpoints.length);
});

it.each(readSets())("bears out every label of the set $name", ({ items: own, gold: labels }) => {
  expect(labels.map(({ id }) => id).toSorted()).toEqual(own.map(({ id }) => id).toSorted());
  expect(unfoundQuotes(own, labels)).toEqual([]);
});
