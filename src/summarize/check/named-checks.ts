import { foldWord } from "../../articles/word-forms.ts";
import type { Dossier } from "../../config/dossier.ts";
import { type Capitals, capitalsOf } from "../../facts/meetings/capitals.ts";
import type { Names } from "../../i18n/names.ts";
import { cuesOf, hasCue, mentionsOf, type Sense } from "../../facts/mention.ts";
import type { FaultKind } from "../verdict.ts";
import { type Bearing, type BearingFinder, createBearingFinder, officesOf } from "./bearing.ts";
import { type Check, faultsIn } from "./check.ts";
import type { NamedFinder, NamedThing } from "./named.ts";
import {
  type EvidenceReading,
  type Passage,
  type SentenceReading,
  textOfTokens,
} from "./reading.ts";

/**
 * Whoever and whatever the dossier and the gazetteer know by name is named in the evidence too, through
 * any of its names. One fault a name: about who it is, else where, else whose.
 */
export function createNamedChecks(
  { dossier, places }: Names,
  namedIn: NamedFinder,
): readonly Check[] {
  const bearingOf = createBearingFinder(namedIn);
  const tools = { dossier, namedIn, bearingOf, capitals: capitalsOf(places) };
  return (["name", "place", "party", "event"] as const).map(
    (about): Check =>
      (sentence, evidence) =>
        faultsIn(
          about,
          namedIn(sentence)
            .filter((named) => faultOf(tools, { sentence, named }, evidence) === about)
            .map(({ from, to }) => textOfTokens(sentence, from, to)),
        ),
  );
}

type Tools = {
  readonly dossier: Dossier;
  readonly namedIn: NamedFinder;
  readonly bearingOf: BearingFinder;
  readonly capitals: Capitals;
};
type Named = { readonly sentence: SentenceReading; readonly named: NamedThing };

function faultOf(
  tools: Tools,
  { sentence, named }: Named,
  evidence: EvidenceReading,
): FaultKind | null {
  const bearing = tools.bearingOf(evidence);
  const text = foldWord(textOfTokens(sentence, named.from, named.to));
  if (isPlaceMeant(tools, sentence, named))
    return isPlaceBorneOut(tools, named, evidence) ? null : "place";
  const isBorneOut = named.senses.some(
    (sense) =>
      isNamedBy(sense, bearing) ||
      (sense.kind === "person" &&
        bearing.codes.has(sense.person.actor) &&
        officesOf(sense.person).includes(text)) ||
      (sense.kind === "milestone" && isDescribed(tools, sense.id, evidence)) ||
      (sense.kind === "institution" &&
        (bearing.offices.includes(text) ||
          (bearing.codes.has(sense.institution.actor) &&
            isCommonNoun(sentence, named, evidence)))) ||
      (sense.kind === "city" && isSeat(tools, sense) && bearing.codes.has(sense.country)),
  );
  return isBorneOut ? null : faultAbout(named);
}

/** "The US military build-up": its last word stands in the evidence as no part of another's name. */
function isCommonNoun(
  { read, language }: SentenceReading,
  { to }: NamedThing,
  { passages }: EvidenceReading,
): boolean {
  const last = read.tokens[to - 1]?.text;
  return (
    language === "en" &&
    read.tokens[to]?.kind === "word" &&
    passages.some(
      (passage) =>
        passage.language === language &&
        passage.read.tokens.some(
          ({ text }, at) =>
            text === last &&
            !passage.mentions.some(
              ({ sense, from, to: end }) => sense.kind === "institution" && from <= at && at < end,
            ),
        ),
    )
  );
}

function isNamedBy(sense: Sense, bearing: Bearing): boolean {
  switch (sense.kind) {
    case "person":
      return bearing.people.has(sense.person.name);
    case "institution":
      return bearing.institutions.has(sense.institution.name);
    case "actor":
    case "country":
      return bearing.codes.has(sense.code);
    case "city":
      return bearing.cities.has(sense.city);
    case "milestone":
      return bearing.milestones.has(sense.id);
    case "other-talks":
      return bearing.otherTalks.has(sense.id);
    case "topic":
    case "cue":
      return true;
  }
}

/**
 * "The attack of last June" describes a war that the dossier knows by name, which the evidence describes
 * in its own language's words: its month, and that it was one.
 */
