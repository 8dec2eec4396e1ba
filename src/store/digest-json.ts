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

const RoundJson: z.ZodType<DigestRound> = z.object({
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

const LastRoundJson = z.object({
  date: CalendarDateJson.nullable(),
  venue: VenueJson.nullable(),
  outcome: OutcomeJson,
  citations,
});

const DelegationJson = z.object({
  party: Text,
  members: z.array(z.object({ person: Text, role: Text.nullable(), head: z.boolean() })),
  citations,
});

const StatementJson: z.ZodType<DigestStatement> = z.object({
  speaker: Text.nullable(),
  topic: Text.nullable(),
  stance: StanceJson,
  text: Text,
  lang: LanguageSchema,
  direct: z.boolean(),
  published: Text,
  citations,
});

const EventJson: z.ZodType<DigestEvent> = z.object({
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

const DisputeJson: z.ZodType<DigestDispute> = z.object({
  about: z.enum(["phase", "venue", "format", "agenda", "date"]),
  settled: z.boolean(),
  versions: z.array(z.object({ value: Text, citations })),
});

const ChangeJson: z.ZodType<DigestChange> = z.object({
  kind: z.enum(["phase", "round", "delegation", "position", "event"]),
  from: z.unknown(),
  to: z.unknown(),
  citations,
});

const SourceJson: z.ZodType<DigestSource> = z.object({
  n: Count,
  url: Text,
  title: Text,
  source: Text,
  lang: LanguageSchema,
  published: Text,
  tier: z.enum(TIERS),
  copies: Count,
  evidence: z.array(z.object({ span: SpanJson, text: Text })),
});

const CoverageJson: z.ZodType<Coverage> = z.object({
  articles: Count,
  stories: Count,
  sources: Count,
  byLanguage: z.record(LanguageSchema, Count),
  bySide: z.record(Text, Count),
  newest: Text.nullable(),
  feeds: z.object({ read: Count, stale: Count, failed: Count }),
});

const TensionJson: z.ZodType<Tension> = z.object({
  now: z.number().nullable(),
  weekAgo: z.number().nullable(),
  series: z.array(z.object({ date: CalendarDateJson, value: z.number() })),
});

/** A digest as told, out of the database; `tsc` holds it to the type. */
export const DigestJson: z.ZodType<Digest> = z.object({
  talks: Text,
  at: Text,
  phase: PhaseJson.nullable(),
  phaseSince: Text.nullable(),
  phaseCitations: z.array(Count),
  confirmation: confirmation.nullable(),
  confidence: z.number(),
  contested: z.boolean(),
  nextRound: RoundJson.nullable(),
  lastRound: LastRoundJson.nullable(),
  delegations: z.array(DelegationJson),
  positions: z.array(z.object({ party: Text, statements: z.array(StatementJson) })),
  events: z.array(EventJson),
  disputes: z.array(DisputeJson),
  milestones: z.array(z.object({ since: Text, citations })),
  changes: z.array(ChangeJson),
  tension: TensionJson,
  sources: z.array(SourceJson),
  coverage: CoverageJson,
});
