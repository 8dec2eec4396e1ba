import type { Digest } from "../../digest/digest.ts";
import type { Narration } from "../../digest/narration.ts";
import type { Language } from "../../lib/language.ts";
import type { Log } from "../../lib/log.ts";
import type { Narrator, Subject } from "../../summarize/narrator.ts";
import { hashOf, type Snapshot } from "./snapshot.ts";

/** What a page asks of a language model. */
export type PageNarrator = Pick<Narrator, "find" | "prepare">;

/** What a language model wrote of one set of talks for its pages. */
export type PageNarrations = {
  /** In one language; what is written later is told to `onLate`. */
  of(snapshot: Snapshot, language: Language): Promise<Narration | null>;
  /** Changes with what is known, and with what was written of it. */
  standing(snapshot: Snapshot): string;
};

/** What narrating pages takes; `onLate` hears the standing of talks that were written of since they were asked for. */
export type NarratingDeps = {
  readonly narrator: PageNarrator | null;
  readonly log: Log;
  readonly onLate: (standing: string) => void;
};

/** However often a page is read, a language is written in no more often: the budget is for readers in chats too. */
const BETWEEN_MS = 15 * 60_000;
const LONGEST_MS = 180_000;

type Asked = { readonly atMs: number; readonly found: Promise<void> };

/** What is known of the talks as they stand. */
type Known = {
  readonly facts: string;
  readonly told: Map<Language, Narration>;
  readonly asked: Map<Language, Asked>;
};

/** Narrations of the pages of some talks; none where no language model is used. */
export function createPageNarrations(deps: NarratingDeps): PageNarrations {
  const { narrator } = deps;
  if (narrator === null)
    return { of: () => Promise.resolve(null), standing: ({ standing }) => standing };
  let known: Known = { facts: "", told: new Map(), asked: new Map() };
  const about = (snapshot: Snapshot): Known => {
    const facts = factsOf(snapshot);
    if (known.facts !== facts) known = { facts, told: new Map(), asked: new Map() };
    return known;
  };
  const writeLater = createLateWriter({ ...deps, narrator, isCurrent: (own) => own === known });
  const look = async (own: Known, snapshot: Snapshot, language: Language): Promise<void> => {
    const { names, digest } = snapshot;
    const subject = { names, language, digest: { ...digest, changes: [] } };
    const found = await narrator.find(subject).catch(() => null);
    if (found === null) writeLater(own, subject, snapshot);
    else own.told.set(language, found);
  };
  return {
    async of(snapshot, language) {
      const own = about(snapshot);
      const atMs = Date.parse(snapshot.digest.at);
      if (isToBeAsked(own, language, atMs))
        own.asked.set(language, { atMs, found: look(own, snapshot, language) });
      await own.asked.get(language)?.found;
      return own.told.get(language) ?? null;
    },
    standing: (snapshot) => standingOf(about(snapshot), snapshot),
  };
}

/** What nobody wrote then may be written now. */
function isToBeAsked({ asked, told }: Known, language: Language, atMs: number): boolean {
  const before = asked.get(language);
  return before === undefined || (!told.has(language) && atMs - before.atMs >= BETWEEN_MS);
}

type LateDeps = Pick<NarratingDeps, "log" | "onLate"> & {
  readonly narrator: PageNarrator;
  readonly isCurrent: (known: Known) => boolean;
};

/** Has languages written in that nobody waits for, each no more often than it may be. */
function createLateWriter({ narrator, log, onLate, isCurrent }: LateDeps) {
  const begun = new Map<Language, number>();
  return (known: Known, subject: Subject, snapshot: Snapshot): void => {
    const { language } = subject;
    const atMs = Date.parse(snapshot.digest.at);
    if (atMs - (begun.get(language) ?? -Infinity) < BETWEEN_MS) return;
    begun.set(language, atMs);
    const keep = (narration: Narration | null): void => {
      if (narration === null || !isCurrent(known)) return;
      known.told.set(language, narration);
      onLate(standingOf(known, snapshot));
    };
    narrator.prepare(subject, LONGEST_MS).then(keep, (err: unknown) => {
      log.error("page not narrated", { err });
    });
  };
}

const standingOf = ({ told }: Known, { standing }: Snapshot): string =>
  told.size === 0 ? standing : hashOf([standing, [...told.keys()].toSorted()]);

const factsKnown = new WeakMap<Digest, string>();

/** Names all that a narration is written from; it stays the same as time passes. */
function factsOf({ digest }: Snapshot): string {
  const known = factsKnown.get(digest);
  if (known !== undefined) return known;
  const { at: _at, changes: _changes, tension: _tension, coverage: _coverage, ...facts } = digest;
  const { confidence: _confidence, ...lasting } = facts;
  const name = hashOf(lasting);
  factsKnown.set(digest, name);
  return name;
}
