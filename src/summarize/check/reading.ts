import type { Article, ArticleId } from "../../articles/article.ts";
import type { DateFinder } from "../../facts/dates/date-finder.ts";
import type { DateMention } from "../../facts/dates/date-mention.ts";
import { type Mention, mentionsOf } from "../../facts/mention.ts";
import type { ReadArticle, Reader } from "../../facts/read-article.ts";
import type { CalendarDate } from "../../lib/calendar-date.ts";
import type { Language } from "../../lib/language.ts";
import type { Claim } from "../claim.ts";
import { daysOfFact } from "./days-of-fact.ts";

/** A text read as articles are: its words, what they stand for, and the days that it names. */
export type Passage = {
  readonly text: string;
  readonly language: Language;
  /** Offsets count in {@link text}. */
  readonly read: ReadArticle;
  /** Of all its sentences, in their order. */
  readonly mentions: readonly Mention[];
  /** Counted from {@link day}; without one, days that are told from today are left out. */
  readonly dates: readonly DateMention[];
  /** The day that the text was published on, or that its claim is about. */
  readonly day: CalendarDate | null;
};

/** A model's sentence; more than one where the model ran several together. */
export type SentenceReading = Passage;

/** A claim with all its words read. */
export type ClaimReading = {
  readonly claim: Claim;
  /** In the reader's language. */
  readonly told: Passage;
  /** What a statement's speaker said, as published. */
  readonly originals: readonly Passage[];
  /** The same behind the name of the actor spoken for, so that "we" is somebody. */
  readonly voiced: readonly Passage[];
};

/** All that the claims which a sentence names bear out. */
export type EvidenceReading = {
  /** The reader's, which the sentence is to be in. */
  readonly language: Language;
  readonly claims: readonly ClaimReading[];
  /**
   * What the claims are told in, and the words of speakers, every language together. The sentences behind
   * other claims are no evidence: a model never sees them, and whoever wrote them may want it misled.
   */
  readonly passages: readonly Passage[];
};

/** Reads what is checked, and what it is checked against. */
export type Readings = {
  /** Days without a year are those nearest to the evidence's own. */
  sentence(text: string, language: Language, evidence: EvidenceReading): SentenceReading;
  /** Each claim is read once for each language. */
  evidence(claims: readonly Claim[], language: Language): EvidenceReading;
};

/** What texts are read with. */
export type ReadingTools = { readonly reader: Reader; readonly dates: DateFinder };

/** Makes readings out of the reader and the date finder that articles are read with. */
export function createReadings(tools: ReadingTools): Readings {
  const known = new WeakMap<Claim, Map<Language, ClaimReading>>();
  const claimIn = (claim: Claim, language: Language): ClaimReading => {
    const readings = known.get(claim) ?? new Map<Language, ClaimReading>();
    known.set(claim, readings);
    const reading = readings.get(language) ?? readClaim(tools, claim, language);
    readings.set(language, reading);
    return reading;
  };
  return {
    sentence: (text, language, { claims }) =>
      readPassage(tools, text, language, claims.map(dayOf).find((day) => day !== null) ?? null),
    evidence(claims, language) {
      const readings = claims.map((claim) => claimIn(claim, language));
      const passages = readings.flatMap(({ told, originals }) => [told, ...originals]);
      return { language, claims: readings, passages };
    },
  };
}

/** The day that a claim is about, as its fact or its words have it. */
function dayOf({ claim, told }: ClaimReading): CalendarDate | null {
  return daysOfFact(claim.fact)[0] ?? told.dates.find(({ date }) => date !== null)?.date ?? null;
}

function readClaim(tools: ReadingTools, claim: Claim, language: Language): ClaimReading {
  const day = daysOfFact(claim.fact)[0] ?? null;
  const originals = claim.fact.kind === "statement" ? claim.originals : [];
  const party = claim.fact.kind === "statement" ? claim.fact.party : null;
  const actor = tools.reader.dossier.actors.find(({ code }) => code === party);
  return {
    claim,
    told: readPassage(tools, claim.told, language, day),
    originals: originals.map(({ text, lang }) =>
      readPassage(tools, text, lang, publishedOn(claim)),
    ),
    voiced: originals.map(({ text, lang }) =>
      readPassage(tools, `${actor?.names[lang] ?? ""} ${text}`, lang, publishedOn(claim)),
    ),
  };
}

const publishedOn = ({ fact }: Claim): CalendarDate | null =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- an ISO 8601 instant begins with its day
  fact.kind === "statement" ? (fact.statement.published.slice(0, 10) as CalendarDate) : null;

/** In UTF-16 units; what is longer is read up to here. */
const LONGEST_PASSAGE = 8_000;

// oxlint-disable-next-line eslint/max-params -- a text, its language and its day
function readPassage(
  { reader, dates }: ReadingTools,
  given: string,
  language: Language,
  day: CalendarDate | null,
): Passage {
  const text = given.slice(0, LONGEST_PASSAGE);
  const published = new Date(`${day ?? NO_DAY}T12:00:00Z`);
  const read = reader.read(articleOf(text, language, published));
  const reference = { published, timeZone: "UTC" };
  const mentions = read.sentences.flatMap((sentence) => sentence.mentions);
  const found = read.sentences
    .flatMap((sentence) => dates.find(read.tokens, read.visible, sentence, language, reference))
    .filter((date) => !isInMilestone(mentions, date));
  return {
    text,
    language,
    read,
    mentions,
    dates:
      day === null ? found.filter(({ form }) => form === "calendar" || form === "time") : found,
    day,
  };
}

/** "Last June's war" names a war and no month. */
const isInMilestone = (mentions: readonly Mention[], { from, to }: DateMention): boolean =>
  mentionsOf(mentions, "milestone").some((one) => one.from <= from && to <= one.to);

/** Days of the calendar are read alike from any day but for the year, which claims are told with. */
const NO_DAY = "2026-01-01";

const articleOf = (body: string, lang: Language, published: Date): Article => ({
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the one place where these texts get ids
  id: "passage" as ArticleId,
  url: "about:blank",
  source: "",
  published,
  title: "",
  body,
  lang,
});

/** A run of tokens as written. */
export const textOfTokens = ({ read }: Passage, from: number, to: number): string =>
  read.visible.slice(read.tokens[from]?.start ?? 0, read.tokens[to - 1]?.end ?? 0);
