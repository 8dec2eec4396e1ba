import type { Subjects } from "../facts/asked-about.ts";
import type { Event, Statement } from "../facts/fact.ts";
import type { Report } from "../talks/report.ts";
import { type CalendarDate, localDate } from "../lib/calendar-date.ts";
import { type AskedDays, haveBegun, isAskedAbout } from "./asked-days.ts";
import { eachOnce } from "./bibliography.ts";
import type {
  Citations,
  Digest,
  DigestEvent,
  DigestPast,
  DigestSource,
  DigestStatement,
} from "./digest.ts";
import type { Then } from "./look-back.ts";

/** What a reader wants to know. */
export type Wanted = {
  readonly about: Subjects;
  /** How many of the reader's words a text has, in some form. */
  readonly hits: (text: string, lang: Report["lang"]) => number;
  readonly days: AskedDays;
};

const MOST_STATEMENTS = 24;
const MOST_EVENTS = 8;
/** On days that are asked about, all that was done is of interest, and takes the place of words. */
const OF_DAYS = { statements: 18, events: 16 };

/**
 * A digest with what was said and done before that bears on a question, in place of what it quotes by
 * itself: best matches first, copies of a report left out. Where it is about days, what was said and done
 * on others is left out too: what is told names no day of a statement. `earlier` is how it stood on those
 * days. Its first sources are the digest's.
 */
// oxlint-disable-next-line eslint/max-params -- what is known, and what of it is wanted
export function widenDigest(
  digest: Digest,
  reports: readonly Report[],
  wanted: Wanted,
  earlier: readonly Then[] = [],
): Digest {
  const shelf = createShelf(digest.sources);
  const originals = reports.filter(
    ({ extraction, articleId, storyId }) => extraction.relevant && articleId === storyId,
  );
  const { days } = wanted;
  const most =
    days.spans.length > 0 ? OF_DAYS : { statements: MOST_STATEMENTS, events: MOST_EVENTS };
  const said = best(statementsIn(originals), most.statements, {
    worth: (one) => bearing(one, wanted),
    day: ({ report }) => publishedOn(report, days),
  });
  const done = best(eventsIn(originals), most.events, {
    worth: (one) => eventBearing(one, wanted),
    day: ({ report, fact }) => fact.date ?? publishedOn(report, days),
  });
  const statements = said.map((one) => tellStatement(one, shelf));
  const parties = [...new Set(said.flatMap(({ fact }) => fact.party ?? []))];
  return {
    ...digest,
    positions: parties.map((party) => ({
      party,
      statements: statements.filter((_, at) => said[at]?.fact.party === party),
    })),
    events: done.map((one) => tellEvent(one, shelf)),
    past: pastOf(digest, earlier, shelf),
    sources: shelf.sources(),
  };
}

/** What of earlier days the digest does not tell itself. */
function pastOf(digest: Digest, earlier: readonly Then[], { citeAgain }: Shelf): DigestPast {
  const { phaseSince, lastRound } = digest;
  return {
    phases: earlier.flatMap(({ of, date, digest: then }) => {
      const isTold = then.phase === digest.phase && then.phaseSince === phaseSince;
      if (of !== "phase" || isTold) return [];
      const { phase, contested, confirmation, phaseAttributedTo = null } = then;
      const citations = citeAgain(then, then.phaseCitations);
      const told = { date, phase, contested, confirmation, phaseAttributedTo };
      return citations === null ? [] : [{ ...told, citations }];
    }),
    rounds: earlier.flatMap(({ of, digest: then }) => {
      const round = then.lastRound;
      if (of !== "round" || round === null || round.date === lastRound?.date) return [];
      const citations = citeAgain(then, round.citations);
      return citations === null ? [] : [{ ...round, citations }];
    }),
  };
}

type Found<T> = { readonly report: Report; readonly fact: T };

const statementsIn = (reports: readonly Report[]): readonly Found<Statement>[] =>
  reports.flatMap((report) =>
    report.extraction.statements.flatMap((fact) => (fact.party === null ? [] : [{ report, fact }])),
  );

const eventsIn = (reports: readonly Report[]): readonly Found<Event>[] =>
  reports.flatMap((report) =>
    report.extraction.events.flatMap((fact) => (fact.background ? [] : [{ report, fact }])),
  );

const MOST_HITS = 4;

/** The speaker asked for counts most, then the topic, the words and the side. */
function bearing({ report, fact }: Found<Statement>, { about, hits, days }: Wanted): number {
  const isOfDays = haveBegun(days);
  if (isOfDays && !isAskedAbout(days, publishedOn(report, days))) return 0;
  const { speaker, topic, party, text } = fact;
  const words = Math.min(MOST_HITS, hits(text, report.lang));
  const bySpeaker = speaker !== null && about.names.has(speaker) ? 4 : 0;
  const onTopic = topic !== null && about.topics.has(topic) ? 3 : 0;
  const bySide = party !== null && about.actors.has(party) ? 1 : 0;
  return bySpeaker + onTopic + words + bySide + (isOfDays ? 1 : 0);
}