function isDescribed({ dossier }: Tools, id: string, { passages }: EvidenceReading): boolean {
  const event = dossier.chronology.find((one) => one.id === id);
  if (event?.kind !== "war") return false;
  const month = event.from.slice(0, MONTH);
  return passages.some(
    ({ dates, mentions }) =>
      dates.some(({ date }) => date?.slice(0, MONTH) === month) &&
      mentionsOf(mentions, "topic").some(({ sense }) => sense.id === WAR),
  );
}

const WAR = "war-and-attack";
/** Of `YYYY-MM-DD`. */
const MONTH = 7;

function faultAbout({ senses }: NamedThing): FaultKind {
  const kinds = new Set(senses.map(({ kind }) => kind));
  if (kinds.has("person") || kinds.has("institution")) return "name";
  if (kinds.has("actor")) return "party";
  if (kinds.has("city") || kinds.has("country")) return "place";
  return "event";
}

/** A capital speaks for its country. */
const isSeat = (
  { capitals }: Tools,
  { city, country }: Extract<Sense, { kind: "city" }>,
): boolean => capitals.get(country)?.city === city;

const isPlace = ({ kind }: Sense): boolean =>
  kind === "city" || kind === "country" || kind === "actor";

/** "In Tehran" is the city, "Tehran says" is the party. */
function isPlaceMeant({ namedIn }: Tools, passage: Passage, named: NamedThing): boolean {
  if (!named.senses.some(isPlace)) return false;
  const { mentions } = passage;
  const leads = (...cues: Parameters<typeof cuesOf>[1][]): boolean =>
    cuesOf(mentions, ...cues).some(({ to }) => to === named.from);
  if (isHost(passage, named) || isWithCountry(namedIn(passage), passage, named)) return true;
  if (leads("meeting.in")) return !isGuest(namedIn(passage), passage, named);
  const isWay = leads("meeting.to", "meeting.from") && hasCue(mentions, ...WAYS);
  return isWay && named.senses.some(({ kind }) => kind === "city");
}

/** "Muscat, Oman". */
const isWithCountry = (
  all: readonly NamedThing[],
  { read }: Passage,
  { to, senses }: NamedThing,
): boolean => {
  const countries = new Set(
    senses.flatMap((sense) => (sense.kind === "city" ? [sense.country] : [])),
  );
  return (
    COMMAS.includes(read.tokens[to]?.text ?? "none") &&
    all.some(
      (next) =>
        next.from === to + 1 && next.senses.flatMap(codesOf).some((code) => countries.has(code)),
    )
  );
};

const COMMAS = ",\u060c";
const WAYS = ["talks.travel", "meeting.moved"] as const;
/** In tokens between a host and the word for hosting: "is to". */
const HOST_REACH = 3;

/** "Tehran will host the round". */
const isHost = ({ mentions }: Passage, { to }: NamedThing): boolean =>
  cuesOf(mentions, "talks.hosting").some(({ from }) => from >= to && from < to + HOST_REACH);

/** "Oman hosts Iran": who is hosted is no place. */
const isGuest = (
  all: readonly NamedThing[],
  { mentions }: Passage,
  { from }: NamedThing,
): boolean =>
  cuesOf(mentions, "talks.hosting").some(
    (cue) =>
      cue.to === from && all.some((host) => cue.from >= host.to && cue.from < host.to + HOST_REACH),
  );

/** A city is one that the original has as a place, a country one that it names. */
function isPlaceBorneOut(tools: Tools, named: NamedThing, evidence: EvidenceReading): boolean {
  const places = evidence.passages.flatMap((passage) =>
    tools
      .namedIn(passage)
      .filter(
        (one) =>
          isPlaceMeant(tools, passage, one) || !one.senses.some(({ kind }) => kind === "actor"),
      )
      .flatMap(({ senses }) => senses),
  );
  const cities = named.senses.flatMap((sense) => (sense.kind === "city" ? [sense.city] : []));
  if (cities.length > 0)
    return cities.some((city) => places.some((one) => one.kind === "city" && one.city === city));
  const codes = named.senses.flatMap(codesOf);
  const borne = tools.bearingOf(evidence).codes;
  return codes.some((code) => places.flatMap(codesOf).includes(code) || borne.has(code));
}

const codesOf = (sense: Sense): string[] => {
  if (sense.kind === "actor" || sense.kind === "country") return [sense.code];
  return sense.kind === "city" ? [sense.country] : [];
};
