import type { PhraseLanguage } from "../../articles/phrases.ts";
import type { Dossier } from "../../config/dossier.ts";
import { type CalendarDate, daysBetween, localDate } from "../../lib/calendar-date.ts";
import type { Language } from "../../lib/language.ts";
import type { DateMention } from "../dates/date-mention.ts";
import type { Event, Meeting } from "../fact.ts";
import { modalityAt } from "../modality.ts";
import { intensityOf, type PloverType } from "../plover.ts";
import type { ReadArticle, ReadSentence } from "../read-article.ts";
import { type ActorMention, actorsIn } from "./actors.ts";
import { dateNear, isHistory } from "./background.ts";
import { clauseAt } from "./clause.ts";
import type { EventLexicons } from "./event-lexicon.ts";
import { meetingEvents } from "./meeting-events.ts";
import { isNews, type Told } from "./newsworthy.ts";
import { type Roles, rolesOf } from "./roles.ts";
import { compileEvents, findWords } from "./triggers.ts";
import { type EventSentence, type Use, usesOf } from "./uses.ts";

/** What events are found with: the article, what is known of the talks, and its dates and meetings. */
export type EventSources = {
  readonly read: ReadArticle;
  readonly dossier: Dossier;
  readonly dates: readonly DateMention[];
  readonly meetings: readonly Meeting[];
};

/** Finds what actors did to one another: each once as news and once as background, news first. */
export type EventFinder = (sources: EventSources) => Event[];

/** Compiles the event lexicons into a finder. */
export function createEventFinder(
  languages: Readonly<Record<Language, PhraseLanguage>>,
  lexicons: EventLexicons,
): EventFinder {
  const phrases = {
    en: compileEvents(lexicons.en, languages.en),
    ar: compileEvents(lexicons.ar, languages.ar),
    fa: compileEvents(lexicons.fa, languages.fa),
  };
  return (sources) => {
    const { read, dossier, meetings } = sources;
    const language = read.article.lang;
    const told = read.sentences.flatMap((sentence) => {
      const actors = actorsIn(sentence.mentions, read.tokens, dossier);
      if (actors.length === 0 || isAboutOthers(sentence)) return [];
      const words = findWords(phrases[language], read.tokens, sentence);
      const grammar = { language, tokens: read.tokens, range: sentence, words };
      return toldIn(sources, sentence, grammar, actors);
    });
    return onceEach([...meetingEvents(meetings, dossier), ...settle(told).map(eventOf)]);
  };
}

const isAboutOthers = ({ mentions }: ReadSentence): boolean =>
  mentions.some(({ sense }) => sense.kind === "other-talks");

// oxlint-disable-next-line eslint/max-params -- what one sentence is read with
function toldIn(
  sources: EventSources,
  sentence: ReadSentence,
  grammar: EventSentence,
  actors: readonly ActorMention[],
): Told[] {
  const uses = usesOf(grammar);
  return uses.flatMap((use) => {
    const roles = rolesOf(grammar, actors, uses, use);
    return roles === null ? [] : tellings(sources, sentence, { grammar, actors, use, roles });
  });
}

type Reading = {
  readonly grammar: EventSentence;
  readonly actors: readonly ActorMention[];
  readonly use: Use;
  readonly roles: Roles;
};

function tellings(
  { read, dossier, dates }: EventSources,
  sentence: ReadSentence,
  { grammar, actors, use, roles }: Reading,
): Told[] {
  const modality = modalityAt(read, sentence, {
    from: use.at,
    to: Math.max(use.to, use.at + 1),
  });
  const here = dates.filter(({ from, to }) => sentence.from <= from && to <= sentence.to);
  const today = localDate(read.article.published, dossier.timeZone);
  const date = dateNear(here, use)?.date ?? null;
  const history =
    modality === "historical" ||
    isHistory({ mentions: sentence.mentions, dates: here, today }, use);
  const named = new Set(actors.map(({ code }) => code));
  return roles.sources.flatMap(({ code: source, ...at }) => {
    const target =
      roles.target?.code ??
      partnerOf(roles, use, source) ??
      impliedTarget(dossier, use, { source, history, named });
    if (target === null || target === source) return [];
    const evidence = clauseAt(grammar, [use, at, ...(roles.target === null ? [] : [roles.target])]);
    const telling: Told = {
      use,
      source,
      target,
      date,
      modality,
      history,
      recent: date !== null && isRecent(date, today),
      sentence,
      evidence,
      inQuotes: isQuoted(grammar, use.at),
    };
    return isNews(telling, dossier) ? [telling] : [];
  });
}

