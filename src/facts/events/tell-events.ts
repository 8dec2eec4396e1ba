import type { Dossier } from "../../config/dossier.ts";
import { type CalendarDate, daysBetween } from "../../lib/calendar-date.ts";
import { contains, type Span } from "../../lib/span.ts";
import type { DateMention } from "../dates/date-mention.ts";
import type { Event } from "../fact.ts";
import { cuesOf, type MentionOf, mentionsOf } from "../mention.ts";
import { modalityAt } from "../modality.ts";
import { intensityOf, type PloverType } from "../plover.ts";
import type { ReadArticle, ReadSentence } from "../read-article.ts";
import type { ActorMention } from "./actors.ts";
import { dateNear, isHistory } from "./background.ts";
import { clauseAt } from "./clause.ts";
import { isHeadline } from "./headline.ts";
import { isNews, type Told } from "./newsworthy.ts";
import { isMutual } from "./once-each.ts";
import type { Roles } from "./role-scope.ts";
import { rolesOf } from "./roles.ts";
import { type EventSentence, type Use, usesOf } from "./uses.ts";

/** One sentence with all that telling its events needs. */
export type Telling = {
  readonly read: ReadArticle;
  readonly dossier: Dossier;
  readonly sentence: ReadSentence;
  readonly grammar: EventSentence;
  readonly actors: readonly ActorMention[];
  /** The dates that the sentence names. */
  readonly dates: readonly DateMention[];
  /** The day of publication. */
  readonly today: CalendarDate;
};

/** What a sentence tells that actors did, told as news or as history. */
export function toldIn(telling: Telling): Told[] {
  const uses = usesOf(telling.grammar);
  const refutations = cuesOf(telling.sentence.mentions, "modality.refutation");
  return uses.flatMap((use) => {
    // To reject a report, with what it reports, refuses nobody anything.
    if (refutations.some(({ from, to }) => from < use.to && use.from < to)) return [];
    if (isDenialOfDeed(telling, use)) return [];
    const roles = rolesOf(telling.grammar, telling.actors, uses, use);
    const own = { ...telling, dates: datesOf(telling, uses, use) };
    return roles === null ? [] : deedsOf(own, use, roles);
  });
}

/** "Denied that it had asked": who denies a deed refuses nothing; "denied a visa" is more than the verb. */
const isDenialOfDeed = ({ sentence: { mentions } }: Telling, use: Use): boolean =>
  use.coded.type === "REJECT" &&
  use.to - use.from === 1 &&
  cuesOf(mentions, "modality.denial").some(({ from, to }) => from === use.from && to === use.to) &&
  cuesOf(mentions, "speech.deny").some(({ from }) => from === use.from);

/** The dates that no other verb stands nearer to: "frees a tanker that it seized last month". */
const datesOf = ({ dates }: Telling, uses: readonly Use[], use: Use): DateMention[] =>
  dates.filter(
    (date) =>
      !uses.some(
        ({ from, sense }) =>
          sense.verb &&
          ((use.to <= from && from < date.from) || (date.to <= from && from < use.at)),
      ),
  );

function deedsOf(telling: Telling, use: Use, roles: Roles): Told[] {
  const { read, dossier, sentence, grammar, dates, today } = telling;
  const modality = modalityAt(read, sentence, { from: use.at, to: Math.max(use.to, use.at + 1) });
  const timing = { mentions: sentence.mentions, dates, today };
  const history = modality === "historical" || isHistory(timing, use);
  const day = dateNear(dates, use);
  const date = day?.date ?? null;
  return pairsOf(telling, use, roles, history).flatMap(({ actor, target }) => {
    const source = actor.code;
    const evidence = evidenceOf(telling, use, roles, actor);
    const told: Told = {
      use: leavesTalks(telling, use) ? { ...use, coded: { type: "REJECT", mode: "meet" } } : use,
      source,
      target,
      date,
      dateSpan: day?.span ?? null,
      modality,
      history,
      recent: date !== null && isRecent(date, today),
      sentence,
      evidence,
      topics: topicsIn(sentence, evidence, use),
      inQuotes: isQuoted(grammar, use.at),
      headline: isHeadline(telling, use),
    };
    return isNews(told, dossier) ? [told] : [];
  });
}

/** Words after a verb that tell what it breaks off. */
const BROKEN_OFF = 4;

/** Among the actors of talks, who breaks off talks refuses to meet. */
const leavesTalks = ({ sentence }: Telling, { coded, at, to }: Use): boolean =>
  coded.type === "SANCTION" &&
  coded.mode === "discontinue" &&
  cuesOf(sentence.mentions, "talks.negotiation", "talks.meeting").some(
    (talks) => at <= talks.from && talks.from <= to + BROKEN_OFF,
  );

type DeedPair = { readonly actor: ActorMention; readonly target: string };

