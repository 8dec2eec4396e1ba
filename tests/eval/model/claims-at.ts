import { type Core, loadCore } from "../../../src/app/core.ts";
import { readReports } from "../../../src/app/read-reports.ts";
import { digestAt, NO_FEEDS } from "../../../src/app/tell.ts";
import type { Digest } from "../../../src/digest/digest.ts";
import type { Language } from "../../../src/lib/language.ts";
import type { Claim } from "../../../src/summarize/claim.ts";
import { claimsOf } from "../../../src/summarize/claims-of.ts";
import { readCorpus } from "../corpus.ts";
import { toArticle } from "../timeline.ts";
import type { ModelCase } from "./case.ts";

const DAY_MS = 86_400_000;

/** Digests of the demo corpus as a reader has them who reads one a day. */
export type Archive = {
  readonly core: Core;
  digest(at: string): Digest;
  claims(at: string, language: Language): readonly Claim[];
};

/** Reads the demo corpus. */
export function openArchive(): Archive {
  const core = loadCore("iran-us");
  const log = core.openLog();
  for (const report of readReports(core, readCorpus().map(toArticle))) log.add(report);
  const digest = remember((at) => {
    const now = new Date(at);
    const since = new Date(now.getTime() - DAY_MS);
    return digestAt(core, log, now, { since, feeds: NO_FEEDS });
  });
  const claims = remember((key) => {
    const [language, at] = [key.slice(0, 2), key.slice(2)];
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- put together beneath
    return claimsOf(core.names, digest(at), language as Language, core.grammars());
  });
  return { core, digest, claims: (at, language) => claims(language + at) };
}

function remember<T>(make: (key: string) => T): (key: string) => T {
  const made = new Map<string, T>();
  return (key) => {
    const value = made.get(key) ?? make(key);
    made.set(key, value);
    return value;
  };
}

/**
 * The claims that a case names. A name is words between strokes, the first of them a kind of claim: the
 * first such claim is meant that has all the words, in English or in its sources' language. So a name
 * holds while other claims come and go.
 *
 * @throws {Error} when a name fits no claim any more: the set needs care.
 */
export function selectClaims(
  { at, lang, claims: names }: ModelCase,
  archive: Archive,
): readonly Claim[] {
  const told = archive.claims(at, lang);
  const searched = archive.claims(at, "en").map(wordsOf);
  return names.map((name) => {
    const [kind, ...words] = name.split("/").map((word) => word.trim().toLowerCase());
    const claim = told.find(
      ({ fact }, place) =>
        fact.kind === kind && words.every((word) => searched[place]?.includes(word)),
    );
    if (claim === undefined) throw new Error(`${at}: no claim is ${name}`);
    return claim;
  });
}

const wordsOf = ({ told, fact, originals }: Claim): string =>
  JSON.stringify([
    told,
    fact,
    fact.kind === "statement" ? originals.map(({ text }) => text) : [],
  ]).toLowerCase();
