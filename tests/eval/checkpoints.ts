import { readFileSync } from "node:fs";
import { z } from "zod";
import { nameKey } from "./names.ts";
import type { Miss } from "./tally.ts";

/** One right answer, or every answer that is right. */
const OneOf = <T extends z.ZodType>(value: T) => z.union([value, z.array(value).min(1)]);

const Venue = z.strictObject({ city: z.string(), country: z.string() });

const Round = z.strictObject({
  date: OneOf(z.iso.date().nullable()).optional(),
  time: OneOf(z.string().nullable()).optional(),
  venue: OneOf(Venue.nullable()).optional(),
  format: OneOf(z.string().nullable()).optional(),
  outcome: OneOf(z.string()).optional(),
});

const Checkpoint = z.strictObject({
  id: z.string().min(1),
  at: z.iso.datetime(),
  why: z.string().min(1),
  phase: OneOf(z.string().nullable()).optional(),
  contested: z.boolean().optional(),
  /** Null where the digest must name none; in a list, every right answer. */
  nextRound: OneOf(Round.nullable()).optional(),
  lastRound: OneOf(Round.nullable()).optional(),
  heads: z.record(z.string(), z.string()).optional(),
  /** Subjects that the digest must tell a dispute about. */
  disputes: z.array(z.string()).optional(),
  mustNot: z
    .strictObject({
      phase: z.array(z.string()).optional(),
      nextDate: z.array(z.string()).optional(),
      lastDate: z.array(z.string()).optional(),
      /** "TYPE SOURCE TARGET" */
      events: z.array(z.string()).optional(),
    })
    .optional(),
});

/** An instant, and what the digest of that instant must and must not say. */
export type Checkpoint = z.output<typeof Checkpoint>;

type ScoredRound = {
  readonly date: string | null;
  readonly time?: string | null;
  readonly venue: { readonly city: string | null; readonly country: string | null } | null;
  readonly format?: string | null;
  readonly outcome?: string;
};

/** What of a digest is scored. */
export type ScoredDigest = {
  readonly phase: string | null;
  readonly contested: boolean;
  readonly nextRound: ScoredRound | null;
  readonly lastRound: ScoredRound | null;
  readonly delegations: readonly {
    readonly party: string;
    readonly members: readonly { readonly person: string; readonly head: boolean }[];
  }[];
  readonly disputes: readonly { readonly about: string }[];
  readonly events: readonly {
    readonly type: string;
    readonly source: string;
    readonly target: string;
  }[];
};

/** Reads the checkpoints of a corpus, in the order of the file. */
export function readCheckpoints(path: string | URL): Checkpoint[] {
  return z.array(Checkpoint).parse(JSON.parse(readFileSync(path, "utf8")));
}

type Asked = {
  readonly slot: string;
  readonly expected: unknown;
  readonly got: unknown;
  readonly ok: boolean;
};

/** How many things a checkpoint asks, and which of them the digest got wrong. */
export function scoreCheckpoint(
  checkpoint: Checkpoint,
  digest: ScoredDigest,
): { readonly asked: number; readonly misses: readonly Miss[] } {
  const asked = [...askSlots(checkpoint, digest), ...askForbidden(checkpoint, digest)];
  return {
    asked: asked.length,
    misses: asked
      .filter(({ ok }) => !ok)
      .map(({ slot, expected, got }) => ({
        id: checkpoint.id,
        expected: `${slot} ${JSON.stringify(expected)}`,
        got: JSON.stringify(got),
      })),
  };
}

function askSlots(checkpoint: Checkpoint, digest: ScoredDigest): Asked[] {
  const { phase, contested, nextRound, lastRound, heads = {}, disputes = [] } = checkpoint;
  const asked: Asked[] = [];
  const ask = (slot: string, expected: unknown, got: unknown, ok: boolean) =>
    asked.push({ slot, expected, got, ok });

  if (phase !== undefined) ask("phase", phase, digest.phase, isOneOf(phase, digest.phase));
  if (contested !== undefined)
    ask("contested", contested, digest.contested, contested === digest.contested);
  if (nextRound !== undefined)
    ask("nextRound", nextRound, brief(digest.nextRound), isRound(nextRound, digest.nextRound));
  if (lastRound !== undefined)
    ask("lastRound", lastRound, brief(digest.lastRound), isRound(lastRound, digest.lastRound));
  for (const [party, head] of Object.entries(heads)) {
    const got = headOf(party, digest);
    ask(`head of ${party}`, head, got, got !== null && nameKey(got) === nameKey(head));
  }
  const told = digest.disputes.map(({ about }) => about);
  for (const about of disputes) ask("dispute", about, told, told.includes(about));
  return asked;
}

function askForbidden({ mustNot = {} }: Checkpoint, digest: ScoredDigest): Asked[] {
  const events = digest.events.map(({ type, source, target }) => `${type} ${source} ${target}`);
  const rules: readonly (readonly [string, readonly string[] | undefined, readonly unknown[]])[] = [
    ["phase", mustNot.phase, [digest.phase]],
    ["next date", mustNot.nextDate, [digest.nextRound?.date]],
    ["last date", mustNot.lastDate, [digest.lastRound?.date]],
    ["event", mustNot.events, events],
  ];
  return rules.flatMap(([slot, forbidden, got]) =>
    forbidden === undefined
      ? []
      : [
          {
            slot: `no ${slot}`,
            expected: forbidden,
            got,
            ok: !forbidden.some((value) => got.includes(value)),
          },
        ],
  );
}

function headOf(party: string, digest: ScoredDigest): string | null {
  const members = digest.delegations.find((delegation) => delegation.party === party)?.members;
  return members?.find(({ head }) => head)?.person ?? null;
}

type Round = z.output<typeof Round>;

function isRound(expected: Round | null | (Round | null)[], got: ScoredRound | null): boolean {
  return asList(expected).some((round) => {
    if (round === null || got === null) return round === got;
    const slots = ["date", "time", "format", "outcome"] as const;
    return (
      slots.every((slot) => round[slot] === undefined || isOneOf(round[slot], got[slot] ?? null)) &&
      (round.venue === undefined || isVenue(round.venue, got.venue))
    );
  });
}

type Place = z.output<typeof Venue>;

function isVenue(
  expected: Place | null | (Place | null)[],
  got: { city: string | null } | null,
): boolean {
  return asList(expected).some((venue) => (venue?.city ?? null) === (got?.city ?? null));
}

function isOneOf<T>(expected: T | T[], got: T): boolean {
  return asList(expected).includes(got);
}

function asList<T>(value: T | T[]): T[] {
  return Array.isArray(value) ? value : [value];
}

function brief(round: ScoredRound | null): unknown {
  if (round === null) return null;
  const { date, time, venue, format, outcome } = round;
  return { date, time, city: venue?.city, format, outcome };
}
