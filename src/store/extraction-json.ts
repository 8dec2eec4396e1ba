import { z } from "zod";
import type {
  Attribution,
  Delegation,
  Disagreement,
  Event,
  Extraction,
  Meeting,
  Milestone,
  PhaseClaim,
  Statement,
} from "../facts/fact.ts";
import {
  CalendarDateJson,
  FormatJson,
  ModalityJson,
  OutcomeJson,
  PhaseJson,
  PloverModeJson,
  PloverTypeJson,
  SpanJson,
  StanceJson,
  StatusJson,
  VenueJson,
} from "./fact-json.ts";

const Text = z.string();
const evidence = SpanJson;

const spokenFor = <Kind extends string>(kind: Kind) =>
  z.looseObject({ kind: z.literal(kind), actor: Text, person: Text.nullable() });

const AttributionJson: z.ZodType<Attribution> = z.discriminatedUnion("kind", [
  z.looseObject({ kind: z.literal("joint") }),
  spokenFor("party"),
  spokenFor("mediator"),
  spokenFor("other-actor"),
  z.looseObject({ kind: z.literal("outlet"), outlet: Text }),
  z.looseObject({ kind: z.literal("anonymous"), actor: Text.nullable() }),
  z.looseObject({ kind: z.literal("article") }),
]);

const PhaseClaimJson: z.ZodType<PhaseClaim> = z.looseObject({
  evidence,
  phase: PhaseJson,
  attribution: AttributionJson,
  hedged: z.boolean(),
  // Claims kept before the field existed.
  passing: z.boolean().default(false),
});

const span = SpanJson.exactOptional();

const MeetingGroundsJson = z.looseObject({
  date: span,
  time: span,
  venue: span,
  format: span,
  mediator: span,
  status: span,
  outcome: span,
});

const MeetingJson: z.ZodType<Meeting> = z.looseObject({
  evidence,
  grounds: MeetingGroundsJson.exactOptional(),
  date: CalendarDateJson.nullable(),
  time: Text.nullable(),
  timeZone: Text.nullable(),
  venue: VenueJson.nullable(),
  format: FormatJson.nullable(),
  mediator: Text.nullable(),
  status: StatusJson,
  outcome: OutcomeJson.nullable(),
  background: z.boolean(),
  attribution: AttributionJson,
});

const DelegationJson: z.ZodType<Delegation> = z.looseObject({
  evidence,
  party: Text,
  members: z.array(z.looseObject({ person: Text, head: z.boolean(), named: span })),
});

const StatementJson: z.ZodType<Statement> = z.looseObject({
  evidence,
  speaker: Text.nullable(),
  party: Text.nullable(),
  direct: z.boolean(),
  topic: Text.nullable(),
  stance: StanceJson,
  text: Text,
});

const EventJson: z.ZodType<Event> = z.looseObject({
  evidence,
  grounds: z.looseObject({ date: span }).exactOptional(),
  type: PloverTypeJson,
  mode: PloverModeJson.nullable(),
  source: Text,
  target: Text,
  date: CalendarDateJson.nullable(),
  intensity: z.number(),
  modality: ModalityJson,
  background: z.boolean(),
  topics: z.array(Text),
});

const DisagreementJson: z.ZodType<Disagreement> = z.looseObject({
  evidence,
  about: z.enum(["venue", "format", "agenda", "date"]),
  settled: z.boolean(),
});

const MilestoneJson: z.ZodType<Milestone> = z.looseObject({
  evidence,
  kind: z.literal("first-since"),
  since: Text,
});

/**
 * All that one article asserts, out of the database. `tsc` holds it to the type; fields that the type has
 * gained and this does not name are let through.
 */
export const ExtractionJson: z.ZodType<Extraction> = z.looseObject({
  relevant: z.boolean(),
  phase: PhaseClaimJson.nullable(),
  meetings: z.array(MeetingJson),
  delegations: z.array(DelegationJson),
  statements: z.array(StatementJson),
  events: z.array(EventJson),
  disagreements: z.array(DisagreementJson),
  milestones: z.array(MilestoneJson),
  credits: z.array(Text).exactOptional(),
});