const publishedOn = ({ published }: Report, { timeZone }: AskedDays) =>
  localDate(published, timeZone);

/** What names neither the topic nor both sides of a deed, nor its day, has little to do with it. */
function eventBearing({ report, fact }: Found<Event>, { about, days }: Wanted): number {
  const topics = fact.topics.filter((topic) => about.topics.has(topic)).length;
  const actors = [fact.source, fact.target].filter((code) => about.actors.has(code)).length;
  if (days.spans.length > 0)
    return isAskedAbout(days, fact.date ?? publishedOn(report, days)) ? topics * 2 + actors + 1 : 0;
  return topics > 0 || actors === 2 ? topics * 2 + actors : 0;
}

type Merits<T> = {
  readonly worth: (one: Found<T>) => number;
  readonly day: (one: Found<T>) => CalendarDate;
};

/** The best, of equals the newest of each day in turn; what was told in the same words is told once. */
function best<T extends Statement | Event>(
  found: readonly Found<T>[],
  most: number,
  { worth, day }: Merits<T>,
): readonly Found<T>[] {
  const told = new Set<string>();
  const ranked = found
    .map((one) => ({ one, score: worth(one) }))
    .filter(({ score }) => score > 0)
    .toSorted(
      (a, b) =>
        b.score - a.score || b.one.report.published.getTime() - a.one.report.published.getTime(),
    )
    .filter(({ one: { fact } }) => {
      const key = wordsOf(fact);
      if (told.has(key)) return false;
      told.add(key);
      return true;
    });
  const counts = new Map<string, number>();
  return ranked
    .map(({ one, score }) => {
      const alike = `${score} ${day(one)}`;
      const nth = counts.get(alike) ?? 0;
      counts.set(alike, nth + 1);
      return { one, score, nth };
    })
    .toSorted((a, b) => b.score - a.score || a.nth - b.nth)
    .slice(0, most)
    .map(({ one }) => one);
}

const wordsOf = (fact: Statement | Event): string =>
  "speaker" in fact
    ? `${fact.speaker} ${fact.text}`
    : [fact.type, fact.source, fact.target, fact.date, fact.modality].join(" ");

type Shelf = {
  readonly cite: (found: Found<Statement | Event>) => Citations;
  /** What another digest cites, by the numbers of this one; null for nothing. */
  readonly citeAgain: (other: Digest, citations: readonly number[]) => Citations | null;
  readonly sources: () => readonly DigestSource[];
};

/** The digest's sources, and those that are cited beyond them. */
function createShelf(own: readonly DigestSource[]): Shelf {
  const sources = [...own];
  const take = (source: DigestSource): number => {
    const at = sources.findIndex(({ url }) => url === source.url);
    const known = sources[at] ?? { ...source, n: sources.length + 1, evidence: [] };
    const evidence = eachOnce([...known.evidence, ...source.evidence]);
    sources[at < 0 ? sources.length : at] = { ...known, evidence };
    return known.n;
  };
  return {
    cite: ({ report, fact }) => {
      const evidence = { span: fact.evidence, text: report.quote(fact.evidence) };
      return [take(sourceOf(report, evidence))];
    },
    citeAgain: (other, citations) => {
      const cited = other.sources.filter(({ n }) => citations.includes(n));
      const [first, ...rest] = cited.map(take).toSorted((a, b) => a - b);
      return first === undefined ? null : [first, ...rest];
    },
    sources: () => sources,
  };
}

const sourceOf = (report: Report, words: DigestSource["evidence"][number]): DigestSource => ({
  n: 0,
  url: report.url,
  title: report.title,
  source: report.source.name,
  lang: report.lang,
  published: report.published.toISOString(),
  tier: report.source.tier,
  copies: 1,
  evidence: [words],
});

const tellStatement = (found: Found<Statement>, { cite }: Shelf): DigestStatement => ({
  speaker: found.fact.speaker,
  topic: found.fact.topic,
  stance: found.fact.stance,
  text: found.fact.text,
  lang: found.report.lang,
  direct: found.fact.direct,
  published: found.report.published.toISOString(),
  citations: cite(found),
});

const tellEvent = (found: Found<Event>, { cite }: Shelf): DigestEvent => ({
  type: found.fact.type,
  mode: found.fact.mode,
  source: found.fact.source,
  target: found.fact.target,
  date: found.fact.date,
  intensity: found.fact.intensity,
  modality: found.fact.modality,
  topics: found.fact.topics,
  citations: cite(found),
});
