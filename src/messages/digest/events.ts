import type { Digest, DigestEvent } from "../../digest/digest.ts";
import type { PloverMode, PloverType } from "../../facts/plover.ts";
import { catalogOf } from "../../i18n/catalog.ts";
import { formatNearDay } from "../../i18n/dates.ts";
import { listOf } from "../../i18n/locale.ts";
import { type CalendarDate, localDate } from "../../lib/calendar-date.ts";
import { type Block, type Span, text } from "../message.ts";
import { tensionSpans } from "./tension.ts";
import type { Wording } from "./wording.ts";

/** What presses on the talks or eases them, and how tense the parties are for it. */
export function pressureBlocks({ at, events, tension }: Digest, wording: Wording): Block[] {
  const today = localDate(new Date(at), wording.timeZone);
  const items = mergeAlike(events)
    .slice(0, MOST_EVENTS)
    .map((event): Span[] => [
      text(`${eventText(event, today, wording)} `),
      ...wording.citations(event.citations),
    ]);
  const mood = tensionSpans(tension, wording);
  const told = mood === null ? items : [...items, mood];
  return told.length === 0
    ? []
    : [
        { kind: "heading", text: wording.phrases["heading.pressure"] },
        { kind: "list", items: told },
      ];
}

const MOST_EVENTS = 6;

/** One deed of an actor, with all at whom it was directed. */
type Deed = Omit<DigestEvent, "target" | "intensity" | "mode" | "citations"> & {
  readonly mode: PloverMode | null;
  readonly targets: readonly string[];
  readonly citations: readonly number[];
};

/** What one actor did to several on one day is told once. */
const mergeAlike = (events: readonly DigestEvent[]): Deed[] =>
  [...Map.groupBy(events, keyOf).values()].flatMap((alike) => {
    const [first] = alike;
    if (first === undefined) return [];
    const { type, mode, source, date, modality } = first;
    const targets = unique(alike.map(({ target }) => target));
    const topics = unique(alike.flatMap((event) => event.topics));
    const citations = unique(alike.flatMap((event) => event.citations)).toSorted((a, b) => a - b);
    return [{ type, mode, source, date, modality, targets, topics, citations }];
  });

const keyOf = ({ type, mode, source, date, modality }: DigestEvent): string =>
  [type, mode, source, date, modality].join(" ");

const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];

/** Deeds meant to press on someone have an aim; an attack and the rest have a subject. */
const PRESSES: ReadonlySet<PloverType> = new Set(["THREATEN", "SANCTION", "MOBILIZE", "COERCE"]);

function eventText(deed: Deed, today: CalendarDate, wording: Wording): string {
  const { phrases, language, comma } = wording;
  const aims = aimsOf(deed, wording);
  const phrase = phrases[PRESSES.has(deed.type) ? "event.aims" : "event.about"];
  const notes = [
    deed.date === null || deed.date > today ? null : formatNearDay(language, deed.date, today),
    phrases["event.modality"][deed.modality],
  ].filter((note) => note !== null);
  const line = deedText(deed, wording);
  const aim = aims.length === 0 ? "" : `${comma}${phrase({ topics: aims.join(comma) })}`;
  return `${line}${aim}${notes.length === 0 ? "" : ` (${notes.join(comma)})`}`;
}

/** Who did what to whom; whom nobody can name is left out. */
export function deedText(
  { type, source, targets }: Pick<Deed, "type" | "source" | "targets">,
  wording: Wording,
): string {
  const { phrases, language } = wording;
  const known = targets
    .filter((target) => target !== source)
    .map(wording.actorInSentence)
    .filter((name) => name !== null);
  const what =
    known.length === 0
      ? phrases.event[type]
      : phrases["event.towards"][type](listOf(language, known));
  return phrases["event.line"]({ source: wording.actor(source), what });
}

/** A topic that only repeats the kind of event, such as a build-up of a build-up, says nothing. */
function aimsOf({ type, topics }: Deed, { topic, englishTopic }: Wording): string[] {
  const label = catalogOf("en").event[type];
  return topics
    .filter((id) => !(englishTopic(id) ?? "").includes(label))
    .map(topic)
    .filter((name) => name !== null)
    .slice(0, MOST_AIMS);
}

const MOST_AIMS = 3;
