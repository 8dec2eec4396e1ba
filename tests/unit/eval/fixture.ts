import type { CorpusItem } from "../../eval/corpus.ts";
import type { FactLine } from "../../eval/fact-line.ts";
import type { GoldLine } from "../../eval/gold.ts";
import type { Pair } from "../../eval/pair.ts";

const ITEM: CorpusItem = {
  id: "a",
  url: "https://outlet.example/a",
  source: "Outlet",
  published: "2026-02-05T12:00:00Z",
  title: "Envoys to meet",
  body: '"It was a good start," Araghchi said. Leavitt said they would wait and see.',
};

const GOLD: GoldLine = {
  id: "a",
  lang: "en",
  relevant: true,
  duplicateOf: null,
  phase: null,
  meetings: [],
  delegations: [],
  statements: [],
  events: [],
};

const GOT: FactLine = {
  id: "a",
  relevant: true,
  duplicateOf: null,
  phase: null,
  meetings: [],
  delegations: [],
  statements: [],
  events: [],
};

/** An article with its labels and what was read from it; nothing unless given. */
export function pairOf(parts: {
  readonly item?: Partial<CorpusItem>;
  readonly gold?: Partial<GoldLine>;
  readonly got?: Partial<FactLine>;
}): Pair {
  const id = parts.gold?.id ?? "a";
  return {
    item: { ...ITEM, id, ...parts.item },
    gold: { ...GOLD, ...parts.gold },
    got: { ...GOT, id, ...parts.got },
  };
}

/** A labelled meeting in Muscat on 6 February, changed by `part`. */
export function labelledMeeting(
  part: Partial<GoldLine["meetings"][number]> = {},
): GoldLine["meetings"][number] {
  return {
    quote: "meet",
    optional: false,
    background: false,
    date: "2026-02-06",
    time: null,
    timeZone: "Asia/Muscat",
    venue: { city: "Muscat", country: "OMN" },
    format: null,
    status: "scheduled",
    ...part,
  };
}

/** A meeting as read, in Muscat on 6 February, changed by `part`. */
export function readMeeting(
  part: Partial<FactLine["meetings"][number]> = {},
): FactLine["meetings"][number] {
  return {
    date: "2026-02-06",
    time: null,
    venue: { city: "Muscat", country: "OMN" },
    format: null,
    status: "scheduled",
    background: false,
    ...part,
  };
}

/** A labelled statement, changed by `part`. */
export function labelledStatement(
  part: Partial<GoldLine["statements"][number]> = {},
): GoldLine["statements"][number] {
  return {
    optional: false,
    speaker: "Abbas Araghchi",
    party: "IRN",
    direct: true,
    topic: null,
    stance: "optimistic",
    text: "It was a good start",
    ...part,
  };
}

/** A statement as read, changed by `part`. */
export function readStatement(
  part: Partial<FactLine["statements"][number]> = {},
): FactLine["statements"][number] {
  return {
    speaker: "Abbas Araghchi",
    party: "IRN",
    direct: true,
    text: "It was a good start",
    ...part,
  };
}
