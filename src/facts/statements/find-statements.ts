import type { Span } from "../../lib/span.ts";
import type { Dossier } from "../../config/dossier.ts";
import type { CueName } from "../cues.ts";
import type { Statement } from "../fact.ts";
import type { ReadArticle } from "../read-article.ts";
import { arabicFrames } from "./arabic-frames.ts";
import { accordingFrames, colonFrames, trailingColonFrame } from "./common-frames.ts";
import { englishFrames } from "./english-frames.ts";
import { type Frame, prepositionAt, type Reporter, reportersOf } from "./frames.ts";
import { holdersOf } from "./holders.ts";
import type { Holder } from "./noun-phrase.ts";
import { type Continued, continuedWords, createContinued } from "./continued-words.ts";
import { persianFrames } from "./persian-frames.ts";
import { cueAt, isComma, quotationAt, type ReadingUnit, unitsOf } from "./reading-unit.ts";
import { hasEnding, nameEndings } from "./full-names.ts";
import { resolveHolder } from "./resolve-holder.ts";
import { introduce } from "./strangers.ts";
import {
  carriedSpeaker,
  createMemory,
  type Gender,
  type Memory,
  remember,
  rememberSpeaker,
  type Speaker,
} from "./speakers.ts";
import { stanceOf } from "./stance.ts";
import { topicOf } from "./statement-topic.ts";
import { type WordsSaid, wordsSaid } from "./words-said.ts";

/**
 * What people and institutions say in an article, in direct and reported speech, under whose name. Where
 * the text leaves doubt about the speaker, the statement has none or is left out.
 */
export function findStatements(read: ReadArticle, dossier: Dossier): Statement[] {
  const memory = createMemory(dossier, read.article.source);
  const continued = createContinued();
  const language = read.article.lang;
  const units = unitsOf(read);
  const named = units.map((unit) => holdersOf(unit, language));
  const endings = nameEndings(units, named, language);
  for (const [index, unit] of units.entries())
    introduce({ unit, language, memory }, named[index] ?? []);
  const found = units.flatMap((unit, index) => {
    const holders = hasEnding(unit, endings)
      ? holdersOf(unit, language, endings)
      : (named[index] ?? []);
    return readUnit({ unit, index, holders, memory, continued });
  });
  return withoutHeadlines(found);
}

type Found = Statement & { readonly part: ReadingUnit["part"] };

type Reading = {
  readonly unit: ReadingUnit;
  readonly index: number;
  readonly holders: readonly Holder[];
  readonly memory: Memory;
  readonly continued: Continued;
};

function readUnit({ unit, index, holders, memory, continued }: Reading): Found[] {
  const reporters = reportersOf(unit);
  const frames = framesOf(unit, holders, reporters);
  const statements: Found[] = [];
  let same: Speaker | null = null;
  for (const frame of frames) {
    const speaker: Speaker | null = speakerOf(frame, { unit, index, memory, same });
    same = speaker;
    if (speaker === null) continue;
    rememberSpeaker(memory, speaker);
    const names = reporters.find(({ cue }) => cue === frame.verb)?.names ?? null;
    for (const words of wordsSaid(unit, frame))
      if (isTold(frame, words, speaker))
        statements.push(
          statementOf(unit, memory.dossier, { words, speaker, names, from: unit.from }),
        );
  }
  for (const holder of holders) remember(memory, holder.elements);
  if (frames.length === 0) rememberSubject(memory, { unit, index, holders, reporters });
  memory.unheard = same === null ? { names: peopleIn(holders), unit: index } : null;
  const more = continuedWords(continued, unit, { speaker: same, found: frames.length > 0 });
  return [
    ...statements,
    ...more.map((told) => statementOf(unit, memory.dossier, { ...told, names: null })),
  ];
}

const peopleIn = (holders: readonly Holder[]): ReadonlySet<string> =>
  new Set(
    holders.flatMap(({ elements }) =>
      elements.flatMap((one) => {
        if (one.kind === "unknown-name") return [one.name];
        return one.kind === "person" && one.by === "name" ? [one.person.name] : [];
      }),
    ),
  );

function framesOf(
  unit: ReadingUnit,
  holders: readonly Holder[],
  reporters: readonly Reporter[],
): Frame[] {
  const reading = { unit, holders, reporters };
  const headlines = colonFrames(reading);
  if (headlines.length > 0) return headlines;
  const headline = trailingColonFrame(reading);
  if (headline !== undefined) return [headline];
  const frames = framesByLanguage(reading);
  return [...frames, ...accordingFrames(reading, frames)].toSorted((a, b) => a.from - b.from);
}

function framesByLanguage(reading: Parameters<typeof englishFrames>[0]): Frame[] {
  switch (reading.unit.read.article.lang) {
    case "en":
      return englishFrames(reading);
    case "ar":
      return arabicFrames(reading);
    case "fa":
      return persianFrames(reading);
  }
}

