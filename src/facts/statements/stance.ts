import type { CueName } from "../cues.ts";
import type { Stance } from "../fact.ts";
import { cuesOf, type Mention, type MentionOf } from "../mention.ts";
import type { Reporter } from "./frames.ts";
import type { ReadingUnit } from "./reading-unit.ts";

type Counted = { readonly stance: Stance; readonly from: number; readonly words: number };

const STANCE_OF: Readonly<Partial<Record<CueName, Stance>>> = {
  "stance.seeks-agreement": "seeks-agreement",
  "stance.optimistic": "optimistic",
  "stance.cautious": "cautious",
  "stance.demands": "demands",
  "stance.rejects": "rejects",
  "stance.threatens": "threatens",
  "stance.accuses": "accuses",
  "stance.concedes": "concedes",
  "stance.denies": "denies",
  "stance.confirms": "confirms",
};

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the record's own keys
const CUES_OF_STANCES = Object.keys(STANCE_OF) as CueName[];

const STANCE_OF_VERB: readonly (readonly [cue: CueName, stance: Stance])[] = [
  ["speech.deny", "denies"],
  ["speech.reject", "rejects"],
  ["speech.demand", "demands"],
  ["speech.accuse", "accuses"],
  ["speech.warn", "threatens"],
];

/** What a negation before the cue makes of its stance. */
const NEGATED: Readonly<Partial<Record<Stance, Stance>>> = {
  "seeks-agreement": "rejects",
  optimistic: "cautious",
  concedes: "rejects",
  confirms: "denies",
  demands: "denies",
};

/** Stronger acts first: of equally many cues, the first decides. */
const ORDER: readonly Stance[] = [
  "denies",
  "rejects",
  "threatens",
  "accuses",
  "demands",
  "concedes",
  "cautious",
  "optimistic",
  "seeks-agreement",
  "confirms",
];

/** What the speaker does by saying the words in tokens `[from, to)`, by the reporting verb and the words. */
export function stanceOf(
  unit: ReadingUnit,
  [from, to]: readonly [number, number],
  verb: Reporter["names"] | null,
): Stance {
  const byVerb = STANCE_OF_VERB.find(([cue]) => verb?.has(cue) === true)?.[1];
  if (byVerb === "denies") return byVerb;
  const isInside = (one: Mention): boolean => from <= one.from && one.to <= to;
  const negations = cuesOf(unit.mentions, "modality.negation").filter(isInside);
  const counted = cuesOf(unit.mentions, ...CUES_OF_STANCES)
    .filter(isInside)
    .flatMap((mention) => countedOf(mention, negations));
  const byWords = strongest(counted);
  if (byVerb !== undefined && (byWords === null || byWords === "seeks-agreement")) return byVerb;
  // "Urged Iran to accept the offer" concedes nothing.
  if (byVerb === "demands" && byWords !== null && OF_OTHERS.has(byWords)) return byVerb;
  return byWords ?? (verb?.has("speech.confirm") === true ? "confirms" : "neutral");
}

/** What somebody asks others to do or to be. */
const OF_OTHERS: ReadonlySet<Stance> = new Set(["concedes", "cautious", "optimistic", "confirms"]);

/** In tokens: how far before a cue its negation stands. */
const REACH = 3;

function countedOf(mention: MentionOf<"cue">, negations: readonly Mention[]): Counted[] {
  const stance = STANCE_OF[mention.sense.cue];
  if (stance === undefined) return [];
  const isNegated = negations.some(
    (one) => one.to <= mention.from && mention.from - one.to < REACH,
  );
  const words = mention.to - mention.from;
  return [{ stance: isNegated ? (NEGATED[stance] ?? stance) : stance, from: mention.from, words }];
}

function strongest(counted: readonly Counted[]): Stance | null {
  let best: Stance | null = null;
  let most = 0;
  for (const stance of ORDER) {
    const weight = counted
      .filter((one) => one.stance === stance)
      .reduce((sum, one) => sum + 1 + (one.words - 1) / 4, 0);
    if (weight > most) [best, most] = [stance, weight];
  }
  return best;
}
