import { describe, expect, it } from "vitest";
import { LANGUAGES } from "../../../src/lib/language.ts";
import { SETS, LIE_KINDS, readCases } from "./case.ts";
import { openArchive, selectClaims } from "./claims-at.ts";

const LEAST_HONEST = 100;
const LEAST_LIES = 30;

const cases = SETS.flatMap(readCases);
const lies = cases.flatMap((one) => one.lies.map(({ kind, text }) => ({ ...one, kind, text })));

describe("the sentences that model text is scored on", () => {
  it("rest on claims that the digests make", { timeout: 60_000 }, () => {
    const archive = openArchive();
    for (const one of cases) expect(selectClaims(one, archive)).toHaveLength(one.claims.length);
  });

  it.each(LANGUAGES)("are honest often enough in %s", (language) => {
    const told = cases.filter(({ lang, honest }) => lang === language && honest !== undefined);
    expect(told.length).toBeGreaterThanOrEqual(LEAST_HONEST);
  });

  it.each(LIE_KINDS)("lie often enough about %s, in every language", (wanted) => {
    const told = lies.filter(({ kind }) => kind === wanted);
    expect(told.length).toBeGreaterThanOrEqual(LEAST_LIES);
    expect(new Set(told.map(({ lang }) => lang))).toEqual(new Set(LANGUAGES));
  });

  it("stand once each", () => {
    const texts = cases.flatMap(({ at, lang, honest = "", lies: told }) =>
      [honest, ...told.map(({ text }) => text)]
        .filter((text) => text !== "")
        .map((text) => `${at} ${lang} ${text}`),
    );
    expect(texts.filter((text, at) => texts.indexOf(text) !== at)).toEqual([]);
  });
});
