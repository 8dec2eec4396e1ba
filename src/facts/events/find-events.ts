import type { PhraseLanguage } from "../../articles/phrases.ts";
import type { Dossier } from "../../config/dossier.ts";
import { localDate } from "../../lib/calendar-date.ts";
import type { Language } from "../../lib/language.ts";
import { contains } from "../../lib/span.ts";
import type { DateMention } from "../dates/date-mention.ts";
import type { Event, Meeting } from "../fact.ts";
import { mentionsOf } from "../mention.ts";
import type { ReadArticle, ReadSentence } from "../read-article.ts";
import { actorsIn, bothParties } from "./actors.ts";
import type { EventLexicons } from "./event-lexicon.ts";
import { meetingEvents } from "./meeting-events.ts";
import { onceEach } from "./once-each.ts";
import { settle } from "./settle.ts";
import { eventOf, toldIn } from "./tell-events.ts";
import { compileEvents, findWords } from "./triggers.ts";

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
  return ({ read, dossier, dates, meetings }) => {
    const language = read.article.lang;
    const today = localDate(read.article.published, dossier.timeZone);
    const told = read.sentences.flatMap((sentence) => {
      if (isAboutOthers(sentence)) return [];
      const named = actorsIn(sentence.mentions, read.tokens, dossier);
      if (named.length === 0) return [];
      const words = findWords(phrases[language], read.tokens, sentence);
      const both = bothParties(words.marks("both"), dossier);
      const actors = [...named, ...both].toSorted((a, b) => a.from - b.from);
      const grammar = { language, tokens: read.tokens, range: sentence, words };
      const here = dates.filter(({ from, to }) => sentence.from <= from && to <= sentence.to);
      return toldIn({ read, dossier, sentence, grammar, actors, dates: here, today });
    });
    const events = settle(told).map(eventOf);
    const happened = isYetToMeet(meetings)
      ? events.filter((event) => !isBetweenParties(event, dossier))
      : events;
    const isHoped = ({ evidence }: Meeting): boolean =>
      read.sentences.some(
        (sentence) =>
          contains(sentence.span, evidence) &&
          findWords(phrases[language], read.tokens, sentence).marks("attitude").length > 0,
      );
    const agreed = meetings.filter((one) => one.status !== "scheduled" || !isHoped(one));
    return onceEach([...meetingEvents(agreed, dossier), ...happened]);
  };
}

/** All that the article knows of is still to come, so nobody has met. */
const isYetToMeet = (meetings: readonly Meeting[]): boolean => {
  const news = meetings.filter(({ background }) => !background);
  return (
    news.length > 0 && news.every(({ status }) => status === "scheduled" || status === "proposed")
  );
};

const isBetweenParties = (
  { type, source, target, background }: Event,
  { actors }: Dossier,
): boolean =>
  type === "CONSULT" &&
  !background &&
  actors.filter(
    ({ code, standing }) => standing === "party" && (code === source || code === target),
  ).length === 2;

const isAboutOthers = ({ mentions }: ReadSentence): boolean =>
  mentionsOf(mentions, "other-talks").length > 0;
