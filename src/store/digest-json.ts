import { z } from "zod";
import { TIERS } from "../config/dossier.ts";
import {
  type Citations,
  type Coverage,
  type Digest,
  type DigestChange,
  type DigestDispute,
  type DigestEvent,
  type DigestRound,
  type DigestSource,
  type DigestStatement,
  LADDER,
  type Tension,
} from "../digest/digest.ts";
import { LanguageSchema } from "../lib/language.ts";
import { NarrationJson } from "./narration-json.ts";
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
const Count = z.int().min(0);
const citations: z.ZodType<Citations> = z.tuple([Count], Count);
const confirmation = z.enum(LADDER);

/** A round as a digest tells it. */
export const RoundJson: z.ZodType<DigestRound> = z.looseObject({
  date: CalendarDateJson.nullable(),
  time: Text.nullable(),
  timeZone: Text.nullable(),
  venue: VenueJson.nullable(),
  format: FormatJson.nullable(),
  mediator: Text.nullable(),
  status: StatusJson,
  confirmation,
  attributedTo: Text.nullable(),
  citations,
});

const LastRoundJson = z.looseObject({
  date: CalendarDateJson.nullable(),
  venue: VenueJson.nullable(),
  outcome: OutcomeJson,
  citations,
});

const CalledOffRoundJson = z.looseObject({
  date: CalendarDateJson,
  venue: VenueJson.nullable(),
  status: z.enum(["cancelled", "postponed", "in-doubt"]),
  citations,
});

const DelegationJson = z.looseObject({
  party: Text,
  members: z.array(z.looseObject({ person: Text, role: Text.nullable(), head: z.boolean() })),
  citations,
});

const StatementJson: z.ZodType<DigestStatement> = z.looseObject({
  speaker: Text.nullable(),
  topic: Text.nullable(),
  stance: StanceJson,
  text: Text,
  lang: LanguageSchema,
  direct: z.boolean(),
  published: Text,
  citations,
});

/** An event as a digest tells it. */
export const EventJson: z.ZodType<DigestEvent> = z.looseObject({
  type: PloverTypeJson,
  mode: PloverModeJson.nullable(),
  source: Text,
  target: Text,
  date: CalendarDateJson.nullable(),
  intensity: z.number(),
  modality: ModalityJson,
  topics: z.array(Text),
  citations,
});

const DisputeJson: z.ZodType<DigestDispute> = z.looseObject({
  about: z.enum(["phase", "venue", "format", "agenda", "date"]),
  settled: z.boolean(),
  versions: z.array(z.looseObject({ value: Text, citations })),
});

const ChangeJson: z.ZodType<DigestChange> = z.looseObject({
  kind: z.enum(["phase", "round", "delegation", "position", "event"]),
  from: z.unknown(),
  to: z.unknown(),
  citations,
});

/** A source as told. */
export const SourceJson: z.ZodType<DigestSource> = z.looseObject({
  n: Count,
  url: Text,
  title: Text,
  source: Text,
  lang: LanguageSchema,
  published: Text,
  tier: z.enum(TIERS),
  copies: Count,
  evidence: z.array(z.looseObject({ span: SpanJson, text: Text })),
});

const CoverageJson: z.ZodType<Coverage> = z.looseObject({
  articles: Count,
  stories: Count,
  sources: Count,
  byLanguage: z.record(LanguageSchema, Count),
  bySide: z.record(Text, Count),
  newest: Text.nullable(),
  newestReport: Text.nullable().exactOptional(),
  learntAt: Text.nullable().exactOptional(),
  feeds: z.looseObject({ read: Count, stale: Count, failed: Count }),
});

const TensionJson: z.ZodType<Tension> = z.looseObject({
  now: z.number().nullable(),
  weekAgo: z.number().nullable(),
  series: z.array(z.looseObject({ date: CalendarDateJson, value: z.number() })),
  rounds: z.array(CalendarDateJson).exactOptional(),
});

/**
 * A digest as told, out of the database. `tsc` holds it to the type; fields that the type has gained and
 * this does not name are let through.
 */
export const DigestJson: z.ZodType<Digest> = z.looseObject({
  talks: Text,
  at: Text,
  phase: PhaseJson.nullable(),
  phaseSince: Text.nullable(),
  phaseCitations: z.array(Count),
  phaseAttributedTo: Text.nullable().exactOptional(),
  confirmation: confirmation.nullable(),
  confidence: z.number(),
  contested: z.boolean(),
  nextRound: RoundJson.nullable(),
  lastRound: LastRoundJson.nullable(),
  unreportedRound: z.looseObject({ date: CalendarDateJson, citations }).nullable().exactOptional(),
  calledOffRound: CalledOffRoundJson.nullable().exactOptional(),
  delegations: z.array(DelegationJson),
  positions: z.array(z.looseObject({ party: Text, statements: z.array(StatementJson) })),
  events: z.array(EventJson),
  disputes: z.array(DisputeJson),
  milestones: z.array(z.looseObject({ since: Text, citations })),
  changes: z.array(ChangeJson),
  tension: TensionJson,
  sources: z.array(SourceJson),
  coverage: CoverageJson,
  narration: NarrationJson.nullable().exactOptional(),
});