// oxlint-disable-next-line eslint/max-params -- what decides whom a deed is done to
function pairsOf(telling: Telling, use: Use, roles: Roles, history: boolean): DeedPair[] {
  const { target } = roles;
  const together = telling.actors.filter(
    (other) => target !== null && other.from === target.from && other.to === target.to,
  );
  return roles.sources.flatMap((actor) => {
    const found = targetOf(telling, use, roles, { source: actor.code, history });
    const targets = together.length > 1 ? together.map(({ code }) => code) : [found];
    return targets.flatMap((code) =>
      code === null || code === actor.code ? [] : [{ actor, target: code }],
    );
  });
}

// oxlint-disable-next-line eslint/max-params -- the doer of several
function evidenceOf(
  { grammar, sentence }: Telling,
  use: Use,
  { target }: Roles,
  doer: ActorMention,
): Span {
  const victim = target === null ? [] : [target];
  return clauseAt(grammar, [use, doer, ...victim, ...aimsOf(sentence, use)]);
}

const RECENT_DAYS = 7;

const isRecent = (date: CalendarDate, today: CalendarDate): boolean => {
  const age = daysBetween(date, today);
  return age >= 0 && age <= RECENT_DAYS;
};

/** Deeds that are done to gain something: what follows names what for. */
const AIMED: ReadonlySet<PloverType> = new Set(["MOBILIZE", "THREATEN", "REQUEST", "SANCTION"]);

const aimsOf = ({ mentions }: ReadSentence, use: Use): MentionOf<"topic">[] =>
  AIMED.has(use.coded.type)
    ? mentionsOf(mentions, "topic").filter((topic) => topic.from >= use.to)
    : [];

/** Topics of the evidence, but not the deed by its own name. */
const topicsIn = ({ mentions }: ReadSentence, evidence: Span, { from, to }: Use): string[] => [
  ...new Set(
    mentionsOf(mentions, "topic")
      .filter((topic) => contains(evidence, topic.span) && (topic.to <= from || to <= topic.from))
      .map(({ sense }) => sense.id),
  ),
];

type Doer = { readonly source: string; readonly history: boolean };

// oxlint-disable-next-line eslint/max-params -- the doer of several
function targetOf(
  telling: Telling,
  use: Use,
  { target, sources }: Roles,
  doer: Doer,
): string | null {
  if (target !== null) return target.code;
  const partner = sources.find(({ code }) => code !== doer.source)?.code;
  const { type } = use.coded;
  if (partner !== undefined && (isMutual(type) || isExchange(use))) return partner;
  const struck = struckCity(telling, use);
  if (struck !== null && struck !== doer.source) return struck;
  const named = new Set(telling.actors.map(({ code }) => code));
  const told = use.verbal || isHeadline(telling, use);
  return impliedTarget(telling.dossier, use, { ...doer, named, told });
}

/** "Exchanged prisoners": both did it; "the exchange of papers" is too little said. */
const isExchange = ({ coded, from, to }: Use): boolean =>
  coded.type === "COOPERATE" && to - from > 1;

type Implied = Doer & { readonly named: ReadonlySet<string>; readonly told: boolean };

/** Forces that a party moves are moved against the other, as was an old attack without a named victim. */
function impliedTarget(
  { actors }: Dossier,
  use: Use,
  { source, history, named, told }: Implied,
): string | null {
  const parties = actors.filter(({ standing }) => standing === "party").map(({ code }) => code);
  if (!parties.includes(source)) return null;
  const other = parties.find((code) => code !== source) ?? null;
  if (other === null || !(told || named.has(other))) return null;
  const { type } = use.coded;
  return type === "MOBILIZE" || (type === "ASSAULT" && history) ? other : null;
}

/** Who strikes a city strikes its country. */
function struckCity({ dossier, sentence, grammar }: Telling, use: Use): string | null {
  if (use.coded.type !== "ASSAULT") return null;
  const places = grammar.words.marks("locative");
  for (const { sense, from } of sentence.mentions) {
    if (sense.kind !== "city" || from < use.to) continue;
    const isParty = dossier.actors.some(
      ({ code, standing }) => standing === "party" && code === sense.country,
    );
    if (isParty && !places.some(({ to }) => to === from)) return sense.country;
  }
  return null;
}

const OPENING = "\u201c\u00ab";
const CLOSING = "\u201d\u00bb";

/** Quoted words are their speaker's, not the article's. */
function isQuoted({ tokens, range }: EventSentence, at: number): boolean {
  let open = false;
  for (let index = range.from; index < at; index += 1) {
    const token = tokens[index];
    if (token?.kind !== "mark") continue;
    if (OPENING.includes(token.text)) open = true;
    else if (CLOSING.includes(token.text)) open = false;
    else if (token.text === '"') open = !open;
  }
  return open;
}

/** The event that was told. */
export function eventOf(told: Told): Event {
  const { use, source, target, date, history, evidence, topics, modality } = told;
  const { type, mode } = use.coded;
  const { dateSpan, sentence } = told;
  const isDatedElsewhere = date !== null && dateSpan !== null && !contains(evidence, dateSpan);
  return {
    type,
    mode,
    source,
    target,
    date,
    ...(isDatedElsewhere ? { grounds: { date: sentence.span } } : {}),
    intensity: intensityOf(type, mode),
    modality: history ? "historical" : modality,
    background: history,
    topics,
    evidence,
  };
}
