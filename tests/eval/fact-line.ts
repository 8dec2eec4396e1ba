import { z } from "zod";

const Evidence = z.tuple([z.int(), z.int()]);

const Meeting = z.looseObject({
  date: z.string().nullable(),
  time: z.string().nullish(),
  venue: z.looseObject({ city: z.string().nullable(), country: z.string().nullable() }).nullable(),
  format: z.string().nullable(),
  status: z.string(),
  background: z.boolean().default(false),
});

const Delegation = z.looseObject({
  party: z.string(),
  members: z.array(z.looseObject({ person: z.string(), head: z.boolean() })),
});

const Statement = z.looseObject({
  speaker: z.string().nullable(),
  party: z.string().nullable(),
  direct: z.boolean(),
  text: z.string(),
  evidence: Evidence.optional(),
});

const Event = z.looseObject({
  type: z.string(),
  source: z.string(),
  target: z.string(),
  background: z.boolean().default(false),
  modality: z.string().default("asserted"),
});

/** One line of `parley extract`, as far as it is scored; other fields pass through. */
export const FactLine = z.looseObject({
  id: z.string(),
  relevant: z.boolean(),
  duplicateOf: z.string().nullable(),
  phase: z.string().nullable(),
  meetings: z.array(Meeting),
  delegations: z.array(Delegation),
  statements: z.array(Statement),
  events: z.array(Event),
});

/** One line of `parley extract`, as far as it is scored. */
export type FactLine = z.output<typeof FactLine>;

/** Reads JSON lines of `parley extract`; blank lines are passed over. */
export function readFactLines(text: string): FactLine[] {
  return text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => FactLine.parse(JSON.parse(line)));
}