/** "Tehran and Washington agreed": each is the other's partner. */
function partnerOf({ sources }: Roles, { coded }: Use, source: string): string | undefined {
  return isMutual(coded.type) ? sources.find(({ code }) => code !== source)?.code : undefined;
}

const RECENT_DAYS = 7;

const isRecent = (date: CalendarDate, today: CalendarDate): boolean => {
  const age = daysBetween(date, today);
  return age >= 0 && age <= RECENT_DAYS;
};

type Deed = {
  readonly source: string;
  readonly history: boolean;
  /** Actors that the sentence names. */
  readonly named: ReadonlySet<string>;
};

/** Forces that a party moves are moved against the other, as was an old attack without a named victim. */
function impliedTarget({ actors }: Dossier, use: Use, deed: Deed): string | null {
  const parties = actors.filter(({ standing }) => standing === "party").map(({ code }) => code);
  if (!parties.includes(deed.source)) return null;
  const other = parties.find((code) => code !== deed.source) ?? null;
  if (other === null || !(use.verbal || deed.named.has(other))) return null;
  const { type } = use.coded;
  return type === "MOBILIZE" || (type === "ASSAULT" && deed.history) ? other : null;
}

const OPENING = "\u201c\u00ab";
const CLOSING = "\u201d\u00bb";

/** Quoted words are their speaker's, not the article's. */
function isQuoted({ tokens, range }: EventSentence, at: number): boolean {
  let open = false;
  for (let index = range.from; index < at; index += 1) {
    const mark = tokens[index]?.text ?? "";
    if (OPENING.includes(mark) && mark !== "") open = true;
    else if (CLOSING.includes(mark) && mark !== "") open = false;
    else if (mark === '"') open = !open;
  }
  return open;
}

/** Sentences in which an attack is news: title, summary and lead. */
const LEAD = 4;

/** An attack told after history, or without a day deep in the text, is history too. */
function settle(told: readonly Told[]): Told[] {
  const settled: Told[] = [];
  for (const telling of told) {
    const follows = settled.some(
      (before) =>
        before.history &&
        before.use.coded.type === "ASSAULT" &&
        before.sentence.paragraph === telling.sentence.paragraph,
    );
    const deep =
      telling.sentence.index >= LEAD &&
      telling.sentence.part === "body" &&
      !settled.some((before) => !before.history && isSame(before, telling));
    const history =
      telling.history ||
      (telling.use.coded.type === "ASSAULT" && !telling.recent && (follows || deep));
    settled.push({ ...telling, history });
  }
  return settled.filter(
    (telling) =>
      telling.use.verbal ||
      !telling.history ||
      !settled.some((other) => !other.history && isSame(other, telling)),
  );
}

const isSame = (a: Told, b: Told): boolean =>
  a.use.coded.type === b.use.coded.type && a.source === b.source && a.target === b.target;

function eventOf({
  use,
  source,
  target,
  date,
  history,
  sentence,
  evidence,
  modality,
}: Told): Event {
  const { type, mode } = use.coded;
  return {
    type,
    mode,
    source,
    target,
    date,
    intensity: intensityOf(type, mode),
    modality: history ? "historical" : modality,
    background: history,
    topics: topicsOf(sentence),
    evidence,
  };
}

const topicsOf = ({ mentions }: ReadSentence): string[] => [
  ...new Set(mentions.flatMap(({ sense }) => (sense.kind === "topic" ? [sense.id] : []))),
];

/** AGREE and CONSULT have no direction. */
const isMutual = (type: PloverType): boolean => type === "AGREE" || type === "CONSULT";

function keyOf({ type, source, target, background }: Event): string {
  const pair = isMutual(type) ? [source, target].toSorted() : [source, target];
  return [type, ...pair, background].join(" ");
}

function onceEach(events: readonly Event[]): Event[] {
  const kept = new Map<string, Event>();
  for (const event of events) {
    const key = keyOf(event);
    const known = kept.get(key);
    if (known === undefined) kept.set(key, event);
    else if (known.topics.length === 0 && event.topics.length > 0)
      kept.set(key, { ...known, topics: event.topics });
  }
  const all = [...kept.values()].filter((event) => !isPartOfAttack(event, [...kept.values()]));
  return [...all.filter((event) => !event.background), ...all.filter((event) => event.background)];
}

/** Where an attack is reported its mobilisation is not coded again. */
const isPartOfAttack = (event: Event, all: readonly Event[]): boolean =>
  event.type === "MOBILIZE" &&
  all.some(
    (other) =>
      other.type === "ASSAULT" &&
      other.background === event.background &&
      other.source === event.source &&
      other.target === event.target &&
      other.evidence[0] < event.evidence[1] &&
      event.evidence[0] < other.evidence[1],
  );