function speakerOf(
  { subject, form, verb, from }: Frame,
  {
    unit,
    index,
    memory,
    same,
  }: { unit: ReadingUnit; index: number; memory: Memory; same: Speaker | null },
): Speaker | null {
  switch (subject.kind) {
    case "same":
      return same;
    case "carried":
      return carriedSpeaker(memory, { gender: subject.gender, person: null, unit: index });
    case "holder": {
      const context = {
        unit,
        language: unit.read.article.lang,
        memory,
        quoted: form === "quotation" || opensWithQuotation(unit, from),
      };
      const resolved = resolveHolder(context, subject.holder);
      if (resolved?.sort !== "pronoun")
        return resolved && { ...resolved, gender: resolved.gender ?? verbGender(unit, verb) };
      return carriedSpeaker(memory, {
        gender: resolved.gender,
        person: resolved.person,
        unit: index,
      });
    }
  }
}

const opensWithQuotation = (unit: ReadingUnit, from: number): boolean =>
  quotationAt(unit, from)?.open === from;

/** Arabic verbs agree with who speaks. */
function verbGender(unit: ReadingUnit, verb: Frame["verb"]): Gender | null {
  if (verb === null || unit.read.article.lang !== "ar") return null;
  return cueAt(unit, verb.from, FEMININE) === undefined ? "he" : "she";
}

const FEMININE: ReadonlySet<CueName> = new Set(["speech.she"]);

/** What a whole side denied or demanded is an act; what it said is a statement. */
const isTold = ({ form }: Frame, { direct }: WordsSaid, { sort }: Speaker): boolean =>
  direct || sort !== "actor" || form !== "complement";

type Told = {
  readonly words: WordsSaid;
  readonly speaker: Speaker;
  readonly names: Reporter["names"] | null;
  /** Token that the evidence begins with. */
  readonly from: number;
};

function statementOf(
  unit: ReadingUnit,
  dossier: Dossier,
  { words, speaker, names, from }: Told,
): Found {
  const range = [words.from, words.to] as const;
  const evidence: Span = [unit.tokens[from]?.start ?? 0, unit.tokens[unit.to - 1]?.end ?? 0];
  return {
    speaker: speaker.speaker,
    party: speaker.party,
    direct: words.direct,
    topic: topicOf(unit, range, dossier),
    stance: stanceOf(unit, range, names),
    text: words.text,
    evidence,
    part: unit.part,
  };
}

const touches = ({ from, to }: Holder, reporters: readonly Reporter[]): boolean =>
  reporters.some(({ cue }) => cue.from === to || cue.to === from);

/** In tokens: `In Geneva on Friday,`. */
const LONGEST_OPENING = 7;

/** Behind the place or time that a sentence opens with, up to its comma. */
function startOfMain(unit: ReadingUnit): number {
  if (prepositionAt(unit, unit.from) === undefined) return unit.from;
  for (let at = unit.from; at < Math.min(unit.to, unit.from + LONGEST_OPENING); at += 1)
    if (isComma(unit.tokens[at])) return at + 1;
  return unit.from;
}

function rememberSubject(
  memory: Memory,
  {
    unit,
    index,
    holders,
    reporters,
  }: Omit<Reading, "memory" | "continued"> & {
    readonly reporters: readonly Reporter[];
  },
): void {
  const language = unit.read.article.lang;
  // In Persian the object stands beside the verb.
  const beside = language === "fa" ? [] : holders.filter((one) => touches(one, reporters));
  const first = beside[0] ?? holders.find(({ from }) => from <= startOfMain(unit) + 2);
  if (first === undefined || unit.part === "title") return;
  if (language === "en" && prepositionAt(unit, first.from - 1) !== undefined) return;
  if (first.elements.some((one) => one.kind === "noun" && one.noun === "document")) return;
  const speaker = resolveHolder({ unit, language, memory, quoted: false }, first);
  if (speaker !== null && speaker.sort === "person") memory.subject = { speaker, unit: index };
}

/** A headline that names only a party gives way to the body, which tells who spoke for it. */
function withoutHeadlines(found: readonly Found[]): Statement[] {
  const parties = new Set(found.filter(({ part }) => part === "body").map(({ party }) => party));
  const kept = found.filter(
    ({ speaker, party, part }) => part === "body" || speaker !== null || !parties.has(party),
  );
  const byWords = new Map<string, Found>();
  for (const one of kept) {
    const words = `${one.part}|${one.speaker}|${one.party}|${one.text}`;
    if (!byWords.has(words)) byWords.set(words, one);
  }
  return [...byWords.values()].map(withoutPart);
}

const withoutPart = (found: Found): Statement => ({
  speaker: found.speaker,
  party: found.party,
  direct: found.direct,
  topic: found.topic,
  stance: found.stance,
  text: found.text,
  evidence: found.evidence,
});
