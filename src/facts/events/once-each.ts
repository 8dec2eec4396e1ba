import type { Event } from "../fact.ts";
import type { PloverType } from "../plover.ts";

/** Whether a type has no direction: both do it. */
export const isMutual = (type: PloverType): boolean => type === "AGREE" || type === "CONSULT";

/** Each event once as news and once as background, news first; of several tellings the one that names most topics. */
export function onceEach(events: readonly Event[]): Event[] {
  const kept = new Map<string, Event>();
  for (const event of events) {
    const key = keyOf(event);
    const known = kept.get(key);
    if (known === undefined) kept.set(key, event);
    else if (event.topics.length > known.topics.length)
      kept.set(key, known.date === null ? event : { ...event, ...dateOf(known) });
  }
  const once = [...kept.values()];
  const all = once.filter((event) => !isPartOfAttack(event, once) && !isLeftMeeting(event, once));
  return [...all.filter((event) => !event.background), ...all.filter((event) => event.background)];
}

/** The day of a telling, and where it stands, for another telling of the same. */
const dateOf = ({ date, grounds, evidence }: Event): Pick<Event, "date" | "grounds"> => ({
  date,
  grounds: { date: grounds?.date ?? evidence },
});

/** Who leaves a meeting refuses it, and breaks off nothing more. */
const isLeftMeeting = (event: Event, all: readonly Event[]): boolean =>
  event.type === "SANCTION" &&
  event.mode === "discontinue" &&
  all.some(
    (other) =>
      other.type === "REJECT" &&
      other.mode === "meet" &&
      other.background === event.background &&
      other.source === event.source,
  );

function keyOf({ type, source, target, background }: Event): string {
  const pair = isMutual(type) ? [source, target].toSorted() : [source, target];
  return [type, ...pair, background].join(" ");
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
