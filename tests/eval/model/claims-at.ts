import { readFileSync } from "node:fs";
import { z } from "zod";
import { type Core, loadCore } from "../../../src/app/core.ts";
import { readReports } from "../../../src/app/read-reports.ts";
import { digestAt, NO_FEEDS } from "../../../src/app/tell.ts";
import type { Digest } from "../../../src/digest/digest.ts";
import type { Language } from "../../../src/lib/language.ts";
import type { Claim } from "../../../src/summarize/claim.ts";
import { claimsOf } from "../../../src/summarize/claims-of.ts";
import { DigestJson } from "../../../src/store/digest-json.ts";
import { readCorpus } from "../corpus.ts";
import { toArticle } from "../timeline.ts";
import { DEMO_NEWS, type ModelCase } from "./case.ts";

const DAY_MS = 86_400_000;

/** Digests as a reader has them who reads one a day, of the demo corpus or of other news. */
export type Archive = {
  readonly core: Core;
  digest(at: string, news?: string): Digest;
  claims(at: string, language: Language, news?: string): readonly Claim[];
};

/**
 * Opens the demo corpus, and the digests of other news in `news/`. Those are kept as they were when models
 * wrote of them, so that their claims change with how claims are told alone.
 */
export function openArchive(): Archive {
  const core = loadCore("iran-us");
  const logOf = remember(() => {
    const log = core.openLog();
    for (const report of readReports(core, readCorpus().map(toArticle))) log.add(report);
    return log;
  });
  const keptOf = remember(readKept);
  const digestOf = remember((key) => {
    const [at = "", news = ""] = key.split(" ");
    if (news !== DEMO_NEWS) return keptAt(keptOf(news), at);
    const now = new Date(at);
    const since = new Date(now.getTime() - DAY_MS);
    return digestAt(core, logOf(DEMO_NEWS), now, { since, feeds: NO_FEEDS });
  });
  const digest = (at: string, news = DEMO_NEWS): Digest => digestOf(`${at} ${news}`);
  const claimsIn = (language: Language) =>
    remember((key) => claimsOf(core.names, digestOf(key), language, core.grammars()));
  const claims = { ar: claimsIn("ar"), en: claimsIn("en"), fa: claimsIn("fa") };
  return {
    core,
    digest,
    claims: (at, language, news = DEMO_NEWS) => claims[language](`${at} ${news}`),
  };
}

type Kept = Readonly<Record<string, Digest>>;

const readKept = (news: string): Kept =>
  z
    .record(z.iso.datetime(), DigestJson)
    .parse(JSON.parse(readFileSync(new URL(`news/${news}.digests.json`, import.meta.url), "utf8")));

function keptAt(kept: Kept, at: string): Digest {
  const digest = kept[at];
  if (digest === undefined) throw new Error(`no digest is kept of ${at}`);
  return digest;
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
  { news, at, lang, claims: names }: ModelCase,
  archive: Archive,
): readonly Claim[] {
  const told = archive.claims(at, lang, news);
  const searched = archive.claims(at, "en", news).map(wordsOf);
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
