/** Conflict–cooperation score of each PLOVER 0.8 event type, −10 to +10, with its modes' own scores. */
export const PLOVER = {
  AGREE: { score: 2.5, modes: {} },
  CONSULT: {
    score: 2.5,
    modes: { visit: 4, "third-party": 1, multilateral: 4, phone: 1.5 },
  },
  SUPPORT: { score: 5, modes: {} },
  CONCEDE: { score: 4.5, modes: {} },
  COOPERATE: { score: 9.5, modes: {} },
  AID: { score: 10, modes: {} },
  RETREAT: {
    score: 6.5,
    modes: { withdraw: 8, release: 6.5, disarm: 10, ceasefire: 7.5, access: 6.5, resign: 4.5 },
  },
  REQUEST: { score: 0, modes: { assist: 0.5, change: -1, yield: -1, meet: 0 } },
  ACCUSE: { score: -3, modes: { disapprove: -2, investigate: -3.5, allege: -3.5 } },
  REJECT: { score: -2, modes: { assist: -1.5, meet: -2, yield: -2, change: -2 } },
  THREATEN: {
    score: -3.5,
    modes: { restrict: -3, territory: -4, force: -3.5, relations: -3.5, violence: -3.5 },
  },
  PROTEST: { score: -5, modes: { riot: -7 } },
  SANCTION: { score: -6, modes: { expel: -5.5, withdraw: -6, discontinue: -6 } },
  MOBILIZE: { score: -5.5, modes: { troops: -6.5, weapons: -6.5, militia: -6 } },
  COERCE: {
    score: -7,
    modes: {
      "martial-law": -7.5,
      censor: -6.5,
      curfew: -6.5,
      misinformation: -6.5,
      seize: -7,
      restrict: -7,
      arrest: -7,
    },
  },
  ASSAULT: {
    score: -9,
    modes: {
      targeted: -9.5,
      "heavy-weapons": -9.5,
      aerial: -9.5,
      drone: -9.5,
      unconventional: -10,
    },
  },
} as const satisfies Record<string, { score: number; modes: Record<string, number> }>;

/** One of PLOVER's sixteen event types. */
export type PloverType = keyof typeof PLOVER;

/** A finer kind of an event type, such as `third-party` for CONSULT. */
export type PloverMode = {
  [T in PloverType]: keyof (typeof PLOVER)[T]["modes"];
}[PloverType];

/** Every event type, most cooperative first within PLOVER's order. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of a constant object
export const PLOVER_TYPES = Object.keys(PLOVER) as readonly PloverType[];

/** The score of an event, −10 to +10; the mode's own where it has one. */
export function intensityOf(type: PloverType, mode: PloverMode | null): number {
  const { score, modes }: { score: number; modes: Readonly<Record<string, number>> } = PLOVER[type];
  return (mode === null ? undefined : modes[mode]) ?? score;
}
