import type { FactLine } from "../fact-line.ts";
import type { GoldLine } from "../gold.ts";
import type { Pair } from "../pair.ts";
import { NOTHING, sum, type Tally } from "../tally.ts";

type GoldMeeting = GoldLine["meetings"][number];
type GotMeeting = FactLine["meetings"][number];

/** The parts of a meeting that are scored each on its own. */
export const MEETING_SLOTS = ["date", "venue", "format", "time", "status"] as const;

/** A part of a meeting that is scored on its own. */
export type MeetingSlot = (typeof MEETING_SLOTS)[number];

/**
 * One slot of the meetings that relevant articles tell as news. Labels and answers are
 * matched meeting by meeting first, so a right date on the wrong meeting is no hit.
 */
export function scoreMeetings(pairs: readonly Pair[], slot: MeetingSlot): Tally {
  return sum(
    pairs
      .filter(({ gold }) => gold.relevant)
      .flatMap(({ gold, got }) =>
        matchMeetings(
          gold.meetings,
          got.meetings.filter((meeting) => !meeting.background),
        ).map((match) => scoreSlot(gold.id, slot, match)),
      ),
  );
}

type Match = { readonly label: GoldMeeting | null; readonly answer: GotMeeting | null };

function scoreSlot(id: string, slot: MeetingSlot, { label, answer }: Match): Tally {
  if (label !== null && (label.background || label.optional)) return NOTHING;
  const expected = label === null ? null : valueOf(label, slot);
  const given = answer === null ? null : valueOf(answer, slot);
  const right = expected !== null && given !== null && agree(expected, given, slot);
  const vague = slot === "venue" && given !== null && !given.includes("/");
  return {
    right: Number(right),
    predicted: Number(given !== null && (right || !vague || expected === null)),
    found: Number(right),
    expected: Number(expected !== null),
    misses:
      right || expected === given
        ? []
        : [{ id, expected: tell(slot, expected), got: tell(slot, given) }],
  };
}

const tell = (slot: MeetingSlot, value: string | null) =>
  value === null ? null : `${slot} ${value}`;

/** Pairs each label with the answer that agrees in most slots, most alike first. */
function matchMeetings(labels: readonly GoldMeeting[], answers: readonly GotMeeting[]): Match[] {
  const candidates = labels
    .flatMap((label) =>
      answers.map((answer) => ({ label, answer, likeness: likeness(label, answer) })),
    )
    .toSorted((a, b) => b.likeness - a.likeness);
  const taken = new Set<GoldMeeting | GotMeeting>();
  const matches: Match[] = [];
  for (const { label, answer } of candidates) {
    if (taken.has(label) || taken.has(answer)) continue;
    taken.add(label).add(answer);
    matches.push({ label, answer });
  }
  for (const label of labels) if (!taken.has(label)) matches.push({ label, answer: null });
  for (const answer of answers) if (!taken.has(answer)) matches.push({ label: null, answer });
  return matches;
}

function likeness(label: GoldMeeting, answer: GotMeeting): number {
  const weight = { date: 4, venue: 2, status: 2, format: 1, time: 1 };
  const agreement = MEETING_SLOTS.reduce((total, slot) => {
    const [a, b] = [valueOf(label, slot), valueOf(answer, slot)];
    return total + (a !== null && b !== null && agree(a, b, slot) ? weight[slot] : 0);
  }, 0);
  return agreement - (label.background || label.optional ? 0.5 : 0);
}

function valueOf(meeting: GoldMeeting | GotMeeting, slot: MeetingSlot): string | null {
  if (slot !== "venue") return meeting[slot] ?? null;
  const { city = null, country = null } = meeting.venue ?? {};
  return city === null ? country : `${city}/${country ?? ""}`;
}

/** A city must be the same city; where the label has only a country, any place in it will do. */
function agree(expected: string, given: string, slot: MeetingSlot): boolean {
  if (slot !== "venue") return expected === given;
  const [city, country] = expected.split("/");
  if (country === undefined) return given.split("/").at(-1) === city;
  return given.split("/")[0] === city && given.includes("/");
}
